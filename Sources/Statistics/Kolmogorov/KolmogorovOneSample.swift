import Foundation

/// Survival function of the two-sided statistic, P(Dₙ ≥ x) for n observations from a continuous
/// distribution.
///
/// Exact where a closed form exists (nx ≤ 1, nx ≥ n − 1, x ≥ ½). Up to 140 observations it is twice
/// the one-sided probability for nx² ≥ 4, where crossing both sides is at most e⁻²⁴ times as
/// likely, and else one minus `kolmogorovBandProbability`. Beyond 140 the one-sided probability
/// serves from nx² = 2.2 on, and else one minus `pelzGoodCumulative`. The regions are those of the
/// source and of SciPy's `kstwo`: exact values could be had for some hundred observations more, but
/// would then differ from what other tools report.
///
/// - Parameters:
///   - x: The statistic; at or below 1/(2n) the result is 1, at or above 1 it is 0.
///   - n: Number of observations, at least 1.
/// - Returns: A probability with a relative error of about 1e-11 up to 140 observations, 1e-5 just
///   above, and 2e-6 from 1,000 on.
/// - Complexity: O(n²x) up to 140 observations, O(1) beyond, apart from the sum of
///   `smirnovSurvival`.
///
/// Source: R. Simard and P. L'Ecuyer, *J. Statistical Software* 39 (2011) 11.
package func kolmogorovSurvival(_ x: Double, observations n: Int) -> Double {
  precondition(n >= 1, "The Kolmogorov statistic needs at least one observation.")
  let count = Double(n)
  let reach = count * x
  if reach <= 0.5 { return 1 }
  if x >= 1 { return 0 }
  if reach <= 1 {
    // n! (2x − 1/n)ⁿ
    let logFactorial = stirlingError(count) + 0.5 * log(count) + 0.9189385332046728 - count
    return -expm1(logFactorial + count * log(2 * reach - 1))
  }
  if reach >= count - 1 { return 2 * exp(count * log1p(-x)) }
  let scale = reach * x
  if x >= 0.5 || scale >= (n <= 140 ? 4 : 2.2) {
    return min(2 * smirnovSurvival(x, observations: n), 1)
  }
  // For small statistics the expansion is poor unless n is large; below 0.05 it does not matter,
  // because what it gives is subtracted from 1 and smaller than 1e-9.
  let isPoorlyExpanded = n <= 5000 && count * x * x.squareRoot() <= 1.4 && scale > 0.05
  let inside =
    n <= 140 || isPoorlyExpanded
    ? kolmogorovBandProbability(reach: reach, observations: n)
    : pelzGoodCumulative(scale, observations: count)
  return min(max(1 - inside, 0), 1)
}

/// P(Dₙ < reach/n): the probability that an empirical distribution stays in a band around the true
/// one.
///
/// Given n points in all, the number of points up to time τ of a Poisson process of rate 1 on [0,
/// n] is n times the empirical distribution. State k may be entered after τ = k − reach and must be
/// left before τ = k + reach; the weights of the admitted states are carried from one such instant
/// to the next. All terms are positive.
///
/// - Parameters:
///   - reach: n times the statistic, greater than 1.
///   - n: Number of observations.
/// - Returns: A probability with a relative error of about 1e-13.
/// - Complexity: O(n · reach) time, O(n) memory.
///
/// Source: E. Khmaladze and E. Shinjikashvili, *Advances in Applied Probability* 33 (2001) 702.
func kolmogorovBandProbability(reach: Double, observations n: Int) -> Double {
  let end = Double(n)
  var weights = [Double](repeating: 0, count: n + 1)
  weights[0] = 1
  var lowest = 0
  var highest = min(Int(reach.rounded(.up)) - 1, n)
  var time = 0.0
  while time < end {
    let entry = highest < n ? Double(highest + 1) - reach : .infinity
    let exit = Double(lowest) + reach
    let next = min(entry, exit, end)
    advance(&weights, states: lowest...highest, by: next - time)
    time = next
    if time >= end { break }
    if entry <= exit {
      highest += 1
    } else {
      weights[lowest] = 0
      lowest += 1
    }
  }
  // Divided by the Poisson probability of n points in all.
  return weights[n] * exp(stirlingError(end) + 0.5 * log(end) + 0.9189385332046728)
}

/// Lets a Poisson process of rate 1 run for a duration of at most about 2; weight that leaves the
/// states is lost.
private func advance(_ weights: inout [Double], states: ClosedRange<Int>, by duration: Double) {
  guard duration > 0 else { return }
  var kernel: [Double] = []
  var mass = exp(-duration)
  while mass > 1e-19, kernel.count < states.count {
    kernel.append(mass)
    mass *= duration / Double(kernel.count)
  }
  for state in states.reversed() {
    var sum = 0.0
    for jump in 0..<min(kernel.count, state - states.lowerBound + 1) {
      sum += kernel[jump] * weights[state - jump]
    }
    weights[state] = sum
  }
}
