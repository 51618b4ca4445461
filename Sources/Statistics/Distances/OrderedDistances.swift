/// Two-sample Kolmogorov–Smirnov statistic: the largest difference of the two empirical
/// distribution functions.
///
///     D = maxᵢ |F_r(xᵢ) − F_c(xᵢ)|
///
/// - Parameters:
///   - reference: Count at each distinct value of either sample, in ascending order of value; k ≥ 1
///     elements.
///   - current: Counts at the same values.
/// - Returns: The statistic, in [0, 1]; dimensionless.
/// - Throws: `StatisticsError` for k = 0, unequal k, a negative count or a side without rows.
/// - Complexity: O(k) time, no allocation.
///
/// Source: N. Smirnov, *Ann. Math. Statist.* 19 (1948) 279.
package func ksStatistic(reference: [Int], current: [Int]) throws(StatisticsError) -> Double {
  try requireMatching(reference, current)
  let referenceTotal = reference.reduce(0, +)
  let currentTotal = current.reduce(0, +)
  guard referenceTotal > 0 else { throw StatisticsError(.zeroTotal, argument: "reference") }
  guard currentTotal > 0 else { throw StatisticsError(.zeroTotal, argument: "current") }
  var (below, belowCurrent) = (0, 0)
  var largest = 0.0
  for (r, c) in zip(reference, current) {
    below += r
    belowCurrent += c
    let difference =
      Double(below) / Double(referenceTotal) - Double(belowCurrent) / Double(currentTotal)
    largest = max(largest, abs(difference))
  }
  return largest
}

/// Wasserstein distance of order 1: how far rows have to be moved, on average, to turn one sample
/// into the other.
///
///     W = ∫ |F_r(x) − F_c(x)| dx
///
/// - Parameters:
///   - values: The distinct values of both samples, strictly ascending and finite; k ≥ 1 elements.
///   - reference: Weight (rows or share of rows) at each value; finite, at least 0, not all 0.
///   - current: Weights at the same values.
/// - Returns: The distance, in the unit of the values; 0 for equal distributions.
/// - Throws: `StatisticsError` for k = 0, unequal k, unsorted values, an inadmissible element or a
///   side without rows.
/// - Complexity: O(k) time, no allocation.
///
/// Source: S. S. Vallender, *Theory of Probability and its Applications* 18 (1974) 784; as
/// `scipy.stats.wasserstein_distance`.
package func wassersteinDistance(
  values: [Double], reference: [Double], current: [Double]
) throws(StatisticsError) -> Double {
  try requireMatching(reference, current)
  guard values.count == reference.count else {
    throw StatisticsError(
      .lengthMismatch(expected: reference.count, found: values.count), argument: "values")
  }
  try requireAscending(values, argument: "values")
  let referenceTotal = reference.reduce(0, +)
  let currentTotal = current.reduce(0, +)
  var (below, belowCurrent) = (0.0, 0.0)
  var distance = 0.0
  for index in values.indices.dropLast() {
    below += reference[index]
    belowCurrent += current[index]
    let gap = values[index + 1] - values[index]
    distance += abs(below / referenceTotal - belowCurrent / currentTotal) * gap
  }
  return distance
}

/// Wasserstein distance in units of the reference's standard deviation.
///
///     W / max(σ_r, floor),   σ_r² = Σ wᵢ (xᵢ − mean)² / Σ wᵢ
///
/// - Parameters:
///   - values: The distinct values of both samples, strictly ascending and finite; k ≥ 1 elements.
///   - reference: Weight (rows or share of rows) at each value; finite, at least 0, not all 0.
///   - current: Weights at the same values.
///   - floor: Smallest divisor, in the unit of the values, greater than 0; keeps a constant
///     reference from dividing by 0. The default is Evidently's.
/// - Returns: The distance, dimensionless; 0 for equal distributions.
/// - Throws: As `wassersteinDistance`, and for a floor that is not positive.
/// - Complexity: O(k) time, no allocation.
///
/// Source: `scipy.stats.wasserstein_distance` over the population standard deviation, as Evidently
/// defines it.
package func normalisedWassersteinDistance(
  values: [Double], reference: [Double], current: [Double], floor: Double = 0.001
) throws(StatisticsError) -> Double {
  guard floor > 0 else { throw StatisticsError(.outOfRange("(0, ∞)"), argument: "floor") }
  let distance = try wassersteinDistance(values: values, reference: reference, current: current)
  let total = reference.reduce(0, +)
  var mean = 0.0
  for (value, weight) in zip(values, reference) { mean += value * (weight / total) }
  var variance = 0.0
  for (value, weight) in zip(values, reference) {
    variance += (value - mean) * (value - mean) * (weight / total)
  }
  return distance / max(variance.squareRoot(), floor)
}
