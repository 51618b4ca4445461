import Foundation

/// The point of a standard gamma distribution that cuts off a given tail.
///
/// - Parameters:
///   - a: Shape, greater than 0 and finite.
///   - probability: The tail, in [0, 1].
/// - Returns: x with P(a, x) or Q(a, x) equal to the probability; in [0, ∞].
/// - Complexity: About ten evaluations of the incomplete gamma function.
///
/// Source: Newton's method on the logarithm of the tail in ln x, started from Wilson and Hilferty,
/// *PNAS* 17 (1931) 684.
package func gammaQuantile(shape a: Double, _ probability: TailProbability) -> Double {
  precondition(probability.isProbability, "A tail probability lies in [0, 1].")
  let cube = { (z: Double) -> Double in
    let root = 1 - 1 / (9 * a) + z / (3 * sqrt(a))
    return root > 0.1 ? log(a) + 3 * log(root) : -.infinity
  }
  switch probability.smaller {
  case .lower(let p):
    if p == 0 { return 0 }
    let logP = log(p)
    // P ≤ xᵃ / Γ(a + 1), so this start is never above the root.
    let leading = (logP + logGammaOnePlus(a)) / a
    let start = max(
      leading, a > 1 ? cube(NormalDistribution.standard.quantile(.lower(p))) : leading)
    let root = concaveRoot(from: start) { u in
      let x = exp(u)
      let logLower =
        x == 0 ? a * u - logGammaOnePlus(a) : regularisedIncompleteGamma(shape: a, at: x).logLower
      let logSlope = x == 0 ? log(a) : logGammaKernel(shape: a, at: x) - logLower
      return (logLower - logP, exp(logSlope))
    }
    return exp(root)
  case .upper(let q):
    if q == 0 { return .infinity }
    let logQ = log(q)
    let start = max(cube(NormalDistribution.standard.quantile(.upper(q))), log(-logQ) - 3, -700)
    // ln Q is concave and decreasing in ln x; mirrored it increases.
    let root = concaveRoot(from: -min(start, 700)) { mirrored in
      let x = exp(-mirrored)
      let logUpper = regularisedIncompleteGamma(shape: a, at: x).logUpper
      return (logUpper - logQ, exp(logGammaKernel(shape: a, at: x) - logUpper))
    }
    return exp(-root)
  }
}
