import Profiling

/// How far the estimates of one metric were from what the labels showed later.
package struct EstimateRecord: Hashable, Sendable {
  /// The estimated metric, such as `estimated_roc_auc`.
  package let metric: Metric
  /// Mean over the periods of |estimated − realised|, in the unit of the metric.
  package let meanAbsoluteError: Double
  /// Periods that had both.
  package let periodCount: Int

  package init(metric: Metric, meanAbsoluteError: Double, periodCount: Int) {
    self.metric = metric
    self.meanAbsoluteError = meanAbsoluteError
    self.periodCount = periodCount
  }

  /// One record for each estimated metric that can be compared, in the catalogue's order.
  ///
  /// - Parameters:
  ///   - periods: The periods to look back on; the arm that leads each of them counts.
  ///   - minimumRows: Realised figures from fewer labelled rows are left out: they say more of
  ///     chance than of the estimate.
  package static func list(
    over periods: some Sequence<PeriodRecord>, minimumRows: Int
  ) -> [EstimateRecord] {
    var gaps: [Metric: [Double]] = [:]
    for leading in periods.compactMap(\.leading) {
      for (estimated, realised) in Metric.realisedByEstimated {
        guard let estimate = leading[MetricKey(estimated)]?.estimate.value,
          let found = leading[MetricKey(realised)], found.count >= minimumRows,
          let value = found.estimate.value
        else { continue }
        gaps[estimated, default: []].append((estimate - value).magnitude)
      }
    }
    return gaps.sorted { $0.key < $1.key }.map { metric, gaps in
      EstimateRecord(
        metric: metric, meanAbsoluteError: gaps.reduce(0, +) / Double(gaps.count),
        periodCount: gaps.count)
    }
  }
}

extension Metric {
  /// What the labels will show in the place of an estimate; `nil` for a metric that is none.
  package var realised: Metric? { Self.realisedByEstimated[self] }

  /// The metric whose name remains without `estimated_`.
  static let realisedByEstimated: [Metric: Metric] = {
    let prefix = "estimated_"
    let pairs = allCases.filter { $0.rawValue.hasPrefix(prefix) }.compactMap { metric in
      Metric(rawValue: String(metric.rawValue.dropFirst(prefix.count))).map { (metric, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()
}
