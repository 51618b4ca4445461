/// Fisher's exact test of a 2 × 2 table, two-sided.
package struct FisherExactTest: Sendable, Equatable {
  /// Sample odds ratio: odds of success in the current group over those in the reference; +∞ when
  /// only its denominator is 0.
  package let oddsRatio: Double
  /// Probability, given the margins, of a table that is at most as likely as the observed one.
  package let pValue: Double
}

/// Tests whether two proportions differ, without an approximation for large samples.
///
/// Sums the hypergeometric probabilities of all tables with the same margins whose probability is
/// at most (1 + 10⁻¹⁴) times that of the observed one. Ratios of probabilities are products of
/// integers and are carried with twice the precision of `Double`, so equally likely tables are
/// recognised however large they are.
///
/// - Parameters:
///   - reference: Successes and trials of the reference.
///   - current: Successes and trials of the current period.
/// - Returns: The test; `.unavailable` with `.noObservations` when a group is empty and
///   `.noVariation` when all or none of the trials succeeded.
/// - Complexity: O(distance to the equally likely table on the other side + standard deviation).
///
/// Source: R. A. Fisher, *J. R. Statist. Soc.* 98 (1935) 39; the tolerance is that of
/// `scipy.stats.fisher_exact`.
package func fisherExactTest(
  reference: Proportion, current: Proportion
) -> Measured<FisherExactTest> {
  guard reference.trials > 0, current.trials > 0 else { return .unavailable(.noObservations) }
  let successes = reference.successes + current.successes
  let total = reference.trials + current.trials
  guard successes > 0, successes < total else { return .unavailable(.noVariation) }
  let distribution = Hypergeometric(
    population: total, marked: successes, draws: current.trials)
  let observed = current.successes
  // The chosen tables include the observed one, so the sum of ratios is at least 1.
  let relativeSum =
    1
    + sumOfUnlikely(distribution, from: observed, step: 1)
    + sumOfUnlikely(distribution, from: observed, step: -1)
  let favourable =
    Double(current.successes) * Double(reference.trials - reference.successes)
  let adverse =
    Double(current.trials - current.successes) * Double(reference.successes)
  return .measured(
    FisherExactTest(
      oddsRatio: favourable / adverse,
      pValue: min(distribution.mass(observed) * relativeSum, 1)))
}

/// Sum over one direction of P(k)/P(observed) for the tables at most as likely as the observed one.
private func sumOfUnlikely(_ distribution: Hypergeometric, from observed: Int, step: Int) -> Double
{
  let tolerance = 1e-14
  let end = step > 0 ? distribution.support.upperBound : distribution.support.lowerBound
  var ratio = CompensatedRatio()
  var sum = 0.0
  var k = observed
  while k != end {
    let factors = step > 0 ? distribution.factorsUp(k) : distribution.factorsDown(k)
    ratio.multiply(by: factors.numerator.0)
    ratio.divide(by: factors.denominator.0)
    ratio.multiply(by: factors.numerator.1)
    ratio.divide(by: factors.denominator.1)
    k += step
    // Further out only smaller probabilities follow once they fall.
    if ratio.value < 1e-20 * (1 + sum) { break }
    // The observed probability is then below the smallest number, and so is the p-value.
    if ratio.value > 1e300 { return 0 }
    if ratio.excessOverOne <= tolerance { sum += ratio.value }
  }
  return sum
}

/// A product of quotients together with the relative rounding error made so far.
///
/// Source: T. Ogita, S. M. Rump and S. Oishi, *SIAM J. Sci. Comput.* 26 (2005) 1955.
private struct CompensatedRatio {
  private var rounded = 1.0
  private var relativeError = 0.0

  var value: Double { rounded * (1 + relativeError) }
  var excessOverOne: Double { (rounded - 1) + rounded * relativeError }

  mutating func multiply(by factor: Double) {
    let product = rounded * factor
    if product != 0 { relativeError += (-product).addingProduct(rounded, factor) / product }
    rounded = product
  }

  mutating func divide(by divisor: Double) {
    let quotient = rounded / divisor
    if rounded != 0 { relativeError += rounded.addingProduct(-quotient, divisor) / rounded }
    rounded = quotient
  }
}
