package import Profiling
import Statistics

extension ProfileMeasurer {
  /// How far the values of one column have moved from the reference.
  func drift(
    of column: ColumnSchema, current: ColumnSummary?, reference: ColumnSummary?, version: String
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
        MetricKey(metric, feature: column.name), replaced[metric] ?? estimate, count: count)
    }
  }

  /// The bins that both sides are counted over, or why there are none.
  private static func comparison(
    _ column: ColumnSchema, _ current: ColumnSummary?, _ reference: ColumnSummary?, version: String
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
    typealias Distance = ([Double], [Double]) throws -> Double
    let distances: [(Metric, Distance)] = [
      (.jensenShannonDistance, { try jensenShannonDistance(reference: $0, current: $1) }),
      (.klDivergence, { try kullbackLeiblerDivergence(reference: $0, current: $1) }),
      (.hellingerDistance, { try hellingerDistance(reference: $0, current: $1) }),
      (.totalVariationDistance, { try totalVariationDistance(reference: $0, current: $1) }),
    ]
    let others = distances.map { metric, distance -> (Metric, Estimate) in
      switch comparison {
      case .unavailable(let reason): (metric, .unavailable(reason))
      case .bins(let bins):
        (metric, .distance { try distance(bins.referenceShares, bins.currentShares) })
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
    let estimate = Estimate.distance {
      try populationStabilityIndex(
        reference: bins.referenceShares, current: bins.currentShares, floor: Self.stabilityFloor)
    }
    guard let index = estimate.value else { return estimate }
    let interval = StabilityInterval(floor: Self.stabilityFloor, confidence: settings.confidence)
    return .value(
      index,
      interval: interval.bounds(index: index, reference: bins.reference, current: bins.current))
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

  /// What the order of numbers tells: Kolmogorov–Smirnov and Wasserstein.
  private func ordered(
    _ anchors: NumericAnchors, current: ColumnSummary?, reference: ColumnSummary?
  ) -> [(Metric, Estimate)] {
    let metrics: [Metric] = [
      .ksStatistic, .ksPValue, .wassersteinDistance, .normalisedWassersteinDistance,
    ]
    guard case .numeric(let before)? = reference, before.count > 0 else {
      return metrics.map { ($0, .unavailable(.noReference)) }
    }
    guard case .numeric(let now)? = current, now.count > 0 else {
      return metrics.map { ($0, .unavailable(.noValues)) }
    }
    let statistic = Estimate.distance {
      try ksStatistic(reference: before.cells, current: now.cells)
    }
    let pValue = Estimate.distance {
      try KolmogorovSmirnovTest(
        statistic: ksStatistic(reference: before.cells, current: now.cells),
        referenceCount: before.count, currentCount: now.count
      ).pValue
    }
    let points = CellPoints(anchors: anchors, before, now)
    return [
      (.ksStatistic, statistic), (.ksPValue, pValue),
      (
        .wassersteinDistance,
        .distance {
          try wassersteinDistance(
            values: points.values, reference: points.reference, current: points.current)
        }
      ),
      (
        .normalisedWassersteinDistance,
        .distance {
          try normalisedWassersteinDistance(
            values: points.values, reference: points.reference, current: points.current)
        }
      ),
    ]
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

extension Estimate {
  /// A distance, which is undefined where its arguments are no distributions.
  fileprivate static func distance(_ compute: () throws -> Double) -> Estimate {
    do {
      return .value(try compute(), interval: nil)
    } catch {
      return .unavailable(.undefined(because: "one side has no values"))
    }
  }
}

/// Both sides of a numeric column at common points: each anchor, and a point between two anchors
/// for what was counted there.
private struct CellPoints {
  private(set) var values: [Double] = []
  private(set) var reference: [Double] = []
  private(set) var current: [Double] = []

  init(anchors: NumericAnchors, _ before: NumericSummary, _ now: NumericSummary) {
    let lowest = min(before.minimum ?? .infinity, now.minimum ?? .infinity)
    let highest = max(before.maximum ?? -.infinity, now.maximum ?? -.infinity)
    for cell in 0..<anchors.cellCount where before.cells[cell] > 0 || now.cells[cell] > 0 {
      let below = cell > 1 ? max(lowest, anchors.values[(cell - 1) / 2]) : lowest
      let above = cell / 2 < anchors.values.count ? min(highest, anchors.values[cell / 2]) : highest
      let value = cell % 2 == 1 ? anchors.values[cell / 2] : below + (above - below) / 2
      // Rounding could put a point onto the anchor below it; points have to ascend.
      if let last = values.last, value <= last {
        reference[values.count - 1] += Double(before.cells[cell])
        current[values.count - 1] += Double(now.cells[cell])
      } else {
        values.append(value)
        reference.append(Double(before.cells[cell]))
        current.append(Double(now.cells[cell]))
      }
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
