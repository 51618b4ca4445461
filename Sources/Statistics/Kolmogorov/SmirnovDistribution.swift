import Foundation

/// Survival function of the one-sided statistic, P(D⁺ₙ ≥ x) for n observations from a continuous
/// distribution.
///
///     P = Σⱼ x/(x + j/n) · Binomial(j; n, x + j/n),   0 ≤ j ≤ n(1 − x)
///
/// Above `largestSum` observations the sum is taken as an integral by the trapezoidal rule in the
/// log-odds of j, where the integrand and all its derivatives vanish at both ends, so that some 100
/// points suffice.
///
/// - Parameters:
///   - x: The statistic, in [0, 1]; above `largestSum` with nx² ≥ 1, where the integral is
///     accurate.
///   - n: Number of observations, at least 1.
/// - Returns: A probability with a relative error of about 1e-12.
/// - Complexity: O(min(n, largestSum)).
///
/// Source: Z. W. Birnbaum and F. H. Tingey, *Ann. Math. Statist.* 22 (1951) 592.
func smirnovSurvival(_ x: Double, observations n: Int, largestSum: Int = 4000) -> Double {
  if x <= 0 { return 1 }
  if x >= 1 { return 0 }
  let count = Double(n)
  if n > largestSum { return smirnovIntegral(x, count) }
  let last = Int((count * (1 - x)).rounded(.down))
  var sum = 0.0
  for index in 0...last {
    sum += smirnovTerm(Double(index), x, count)
  }
  return min(sum, 1)
}

private func smirnovTerm(_ j: Double, _ x: Double, _ n: Double) -> Double {
  let p = x + j / n
  let q = max((n - j) / n - x, 0)
  return x / p * exp(logBinomialMass(j, of: n, probability: p, complement: q))
}

private func smirnovIntegral(_ x: Double, _ n: Double) -> Double {
  // With s = j/(n(1 − x)) = 1/(1 + e⁻ʷ) the integrand is near exp(−nx²(1 + cosh w)) for small x;
  // for larger x its peak moves away from w = 0, by less than 1 for every x whose probability is
  // not below the smallest number.
  let scale = n * x * x
  let width = acosh(1 + 45 / scale) + 1
  let step = min(0.2, 0.6 / scale.squareRoot())
  let half = Int((width / step).rounded(.up))
  var sum = 0.0
  for index in -half...half {
    let w = Double(index) * step
    let s = 1 / (1 + exp(-w))
    sum += smirnovTerm(n * (1 - x) * s, x, n) * s * (1 - s)
  }
  return min(sum * step * n * (1 - x), 1)
}
