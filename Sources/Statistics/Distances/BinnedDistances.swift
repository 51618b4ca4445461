import Foundation

/// Population stability index (PSI) of `current` against `reference`.
///
///     PSI = Σᵢ (cᵢ − rᵢ) · ln(cᵢ / rᵢ)
///
/// Counts are first divided by their sum. Shares below `floor` are then raised to it, each by
/// itself and without dividing again, so an empty bin contributes a finite amount and the other
/// bins keep theirs.
///
/// - Parameters:
///   - reference: Rows or share of rows per bin; k ≥ 1 values, finite, at least 0, not all 0.
///   - current: The same bins, in the same order.
///   - floor: Smallest share admitted under the logarithm; dimensionless, in (0, 1). The default is
///     the field's.
/// - Returns: The index in nats; 0 for equal distributions, never negative.
/// - Throws: `StatisticsError` for k = 0, unequal k, an inadmissible element, a side without rows
///   or a floor outside (0, 1).
/// - Complexity: O(k) time, no allocation.
///
/// Source: N. Siddiqi, *Credit Risk Scorecards*, Wiley 2006; equals Jeffreys' divergence.
package func populationStabilityIndex(
  reference: [Double], current: [Double], floor: Double = 1e-4
) throws(StatisticsError) -> Double {
  try requireFloor(floor)
  return try sumOverBins(reference, current) { r, c in
    let (r, c) = (max(r, floor), max(c, floor))
    return (c - r) * log(c / r)
  }
}

/// Kullback–Leibler divergence of `current` from `reference`.
///
///     D(c ‖ r) = Σᵢ cᵢ · ln(cᵢ / rᵢ)
///
/// Counts are first divided by their sum. Shares below `floor` are then raised to it, as for
/// `populationStabilityIndex`; without that a value unseen in the reference would make the
/// divergence infinite.
///
/// - Parameters:
///   - reference: Rows or share of rows per bin; k ≥ 1 values, finite, at least 0, not all 0.
///   - current: The same bins, in the same order.
///   - floor: Smallest share admitted under the logarithm; dimensionless, in (0, 1). The default is
///     that of PSI.
/// - Returns: The divergence in nats; 0 for equal distributions. Raised shares sum to more than 1
///   and could make it negative by at most k · floor; 0 is returned then.
/// - Throws: `StatisticsError` for k = 0, unequal k, an inadmissible element, a side without rows
///   or a floor outside (0, 1).
/// - Complexity: O(k) time, no allocation.
///
/// Source: S. Kullback and R. A. Leibler, *Ann. Math. Statist.* 22 (1951) 79.
package func kullbackLeiblerDivergence(
  reference: [Double], current: [Double], floor: Double = 1e-4
) throws(StatisticsError) -> Double {
  try requireFloor(floor)
  let sum = try sumOverBins(reference, current) { r, c in
    let (r, c) = (max(r, floor), max(c, floor))
    return c * log(c / r)
  }
  return max(sum, 0)
}

/// Jensen–Shannon distance: the square root of the divergence of both distributions from their
/// mean.
///
///     JS = √(½ Σᵢ [rᵢ ln(rᵢ/mᵢ) + cᵢ ln(cᵢ/mᵢ)]),   m = (r + c)/2
///
/// An empty bin needs no floor: 0 · ln 0 counts as 0.
///
/// - Parameters:
///   - reference: Rows or share of rows per bin; k ≥ 1 values, finite, at least 0, not all 0.
///   - current: The same bins, in the same order.
/// - Returns: The distance, in [0, √ln 2 ≈ 0.833]; 0 for equal distributions. It is a metric.
/// - Throws: `StatisticsError` for k = 0, unequal k, an inadmissible element or a side without
///   rows.
/// - Complexity: O(k) time, no allocation.
///
/// Source: J. Lin, *IEEE Trans. Information Theory* 37 (1991) 145; natural logarithms and square
/// root as in `scipy.spatial.distance.jensenshannon`.
package func jensenShannonDistance(
  reference: [Double], current: [Double]
) throws(StatisticsError) -> Double {
  let doubled = try sumOverBins(reference, current) { r, c in
    let mean = 0.5 * (r + c)
    // Σ(r − m) + Σ(c − m) = 0, so deviances have the same sum, and none of them is negative.
    return mean == 0 ? 0 : devianceTerm(r, mean: mean) + devianceTerm(c, mean: mean)
  }
  return min(0.5 * doubled, 0.6931471805599453).squareRoot()
}

/// Hellinger distance.
///
///     H = √(½ Σᵢ (√rᵢ − √cᵢ)²)
///
/// - Parameters:
///   - reference: Rows or share of rows per bin; k ≥ 1 values, finite, at least 0, not all 0.
///   - current: The same bins, in the same order.
/// - Returns: The distance, in [0, 1]; 0 for equal, 1 for disjoint distributions. It is a metric.
/// - Throws: `StatisticsError` for k = 0, unequal k, an inadmissible element or a side without
///   rows.
/// - Complexity: O(k) time, no allocation.
///
/// Source: L. Le Cam, *Asymptotic Methods in Statistical Decision Theory*, Springer 1986, chapter
/// 4.
package func hellingerDistance(
  reference: [Double], current: [Double]
) throws(StatisticsError) -> Double {
  let sum = try sumOverBins(reference, current) { r, c in
    let difference = r.squareRoot() - c.squareRoot()
    return difference * difference
  }
  return min(0.5 * sum, 1).squareRoot()
}

/// Total variation distance: the largest difference of the probabilities of any event.
///
///     TV = ½ Σᵢ |rᵢ − cᵢ|
///
/// - Parameters:
///   - reference: Rows or share of rows per bin; k ≥ 1 values, finite, at least 0, not all 0.
///   - current: The same bins, in the same order.
/// - Returns: The distance, in [0, 1]; 0 for equal, 1 for disjoint distributions. It is a metric.
/// - Throws: `StatisticsError` for k = 0, unequal k, an inadmissible element or a side without
///   rows.
/// - Complexity: O(k) time, no allocation.
///
/// Source: D. A. Levin, Y. Peres and E. L. Wilmer, *Markov Chains and Mixing Times*, AMS 2009,
/// section 4.1.
package func totalVariationDistance(
  reference: [Double], current: [Double]
) throws(StatisticsError) -> Double {
  min(try sumOverBins(reference, current) { r, c in 0.5 * abs(r - c) }, 1)
}

/// Sum over the bins of a contribution of both shares.
private func sumOverBins(
  _ reference: [Double], _ current: [Double], contribution: (Double, Double) -> Double
) throws(StatisticsError) -> Double {
  try requireMatching(reference, current)
  let referenceTotal = reference.reduce(0, +)
  let currentTotal = current.reduce(0, +)
  var sum = 0.0
  for (r, c) in zip(reference, current) {
    sum += contribution(r / referenceTotal, c / currentTotal)
  }
  return sum
}

private func requireFloor(_ floor: Double) throws(StatisticsError) {
  guard floor > 0, floor < 1 else {
    throw StatisticsError(.outOfRange("(0, 1)"), argument: "floor")
  }
}
