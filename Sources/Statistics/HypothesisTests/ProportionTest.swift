/// Two-sided z-test for the difference of two independent proportions, with pooled variance.
package struct ProportionTest: Sendable, Equatable {
  /// Standardised difference; positive when the current proportion is the larger.
  package let statistic: Double
  /// Probability of a |z| at least as large when both proportions are equal.
  package let pValue: Double
  /// Current minus reference proportion, in [−1, 1].
  package let difference: Double
  /// The proportion of both groups together, in (0, 1).
  package let pooled: Double
}

/// Tests whether two independent proportions differ.
///
///     z = (p_c − p_r) / √(p(1 − p)(1/n_c + 1/n_r)),   p = (x_c + x_r)/(n_c + n_r)
///
/// - Parameters:
///   - reference: Successes and trials of the reference.
///   - current: Successes and trials of the current period.
/// - Returns: The test; `.unavailable` with `.noObservations` when a group is empty and
///   `.noVariation` when all or none of the trials succeeded.
/// - Complexity: O(1).
///
/// Source: J. L. Fleiss, *Statistical Methods for Rates and Proportions*, 3rd ed. 2003, section
/// 3.1, without continuity correction.
package func proportionTest(
  reference: Proportion, current: Proportion
) -> Measured<ProportionTest> {
  guard let from = reference.share, let to = current.share else {
    return .unavailable(.noObservations)
  }
  let successes = reference.successes + current.successes
  let trials = reference.trials + current.trials
  guard successes > 0, successes < trials else { return .unavailable(.noVariation) }
  let pooled = Double(successes) / Double(trials)
  let failing = Double(trials - successes) / Double(trials)
  let inverseCounts = 1 / Double(reference.trials) + 1 / Double(current.trials)
  let z = (to - from) / (pooled * failing * inverseCounts).squareRoot()
  return .measured(
    ProportionTest(
      statistic: z, pValue: min(2 * NormalDistribution.standard.survival(abs(z)), 1),
      difference: to - from, pooled: pooled))
}
