package import Profiling

/// Expectations for a model whose owner wrote none.
package struct DefaultExpectations: Sendable {
  /// How many standard deviations of the reference's chunks a metric may move: the usual choice for
  /// control charts.
  static let deviations = 3.0
  /// Fewer chunks say too little of their own spread.
  static let fewestChunks = 6
  /// Largest distance from the reference: Evidently's cut-off for larger references, the same for
  /// the Wasserstein distance in standard deviations and for the Jensen–Shannon distance.
  static let driftLimit = 0.1
  /// Shares of values that are missing beyond the reference's own, new, or out of range.
  static let qualityWatch = 0.02
  static let qualityLimit = 0.05

  private let schema: ModelSchema

  package init(schema: ModelSchema) {
    self.schema = schema
  }

  /// Expectations for one version.
  ///
  /// - Parameters:
  ///   - chunks: The reference's metric values, one list for each chunk.
  ///   - reference: The metric values of the whole reference.
  /// - Returns: Performance over all rows within mean ± 3 standard deviations over the chunks, on
  ///   the bad side only where a metric has one, clipped to its legal range; the usual cut-offs
  ///   for drift of every column and quality of every feature.
  package func expectations(
    chunks: [[MetricValue]], reference: [MetricValue]
  ) -> [Expectation] {
    performance(chunks: chunks) + quality(reference: reference) + drift()
  }

  private func performance(chunks: [[MetricValue]]) -> [Expectation] {
    var values: [Metric: [Double]] = [:]
    for chunk in chunks {
      for value in chunk where value.key.slice.isAll && value.key.feature == nil {
        guard Self.performanceMetrics.contains(value.key.metric) else { continue }
        if let number = value.estimate.value {
          values[value.key.metric, default: []].append(number)
        }
      }
    }
    return Self.performanceMetrics.compactMap { metric in
      guard let numbers = values[metric], numbers.count >= Self.fewestChunks else { return nil }
      return Self.bounds(of: metric, over: numbers)
    }
  }

  /// Metrics that say how good a model is, in catalogue order; counts and shares of classes, which
  /// have no good side, are left out.
  static let performanceMetrics: [Metric] = Metric.allCases.filter { metric in
    let definition = metric.definition
    return [.classification, .regression].contains(definition.family)
      && definition.direction != .neutral
  }

  private static func bounds(of metric: Metric, over chunks: [Double]) -> Expectation {
    let count = Double(chunks.count)
    let mean = chunks.reduce(0, +) / count
    // The population form, as in NannyML, whose users know these limits.
    let variance = chunks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let reach = deviations * variance.squareRoot()
    let definition = metric.definition
    let low = max(mean - reach, definition.lowest ?? -.infinity)
    let high = min(mean + reach, definition.highest ?? .infinity)
    let hasLow = definition.direction != .lowerIsBetter
    let hasHigh = definition.direction != .higherIsBetter
    return Expectation(
      metric, minimum: hasLow ? low : nil, maximum: hasHigh ? high : nil,
      origin: .referenceChunks(count: chunks.count))
  }

  private func quality(reference: [MetricValue]) -> [Expectation] {
    let missing = Dictionary(
      reference.filter { $0.key.metric == .missingShare && $0.key.slice.isAll }
        .map { ($0.key.feature, $0.estimate.value ?? 0) }, uniquingKeysWith: { first, _ in first })
    return schema.columns(of: .feature).flatMap { column -> [Expectation] in
      let usual = missing[column.name, default: 0]
      var list = [
        Self.limit(
          .missingShare, column, watch: min(1, usual + Self.qualityWatch),
          limit: min(1, usual + Self.qualityLimit))
      ]
      switch column.kind {
      case .numeric:
        list.append(
          Self.limit(
            .outOfRangeShare, column, watch: Self.qualityWatch, limit: Self.qualityLimit))
        list.append(Self.limit(.typeMismatchShare, column, watch: 0, limit: Self.qualityLimit))
      case .categorical:
        list.append(
          Self.limit(
            .newCategoryShare, column, watch: Self.qualityWatch, limit: Self.qualityLimit))
      }
      return list
    }
  }

  /// One question, one verdict: each column is judged by one distance, that which suits its kind.
  private func drift() -> [Expectation] {
    schema.columns.map { column in
      Expectation(
        Self.driftMetric(of: column), feature: column.name, maximum: Self.driftLimit,
        origin: .convention)
    }
  }

  /// The distance by which a column is judged unless its owner says otherwise.
  package static func driftMetric(of column: ColumnSchema) -> Metric {
    switch column.kind {
    case .numeric: .normalisedWassersteinDistance
    case .categorical: .jensenShannonDistance
    }
  }

  private static func limit(
    _ metric: Metric, _ column: ColumnSchema, watch: Double, limit: Double
  ) -> Expectation {
    Expectation(
      metric, feature: column.name, maximum: limit, watchAbove: watch, origin: .convention)
  }
}
