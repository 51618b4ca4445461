import Foundation

/// Test of homogeneity on the 2 × k table of a reference and a current sample.
package struct ContingencyTest: Sendable, Equatable {
  /// Pearson's χ² or the likelihood ratio G, at least 0.
  package let statistic: Double
  /// Probability of a statistic at least as large when both samples have one distribution.
  package let pValue: Double
  /// Number of categories that occur, minus 1.
  package let degreesOfFreedom: Int
  /// Smallest expected count; below about 5 the p-value is only a rough guide.
  package let smallestExpectedCount: Double
}

/// Pearson's χ² test on the 2 × k table of two samples, without continuity correction.
///
///     χ² = Σ (O − E)²/E,   E = row total · column total / total
///
/// Categories that occur in neither sample are left out and do not count as degrees of freedom.
///
/// - Parameters:
///   - reference: Count per category, each at least 0; k ≥ 1 elements.
///   - current: The same categories, in the same order.
/// - Returns: The test; `.unavailable` with `.noObservations` when a sample is empty and
///   `.fewerThanTwoCategories` when only one category occurs.
/// - Throws: `StatisticsError` for k = 0, unequal k, or a negative count.
/// - Complexity: O(k) time, no allocation.
///
/// Source: K. Pearson, *Philosophical Magazine* 50 (1900) 157; as `scipy.stats.chi2_contingency`
/// with `correction=False`.
package func chiSquaredTest(
  reference: [Int], current: [Int]
) throws(StatisticsError) -> Measured<ContingencyTest> {
  try contingencyTest(reference, current) { observed, expected in
    let difference = observed - expected
    return difference * difference / expected
  }
}

/// Likelihood-ratio test (G-test) on the 2 × k table of two samples.
///
///     G = 2 Σ O ln(O/E),   E = row total · column total / total
///
/// A cell with O = 0 contributes nothing. Otherwise as `chiSquaredTest(reference:current:)`.
///
/// - Parameters:
///   - reference: Count per category, each at least 0; k ≥ 1 elements.
///   - current: The same categories, in the same order.
/// - Returns: The test; `.unavailable` with `.noObservations` when a sample is empty and
///   `.fewerThanTwoCategories` when only one category occurs.
/// - Throws: `StatisticsError` for k = 0, unequal k, or a negative count.
/// - Complexity: O(k) time, no allocation.
///
/// Source: S. S. Wilks, *Ann. Math. Statist.* 9 (1938) 60; as `scipy.stats.chi2_contingency` with
/// `lambda_="log-likelihood"` and `correction=False`.
package func likelihoodRatioTest(
  reference: [Int], current: [Int]
) throws(StatisticsError) -> Measured<ContingencyTest> {
  // Σ (O − E) is 0 over the table, so the deviance form has the same sum, and no cancellation.
  try contingencyTest(reference, current) { observed, expected in
    2 * devianceTerm(observed, mean: expected)
  }
}

private func contingencyTest(
  _ reference: [Int], _ current: [Int], contribution: (Double, Double) -> Double
) throws(StatisticsError) -> Measured<ContingencyTest> {
  try requireMatching(reference, current)
  let referenceTotal = Double(reference.reduce(0, +))
  let currentTotal = Double(current.reduce(0, +))
  guard referenceTotal > 0, currentTotal > 0 else { return .unavailable(.noObservations) }
  let total = referenceTotal + currentTotal
  var statistic = 0.0
  var categories = 0
  var smallest = Double.infinity
  for (r, c) in zip(reference, current) where r + c > 0 {
    let column = Double(r + c)
    let expectedReference = referenceTotal * column / total
    let expectedCurrent = currentTotal * column / total
    statistic += contribution(Double(r), expectedReference)
    statistic += contribution(Double(c), expectedCurrent)
    smallest = min(smallest, expectedReference, expectedCurrent)
    categories += 1
  }
  guard categories > 1 else { return .unavailable(.fewerThanTwoCategories) }
  let degrees = categories - 1
  return .measured(
    ContingencyTest(
      statistic: statistic,
      pValue: ChiSquared(degreesOfFreedom: Double(degrees)).survival(statistic),
      degreesOfFreedom: degrees, smallestExpectedCount: smallest))
}
