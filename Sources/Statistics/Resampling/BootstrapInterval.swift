/// A percentile interval from resampled tables of counts.
package struct BootstrapInterval: Sendable, Equatable {
  /// The statistic of the data, and the percentiles of its resamples.
  package let interval: ConfidenceInterval
  /// Number of resamples drawn.
  package let replicates: Int
  /// Resamples for which the statistic was undefined; they are left out of the percentiles.
  package let undefinedReplicates: Int
}

/// Percentile bootstrap interval of a statistic of count tables.
///
/// Rows are drawn with replacement within each table, whose total stays fixed, so groups of fixed
/// size are given as one table each. The limits are the (1 − level)/2 and (1 + level)/2 quantiles
/// of the resampled statistics, linear between order statistics.
///
/// - Parameters:
///   - tables: Rows per category of each group; at least one table, counts at least 0.
///   - replicates: Number of resamples, at least 1. The default keeps the limits steady to a few
///     per cent of their distance.
///   - level: Confidence level.
///   - seed: Start of the random sequence; equal seeds give equal limits.
///   - statistic: The statistic of tables shaped like `tables`, or nil where it is undefined.
/// - Returns: The interval; `.unavailable` with `.undefinedStatistic` when the statistic is
///   undefined for the data or for more than half of the resamples.
/// - Throws: `StatisticsError` for no tables, a negative count or fewer than one resample.
/// - Complexity: O(replicates · (categories + cost of the statistic)).
///
/// Source: B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap*, 1993, section 13.3.
package func bootstrapInterval(
  tables: [[Int]], replicates: Int = 2000, level: ConfidenceLevel = .percent95, seed: UInt64,
  statistic: ([[Int]]) -> Double?
) throws(StatisticsError) -> Measured<BootstrapInterval> {
  guard !tables.isEmpty else { throw StatisticsError(.empty, argument: "tables") }
  guard replicates >= 1 else {
    throw StatisticsError(.outOfRange("[1, ∞)"), argument: "replicates")
  }
  if let index = tables.firstIndex(where: { table in table.contains { $0 < 0 } }) {
    throw StatisticsError(.invalidElement(index: index), argument: "tables")
  }
  guard let estimate = statistic(tables) else { return .unavailable(.undefinedStatistic) }
  var generator = SplitMix64(seed: seed)
  var resampled: [Double] = []
  resampled.reserveCapacity(replicates)
  for _ in 0..<replicates {
    let drawn = tables.map { generator.resample($0) }
    if let value = statistic(drawn), !value.isNaN { resampled.append(value) }
  }
  guard resampled.count * 2 >= replicates else { return .unavailable(.undefinedStatistic) }
  resampled.sort()
  let interval = ConfidenceInterval(
    estimate: estimate, lower: quantile(level.tail, ofSorted: resampled),
    upper: quantile(1 - level.tail, ofSorted: resampled))
  return .measured(
    BootstrapInterval(
      interval: interval, replicates: replicates,
      undefinedReplicates: replicates - resampled.count))
}

/// Quantile of sorted values, linear between neighbours.
///
/// Source: R. J. Hyndman and Y. Fan, *The American Statistician* 50 (1996) 361, definition 7;
/// NumPy's default.
private func quantile(_ p: Double, ofSorted values: [Double]) -> Double {
  let position = p * Double(values.count - 1)
  let index = Int(position)
  guard index + 1 < values.count else { return values[values.count - 1] }
  let fraction = position - Double(index)
  return values[index] + (values[index + 1] - values[index]) * fraction
}
