import Foundation

/// The normal distribution N(mean, standardDeviation²).
package struct NormalDistribution: Sendable, Equatable {
  /// Expected value.
  package let mean: Double
  /// Standard deviation, greater than 0.
  package let standardDeviation: Double

  /// N(0, 1).
  package static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// - Precondition: `standardDeviation` is positive and finite.
  package init(mean: Double, standardDeviation: Double) {
    precondition(
      standardDeviation > 0 && standardDeviation.isFinite,
      "The standard deviation of a normal distribution is positive and finite.")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// P(X ≤ x) = ½ erfc(−z/√2) with z = (x − mean)/standardDeviation.
  ///
  /// Source: DLMF 7.2.2.
  package func cumulative(_ x: Double) -> Double { 0.5 * erfc(-scaled(x)) }

  /// P(X > x), accurate in the upper tail.
  package func survival(_ x: Double) -> Double { 0.5 * erfc(scaled(x)) }

  /// ln P(X > x), finite where the probability itself underflows.
  package func logSurvival(_ x: Double) -> Double {
    let z = scaled(x)
    if z < 0 { return log1p(-0.5 * erfc(-z)) }
    return logComplementaryErrorFunction(z) - 0.6931471805599453
  }

  /// The point that cuts off a given tail.
  ///
  /// - Parameter probability: The tail, in [0, 1]; 0 and 1 give −∞ and +∞ or the reverse.
  /// - Returns: The point with a relative error (of its z-score) of about 1e-14.
  /// - Complexity: O(1), at most five evaluations of erfc.
  ///
  /// Source: Newton's method from Abramowitz and Stegun 26.2.23.
  package func quantile(_ probability: TailProbability) -> Double {
    precondition(probability.isProbability, "A tail probability lies in [0, 1].")
    switch probability.smaller {
    case .lower(let p): return mean - standardDeviation * upperQuantile(p)
    case .upper(let q): return mean + standardDeviation * upperQuantile(q)
    }
  }

  private func scaled(_ x: Double) -> Double {
    (x - mean) / standardDeviation * 0.7071067811865476
  }
}

/// z ≥ 0 with P(Z > z) = q for q ≤ ½.
private func upperQuantile(_ q: Double) -> Double {
  if q == 0 { return .infinity }
  if q > 0.25 {
    // Near the centre the probability between 0 and z determines z; ½ − q is exact.
    let half = 0.5 - q
    var z = half * 2.5066282746310002
    for _ in 0..<8 {
      let density = 0.3989422804014327 * exp(-0.5 * z * z)
      let step = (0.5 * erf(z * 0.7071067811865476) - half) / density
      z -= step
      if abs(step) <= 1e-16 * z { break }
    }
    return z
  }
  let logQ = log(q)
  let t = sqrt(-2 * logQ)
  var z =
    t - (2.515517 + t * (0.802853 + t * 0.010328))
    / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for _ in 0..<8 {
    let scaled = scaledComplementaryErrorFunction(z * 0.7071067811865476)
    let value = log(0.5 * scaled) - 0.5 * z * z - logQ
    let hazard = 0.7978845608028654 / scaled
    let step = value / hazard
    z += step
    if abs(step) <= 1e-16 * z { break }
  }
  return z
}
