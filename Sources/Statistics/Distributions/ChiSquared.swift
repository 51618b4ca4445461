/// The χ² distribution.
package struct ChiSquared: Sendable, Equatable {
  /// Degrees of freedom, greater than 0; need not be whole.
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom` is positive and finite.
  package init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "The degrees of freedom of a χ² distribution are positive and finite.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(X ≤ x).
  package func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// P(X > x), accurate in the upper tail.
  package func survival(_ x: Double) -> Double { tails(x).upper }

  /// ln P(X > x), finite where the probability itself underflows.
  package func logSurvival(_ x: Double) -> Double { tails(x).logUpper }

  /// Both tails: P(ν/2, x/2) and Q(ν/2, x/2); all above for x ≤ 0.
  ///
  /// - Complexity: That of `regularisedIncompleteGamma`.
  ///
  /// Source: Abramowitz and Stegun 26.4.1.
  package func tails(_ x: Double) -> Tails {
    x <= 0 ? .allAbove : regularisedIncompleteGamma(shape: 0.5 * degreesOfFreedom, at: 0.5 * x)
  }

  /// The point that cuts off a given tail.
  ///
  /// - Parameter probability: The tail, in [0, 1].
  /// - Returns: The point, in [0, ∞].
  /// - Complexity: That of `gammaQuantile`.
  package func quantile(_ probability: TailProbability) -> Double {
    2 * gammaQuantile(shape: 0.5 * degreesOfFreedom, probability)
  }
}
