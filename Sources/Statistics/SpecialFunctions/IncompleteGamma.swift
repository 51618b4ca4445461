import Foundation

/// Regularised incomplete gamma functions P(a, x) and Q(a, x).
///
///     P(a, x) = γ(a, x) / Γ(a),   Q(a, x) = Γ(a, x) / Γ(a) = 1 − P(a, x)
///
/// P comes from its power series below x = a + 1 and Q from Legendre's continued fraction above;
/// the other one is the complement, except where P is close to 1 for a < 1 and Q has a series of
/// its own.
///
/// - Parameters:
///   - a: Shape, greater than 0 and finite.
///   - x: At least 0; x = 0 gives P = 0 and x = ∞ gives Q = 0.
/// - Returns: P as the lower and Q as the upper tail, each with a relative error of at most 1e-12,
///   also where it underflows (by its logarithm).
/// - Complexity: O(√a) near x = a, O(1) far from it.
///
/// Source: DLMF 8.2.4, 8.7.1, 8.7.3, 8.9.2.
package func regularisedIncompleteGamma(shape a: Double, at x: Double) -> Tails {
  precondition(
    a > 0 && a.isFinite, "The shape of an incomplete gamma function is positive and finite.")
  precondition(x >= 0, "The argument of an incomplete gamma function is not negative.")
  if x == 0 { return .allAbove }
  if x == .infinity { return .allBelow }
  let logKernel = logGammaKernel(shape: a, at: x)
  guard x < a + 1 else {
    let fraction = continuedFraction(leading: x + 1 - a) { i in (-i * (i - a), x + 2 * i + 1 - a) }
    return Tails(logUpper: logKernel - log(fraction))
  }
  var sum = 1.0
  var term = 1.0
  var denominator = a
  repeat {
    denominator += 1
    term *= x / denominator
    sum += term
  } while term > sum * 0.5 * .ulpOfOne
  let logLower = logKernel - log(a) + log(sum)
  if logLower > -0.1, a < 1 {
    return Tails(logLower: logLower, logUpper: logUpperGammaForSmallShape(a, x))
  }
  return Tails(logLower: logLower)
}

/// ln(xᵃ e⁻ˣ / Γ(a)), the derivative of P with respect to ln x, as a logarithm.
///
/// - Complexity: O(1).
func logGammaKernel(shape a: Double, at x: Double) -> Double {
  if a < 16 { return a * log(x) - x - logGamma(a).logMagnitude }
  return -devianceTerm(a, mean: x) - stirlingError(a) + 0.5 * (log(a) - 1.8378770664093453)
}

/// ln Q(a, x) for a < 1 and x < a + 1, where 1 − P would cancel.
///
///     Q = −expm1(t) − eᵗ a Σₙ₌₁ (−x)ⁿ / (n! (a + n)),   t = a ln x − ln Γ(1 + a)
private func logUpperGammaForSmallShape(_ a: Double, _ x: Double) -> Double {
  let t = a * log(x) - logGammaOnePlus(a)
  var sum = 0.0
  var power = 1.0
  var n = 0.0
  repeat {
    n += 1
    power *= -x / n
    sum += power / (a + n)
  } while abs(power) > 1e-18
  return log(-expm1(t) - exp(t) * a * sum)
}
