import Foundation

/// The point of a beta distribution that cuts off a given tail.
///
/// - Parameters:
///   - a: First shape, greater than 0 and finite.
///   - b: Second shape, greater than 0 and finite.
///   - probability: The tail, in [0, 1].
/// - Returns: The point with I_x(a, b) or its complement equal to the probability, known from both
///   ends.
/// - Complexity: About ten evaluations of the incomplete beta function.
///
/// Source: Newton's method on the logarithm of the tail in the log-odds of x.
package func betaQuantile(_ a: Double, _ b: Double, _ probability: TailProbability) -> UnitPoint {
  precondition(probability.isProbability, "A tail probability lies in [0, 1].")
  switch probability.smaller {
  case .lower(let p): return lowerBetaQuantile(a, b, p)
  case .upper(let q): return lowerBetaQuantile(b, a, q).reversed
  }
}

/// The point with I_x(a, b) = p for p ≤ ½.
private func lowerBetaQuantile(_ a: Double, _ b: Double, _ p: Double) -> UnitPoint {
  if p == 0 { return UnitPoint(0) }
  let logP = log(p)
  let start: Double
  if a > 1 && b > 1 {
    start = log(a / b) + NormalDistribution.standard.quantile(.lower(p)) * sqrt(1 / a + 1 / b)
  } else {
    // Leading term xᵃ / (a B(a, b)); the kernel at x ≈ 0 is its numerator times a.
    let origin = UnitPoint(logOdds: -800)
    start = min((logP + log(a) - logBetaKernel(a, b, at: origin) + a * origin.logX) / a, 0)
  }
  let root = concaveRoot(from: start) { u in
    let point = UnitPoint(logOdds: u)
    let logLower = regularisedIncompleteBeta(a, b, at: point).logLower
    return (logLower - logP, exp(logBetaKernel(a, b, at: point) - logLower))
  }
  return UnitPoint(logOdds: root)
}
