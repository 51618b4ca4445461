/// Wilson's score interval for a proportion, without continuity correction.
///
///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
///
/// The limits at 0 and n successes are exactly 0 and 1.
///
/// - Parameters:
///   - proportion: Successes and trials.
///   - level: Confidence level.
/// - Returns: The interval, inside [0, 1]; `.unavailable` with `.noObservations` without trials.
/// - Complexity: O(1).
///
/// Source: E. B. Wilson, *J. American Statistical Association* 22 (1927) 209.
package func wilsonInterval(
  _ proportion: Proportion, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  guard let p = proportion.share else { return .unavailable(.noObservations) }
  let n = Double(proportion.trials)
  let z2 = level.z * level.z
  let q = Double(proportion.trials - proportion.successes) / n
  let spread = (z2 * (p * q / n + z2 / (4 * n * n))).squareRoot()
  let widening = 1 + z2 / n
  // The limits solve a quadratic whose roots have the product p²/(1 + z²/n): the smaller one
  // follows without cancellation, and is exactly 0 for p = 0.
  let upper = proportion.successes == proportion.trials ? 1 : (p + z2 / (2 * n) + spread) / widening
  return .measured(
    ConfidenceInterval(estimate: p, lower: p * p / (widening * upper), upper: upper))
}

/// Exact (Clopper–Pearson) interval for a proportion.
///
///     lower: P(X ≥ x | lower) = (1 − level)/2,   upper: P(X ≤ x | upper) = (1 − level)/2
///
/// Holds the true value at least as often as the level says, mostly more often. The limits at 0 and
/// n successes are exactly 0 and 1.
///
/// - Parameters:
///   - proportion: Successes and trials.
///   - level: Confidence level.
/// - Returns: The interval, inside [0, 1]; `.unavailable` with `.noObservations` without trials.
/// - Complexity: That of two `betaQuantile`.
///
/// Source: C. J. Clopper and E. S. Pearson, *Biometrika* 26 (1934) 404.
package func exactInterval(
  _ proportion: Proportion, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  guard let p = proportion.share else { return .unavailable(.noObservations) }
  let x = Double(proportion.successes)
  let rest = Double(proportion.trials - proportion.successes)
  let lower = x == 0 ? 0 : betaQuantile(x, rest + 1, .lower(level.tail)).x
  let upper = rest == 0 ? 1 : betaQuantile(x + 1, rest, .upper(level.tail)).x
  return .measured(ConfidenceInterval(estimate: p, lower: lower, upper: upper))
}

/// Newcombe's hybrid score interval (his method 10) for a difference of independent proportions.
///
///     d − √((p_c − l_c)² + (u_r − p_r)²)  …  d + √((u_c − p_c)² + (p_r − l_r)²),   d = p_c − p_r
///
/// with l and u the Wilson limits of either proportion.
///
/// - Parameters:
///   - reference: Successes and trials of the reference.
///   - current: Successes and trials of the current period.
///   - level: Confidence level.
/// - Returns: The interval of current minus reference, inside [−1, 1]; `.unavailable` with
///   `.noObservations` when a group is empty.
/// - Complexity: O(1).
///
/// Source: R. G. Newcombe, *Statistics in Medicine* 17 (1998) 873.
package func newcombeInterval(
  reference: Proportion, current: Proportion, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  guard let from = wilsonInterval(reference, level: level).value,
    let to = wilsonInterval(current, level: level).value
  else { return .unavailable(.noObservations) }
  let difference = to.estimate - from.estimate
  let below = hypotenuse(to.estimate - to.lower, from.upper - from.estimate)
  let above = hypotenuse(to.upper - to.estimate, from.estimate - from.lower)
  return .measured(
    ConfidenceInterval(
      estimate: difference, lower: difference - below, upper: difference + above))
}

private func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
