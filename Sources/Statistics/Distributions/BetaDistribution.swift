/// The beta distribution on [0, 1].
package struct BetaDistribution: Sendable, Equatable {
  /// First shape, greater than 0.
  package let a: Double
  /// Second shape, greater than 0.
  package let b: Double

  /// - Precondition: Both shapes are positive and finite.
  package init(_ a: Double, _ b: Double) {
    precondition(
      a > 0 && b > 0 && a.isFinite && b.isFinite,
      "The shapes of a beta distribution are positive and finite.")
    self.a = a
    self.b = b
  }

  /// P(X ≤ x) = I_x(a, b).
  package func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// P(X > x), accurate in the upper tail.
  package func survival(_ x: Double) -> Double { tails(x).upper }

  /// Both tails; outside [0, 1] all probability lies on one side.
  ///
  /// - Complexity: That of `regularisedIncompleteBeta`.
  ///
  /// Source: DLMF 8.17.
  package func tails(_ x: Double) -> Tails {
    if x <= 0 { return .allAbove }
    if x >= 1 { return .allBelow }
    return regularisedIncompleteBeta(a, b, at: UnitPoint(x))
  }

  /// The point that cuts off a given tail.
  ///
  /// - Parameter probability: The tail, in [0, 1].
  /// - Returns: The point, in [0, 1].
  /// - Complexity: That of `betaQuantile`.
  package func quantile(_ probability: TailProbability) -> Double {
    betaQuantile(a, b, probability).x
  }
}
