import Foundation

/// Student's t distribution.
package struct StudentT: Sendable, Equatable {
  /// Degrees of freedom, greater than 0; need not be whole.
  package let degreesOfFreedom: Double

  /// - Precondition: `degreesOfFreedom` is positive and finite.
  package init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "The degrees of freedom of a t distribution are positive and finite.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T ≤ t).
  package func cumulative(_ t: Double) -> Double { tails(t).lower }

  /// P(T > t), accurate in the upper tail.
  package func survival(_ t: Double) -> Double { tails(t).upper }

  /// ln P(T > t), finite where the probability itself underflows.
  package func logSurvival(_ t: Double) -> Double { tails(t).logUpper }

  /// Both tails: P(T > t) = ½ I_x(ν/2, ½) with x = ν/(ν + t²), for t ≥ 0.
  ///
  /// - Complexity: That of `regularisedIncompleteBeta`.
  ///
  /// Source: Abramowitz and Stegun 26.7.1.
  package func tails(_ t: Double) -> Tails {
    if t == 0 { return Tails(logLower: log(0.5), logUpper: log(0.5)) }
    let squared = t * t
    let ratio = degreesOfFreedom / squared
    let point =
      ratio > 1e-300 && ratio < 1e300
      ? UnitPoint(odds: degreesOfFreedom, to: squared)
      : UnitPoint(logOdds: log(degreesOfFreedom) - 2 * log(abs(t)))
    let outside = regularisedIncompleteBeta(0.5 * degreesOfFreedom, 0.5, at: point).logLower
    let upper = Tails(logUpper: outside - 0.6931471805599453)
    return t > 0 ? upper : upper.reversed
  }

  /// The point that cuts off a given tail.
  ///
  /// - Parameter probability: The tail, in [0, 1].
  /// - Returns: The point, in [−∞, ∞], with full relative accuracy also near 0.
  /// - Complexity: That of `betaQuantile`.
  ///
  /// Source: Abramowitz and Stegun 26.7.1, inverted.
  package func quantile(_ probability: TailProbability) -> Double {
    precondition(probability.isProbability, "A tail probability lies in [0, 1].")
    switch probability.smaller {
    case .lower(let p): return -upperQuantile(p)
    case .upper(let q): return upperQuantile(q)
    }
  }

  private func upperQuantile(_ q: Double) -> Double {
    if q == 0 { return .infinity }
    // Both tails together hold 2q; the share between them, 1 − 2q, is exact for q ≥ ¼.
    let outside: TailProbability = q < 0.25 ? .lower(2 * q) : .upper(1 - 2 * q)
    let point = betaQuantile(0.5 * degreesOfFreedom, 0.5, outside)
    return exp(0.5 * (point.logY - point.logX + log(degreesOfFreedom)))
  }
}
