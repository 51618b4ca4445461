import Foundation

/// Regularised incomplete beta function I_x(a, b) and its complement I_{1−x}(b, a).
///
///     I_x(a, b) = 1/B(a, b) ∫₀ˣ tᵃ⁻¹ (1 − t)ᵇ⁻¹ dt
///
/// The continued fraction gives the tail on the nearer side of the mean; the other is its
/// complement, or has its own fraction where the complement would cancel.
///
/// - Parameters:
///   - a: First shape, greater than 0 and finite.
///   - b: Second shape, greater than 0 and finite.
///   - point: x together with 1 − x.
/// - Returns: I_x(a, b) as the lower and its complement as the upper tail, each with a relative
///   error below 1e-12 as measured for shapes from 0.1 to 1e5, also where it underflows (by its
///   logarithm).
/// - Complexity: O(√max(a, b)) near the mean, O(1) far from it.
///
/// Source: DLMF 8.17.2, 8.17.4, 8.17.22.
package func regularisedIncompleteBeta(_ a: Double, _ b: Double, at point: UnitPoint) -> Tails {
  precondition(
    a > 0 && b > 0 && a.isFinite && b.isFinite,
    "The shapes of an incomplete beta function are positive and finite.")
  if point.logX == -.infinity { return .allAbove }
  if point.logY == -.infinity { return .allBelow }
  guard point.x <= (a + 1) / (a + b + 2) else {
    // The mirrored point always satisfies the condition: the two bounds sum to 1.
    return nearTails(b, a, at: point.reversed).reversed
  }
  return nearTails(a, b, at: point)
}

/// ln(xᵃ (1 − x)ᵇ / B(a, b)), the derivative of I_x with respect to the log-odds of x, as a
/// logarithm.
///
/// - Complexity: O(1).
func logBetaKernel(_ a: Double, _ b: Double, at point: UnitPoint) -> Double {
  let n = a + b
  let scale = 0.5 * (log(a) + log(b / n) - 1.8378770664093453)
  let constant = stirlingError(n) - stirlingError(a) - stirlingError(b) + scale
  if point.x > 1e-290 && point.y > 1e-290 {
    return constant - devianceTerm(a, mean: n * point.x) - devianceTerm(b, mean: n * point.y)
  }
  return constant + a * (point.logX + log1p(b / a)) + b * (point.logY + log1p(a / b))
}

/// Both tails at a point on the lower side of the mean.
private func nearTails(_ a: Double, _ b: Double, at point: UnitPoint) -> Tails {
  let logKernel = logBetaKernel(a, b, at: point)
  let logLower = logKernel - log(betaFraction(a, b, at: point))
  // Only for shapes below ½ does the near side hold so much that the complement loses digits.
  guard logLower > -0.01 else { return Tails(logLower: logLower) }
  let logUpper = logKernel - log(betaFraction(b, a, at: point.reversed))
  return Tails(logLower: logLower, logUpper: logUpper)
}

/// The continued fraction β₁ + α₂/(β₂ + α₃/(β₃ + …)), by which the kernel is divided.
///
/// With x close to 1 and a large, everything depends on 1 − x; this form takes it as it is known,
/// where the fraction of DLMF 8.17.22, of which it is the even part, would have to form it from x
/// again.
///
/// Source: A. R. DiDonato and A. H. Morris, *ACM Trans. Math. Software* 18 (1992) 360, equation 9.
private func betaFraction(_ a: Double, _ b: Double, at point: UnitPoint) -> Double {
  let (x, y) = (point.x, point.y)
  let excess = x > 0.5 ? (a + b) * y - b : a - (a + b) * x
  return continuedFraction(leading: a * (excess + 1) / (a + 1)) { n in
    let odd = a + 2 * n - 1
    let numerator = ((a + n - 1) / odd) * ((a + b + n - 1) / odd) * n * (b - n) * x * x
    let denominator =
      n + n * (b - n) * x / odd + (a + n) * (excess + 1 + n * (1 + y)) / (odd + 2)
    return (numerator, denominator)
  }
}
