package import Profiling
import Statistics

extension ProfileMeasurer {
  /// How far the values of one column have moved from the reference.
  ///
  /// - Parameter version: Whose deciles make the bins; `nil` for those of `reference` itself.
  func drift(
    of column: ColumnSchema, within slice: Slice, current: ColumnSummary?,
    reference: ColumnSummary?, version: String?
  ) -> [MetricValue] {
    let count = current?.count ?? 0
    let comparison = Self.comparison(column, current, reference, version: version)
    var measured: [(Metric, Estimate)] = []
    if case .numeric(let anchors) = column.kind {
      measured += ordered(anchors, current: current, reference: reference)
      measured += contingencyOfFewValues(column, current: current, reference: reference)
    } else {
      measured += contingency(comparison)
    }
    measured += binned(comparison)
    let replaced = replacements(of: column, current: current, reference: reference)
    return measured.map { metric, estimate in
      MetricValue(
        MetricKey(metric, slice: slice, feature: column.name), replaced[metric] ?? estimate,
        count: count)
    }
  }

  /// The bins that both sides are counted over, or why there are none.
  private static func comparison(
    _ column: ColumnSchema, _ current: ColumnSummary?, _ reference: ColumnSummary?,
    version: String?
  ) -> Comparison {
    guard let reference, reference.count > 0 else { return .unavailable(.noReference) }
    guard
      let bins = ColumnBins(
        column: column, current: current, reference: reference, version: version)
    else { return .unavailable(.noValues) }
    return .bins(bins)
  }

  private enum Comparison {
    case bins(ColumnBins)
    case unavailable(Unavailability)
  }

  /// Distances over the bins, in catalogue order.
  private func binned(_ comparison: Comparison) -> [(Metric, Estimate)] {
    typealias Distance = BinnedDistanceInterval.Distance
    let distances: [(Metric, Distance)] = [
      (.jensenShannonDistance, .jensenShannon), (.klDivergence, .kullbackLeibler),
      (.hellingerDistance, .hellinger), (.totalVariationDistance, .totalVariation),
    ]
    let others = distances.map { metric, distance -> (Metric, Estimate) in
      switch comparison {
      case .unavailable(let reason): (metric, .unavailable(reason))
      case .bins(let bins):
        (
          metric,
          distance.estimate(
            reference: bins.reference, current: bins.current, floor: Self.stabilityFloor,
            confidence: settings.confidence)
        )
      }
    }
    return [(.psi, stabilityIndex(comparison))] + others
  }

  /// Shares below this are raised to it, so that an empty bin adds a finite amount.
  static let stabilityFloor = 1e-4

  private func stabilityIndex(_ comparison: Comparison) -> Estimate {
    guard case .bins(let bins) = comparison else {
      guard case .unavailable(let reason) = comparison else { return .unavailable(.noValues) }
      return .unavailable(reason)
    }
    let interval = StabilityInterval(floor: Self.stabilityFloor, confidence: settings.confidence)
    return .distance(
      {
        try populationStabilityIndex(
          reference: bins.referenceShares, current: bins.currentShares, floor: Self.stabilityFloor)
      },
      interval: {
        interval.bounds(index: $0, reference: bins.reference, current: bins.current)
      })
  }

  /// χ² of the categories.
  private func contingency(_ comparison: Comparison) -> [(Metric, Estimate)] {
    switch comparison {
    case .bins(let bins): contingency(reference: bins.reference, current: bins.current)
    case .unavailable(let reason): Self.noContingency(reason)
    }
  }

  private static func noContingency(_ reason: Unavailability) -> [(Metric, Estimate)] {
    [.chiSquaredStatistic, .chiSquaredPValue].map { ($0, .unavailable(reason)) }
  }

  func contingency(reference: [Int], current: [Int]) -> [(Metric, Estimate)] {
    do {
      guard let test = try chiSquaredTest(reference: reference, current: current).value else {
        return Self.noContingency(.undefined(because: "fewer than two categories occur"))
      }
      return [
        (.chiSquaredStatistic, .value(test.statistic, interval: nil)),
        (.chiSquaredPValue, .value(test.pValue, interval: nil)),
      ]
    } catch {
      return Self.noContingency(.undefined(because: "one side has no values"))
    }
  }

  /// The distributions behind the drift figures, for charts.
  package func distributions(
    of profile: Profile, against reference: Profile?, version: String
  ) -> [Distribution] {
    schema.columns.compactMap { column in
      let current = profile.column(named: column.name, subject: column.subject)
      let baseline = reference?.column(named: column.name, subject: column.subject)
      return Distribution(
        column: column, current: current, reference: baseline, version: version)
    }
  }
}

extension Distribution {
  /// `nil` when the column has no values now, or no reference to take its bins from.
  fileprivate init?(
    column: ColumnSchema, current: ColumnSummary?, reference: ColumnSummary?, version: String
  ) {
    guard
      let bins = ColumnBins(
        column: column, current: current, reference: reference, version: version),
      let subject = Subject(rawValue: column.subject.rawValue)
    else { return nil }
    let now = bins.currentShares
    let before = bins.referenceShares
    let list = now.indices.map { index in
      Bin(
        lower: index > 0 && bins.categories.isEmpty ? bins.edges[index - 1] : nil,
        upper: index < bins.edges.count ? bins.edges[index] : nil,
        category: bins.categories.isEmpty ? nil : bins.categories[index],
        current: now[index], reference: before[index])
    }
    self.init(
      column: column.name, subject: subject, bins: list,
      currentCount: bins.current.reduce(0, +), referenceCount: bins.reference.reduce(0, +))
  }
}
