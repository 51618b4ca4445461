import Foundation

/// Snedecor's F distribution.
package struct FDistribution: Sendable, Equatable {
  /// Degrees of freedom of the numerator, greater than 0.
  package let numeratorDegrees: Double
  /// Degrees of freedom of the denominator, greater than 0.
  package let denominatorDegrees: Double

  /// - Precondition: Both degrees of freedom are positive and finite.
  package init(numeratorDegrees: Double, denominatorDegrees: Double) {
    precondition(
      numeratorDegrees > 0 && denominatorDegrees > 0 && numeratorDegrees.isFinite
        && denominatorDegrees.isFinite,
      "The degrees of freedom of an F distribution are positive and finite.")
    self.numeratorDegrees = numeratorDegrees
    self.denominatorDegrees = denominatorDegrees
  }

  /// P(F ≤ f).
  package func cumulative(_ f: Double) -> Double { tails(f).lower }

  /// P(F > f), accurate in the upper tail.
  package func survival(_ f: Double) -> Double { tails(f).upper }

  /// ln P(F > f), finite where the probability itself underflows.
  package func logSurvival(_ f: Double) -> Double { tails(f).logUpper }

  /// Both tails: P(F ≤ f) = I_x(d₁/2, d₂/2) with x : (1 − x) = d₁f : d₂; all above for f ≤ 0.
  ///
  /// - Complexity: That of `regularisedIncompleteBeta`.
  ///
  /// Source: Abramowitz and Stegun 26.6.2.
  package func tails(_ f: Double) -> Tails {
    if f <= 0 { return .allAbove }
    if f == .infinity { return .allBelow }
    let odds = numeratorDegrees * f / denominatorDegrees
    let point =
      odds > 1e-300 && odds < 1e300
      ? UnitPoint(odds: numeratorDegrees * f, to: denominatorDegrees)
      : UnitPoint(logOdds: log(numeratorDegrees) + log(f) - log(denominatorDegrees))
    return regularisedIncompleteBeta(0.5 * numeratorDegrees, 0.5 * denominatorDegrees, at: point)
  }

  /// The point that cuts off a given tail.
  ///
  /// - Parameter probability: The tail, in [0, 1].
  /// - Returns: The point, in [0, ∞].
  /// - Complexity: That of `betaQuantile`.
  package func quantile(_ probability: TailProbability) -> Double {
    let point = betaQuantile(0.5 * numeratorDegrees, 0.5 * denominatorDegrees, probability)
    return exp(point.logX - point.logY + log(denominatorDegrees / numeratorDegrees))
  }
}
