import Foundation

/// Log-normal (Katz) interval for a ratio of independent proportions.
///
///     exp(ln(p_c/p_r) ± z s),   s² = 1/x_c − 1/n_c + 1/x_r − 1/n_r
///
/// Zeros: without successes in the reference the ratio has no value. Without successes in the
/// current period the ratio and its lower limit are 0 and the upper limit comes from ½ success.
/// When every trial of both groups succeeded s would be 0, so each group counts ½ success less for
/// s.
///
/// - Parameters:
///   - reference: Successes and trials of the reference, the denominator.
///   - current: Successes and trials of the current period, the numerator.
///   - level: Confidence level.
/// - Returns: The interval of current over reference, in [0, ∞); `.unavailable` with
///   `.noObservations` when a group is empty and `.zeroDenominator` when the reference has no
///   successes.
/// - Complexity: O(1).
///
/// Source: D. Katz et al., *Biometrics* 34 (1978) 469; the ½ after S. D. Walter, *Biometrika* 62
/// (1975) 371.
package func katzInterval(
  reference: Proportion, current: Proportion, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  guard let from = reference.share, let to = current.share else {
    return .unavailable(.noObservations)
  }
  guard from > 0 else { return .unavailable(.zeroDenominator) }
  let isCertain = from == 1 && to == 1
  let correction = isCertain ? 0.5 : 0
  let numerator = current.successes == 0 ? 0.5 : Double(current.successes) - correction
  let denominator = Double(reference.successes) - correction
  let currentPart = 1 / numerator - 1 / Double(current.trials)
  let referencePart = 1 / denominator - 1 / Double(reference.trials)
  let spread = exp(level.z * (currentPart + referencePart).squareRoot())
  let ratio = to / from
  if current.successes == 0 {
    let half = numerator / Double(current.trials) / from
    return .measured(ConfidenceInterval(estimate: 0, lower: 0, upper: half * spread))
  }
  return .measured(
    ConfidenceInterval(estimate: ratio, lower: ratio / spread, upper: ratio * spread))
}
