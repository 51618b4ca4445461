import Foundation

/// The binomial distribution: successes in independent trials.
package struct Binomial: Sendable, Equatable {
  /// Number of trials, at least 0.
  package let trials: Int
  /// Probability of success, in [0, 1].
  package let probability: Double

  /// - Precondition: `trials` ≥ 0 and `probability` in [0, 1].
  package init(trials: Int, probability: Double) {
    precondition(trials >= 0, "A binomial distribution has at least 0 trials.")
    precondition(probability >= 0 && probability <= 1, "A probability lies in [0, 1].")
    self.trials = trials
    self.probability = probability
  }

  /// P(X = k); 0 outside 0…trials.
  package func mass(_ k: Int) -> Double { exp(logMass(k)) }

  /// ln P(X = k); −∞ outside 0…trials.
  ///
  /// - Complexity: O(1).
  ///
  /// Source: C. Loader, *Fast and accurate computation of binomial probabilities*, 2000.
  package func logMass(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return -.infinity }
    return logBinomialMass(
      Double(k), of: Double(trials), probability: probability, complement: 1 - probability)
  }

  /// P(X ≤ k).
  package func cumulative(_ k: Int) -> Double { tails(k).lower }

  /// P(X > k), accurate in the upper tail.
  package func survival(_ k: Int) -> Double { tails(k).upper }

  /// ln P(X > k), finite where the probability itself underflows.
  package func logSurvival(_ k: Int) -> Double { tails(k).logUpper }

  /// Both tails: P(X > k) = I_p(k + 1, n − k).
  ///
  /// - Complexity: That of `regularisedIncompleteBeta`.
  ///
  /// Source: DLMF 8.17.5.
  package func tails(_ k: Int) -> Tails {
    if k < 0 { return .allAbove }
    if k >= trials { return .allBelow }
    let point = UnitPoint(probability)
    return regularisedIncompleteBeta(Double(k) + 1, Double(trials - k), at: point).reversed
  }
}

/// ln of the binomial probability of k of n, for real 0 ≤ k ≤ n.
///
/// The probability and its complement are both passed, since for one close to 1 the other is known
/// better.
///
/// - Complexity: O(1).
func logBinomialMass(_ k: Double, of n: Double, probability p: Double, complement q: Double)
  -> Double
{
  if p == 0 { return k == 0 ? 0 : -.infinity }
  if q == 0 { return k == n ? 0 : -.infinity }
  if k == 0 { return n == 0 ? 0 : n * (p < 0.5 ? log1p(-p) : log(q)) }
  if k == n { return n * (q < 0.5 ? log1p(-q) : log(p)) }
  let rest = n - k
  let constant = stirlingError(n) - stirlingError(k) - stirlingError(rest)
  let deviance = devianceTerm(k, mean: n * p) + devianceTerm(rest, mean: n * q)
  return constant - deviance - 0.5 * (1.8378770664093453 + log(k) + log(rest / n))
}
