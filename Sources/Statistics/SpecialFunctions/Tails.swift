import Foundation

/// The probability below and above one point of a distribution, both to full relative accuracy.
///
/// Logarithms are stored, so a tail below the smallest `Double` is still known by its logarithm.
package struct Tails: Sendable, Equatable {
  /// Natural logarithm of the probability at or below the point; in [−∞, 0].
  package let logLower: Double
  /// Natural logarithm of the probability above the point; in [−∞, 0].
  package let logUpper: Double

  /// The probability at or below the point, in [0, 1]; 0 when it is smaller than the smallest
  /// `Double`.
  package var lower: Double { exp(logLower) }
  /// The probability above the point, in [0, 1]; 0 when it is smaller than the smallest `Double`.
  package var upper: Double { exp(logUpper) }
  /// The same point seen from the other end.
  package var reversed: Tails { Tails(logLower: logUpper, logUpper: logLower) }

  /// Tails that were both computed; rounding above certainty is cut off.
  init(logLower: Double, logUpper: Double) {
    self.logLower = min(logLower, 0)
    self.logUpper = min(logUpper, 0)
  }

  /// Tails of which the lower was computed; only accurate while the lower one is not close to 1.
  init(logLower: Double) {
    self.init(logLower: logLower, logUpper: logComplement(logLower))
  }

  /// Tails of which the upper was computed; only accurate while the upper one is not close to 1.
  init(logUpper: Double) {
    self.init(logLower: logComplement(logUpper), logUpper: logUpper)
  }

  static let allAbove = Tails(logLower: -.infinity, logUpper: 0)
  static let allBelow = Tails(logLower: 0, logUpper: -.infinity)
}

/// ln(1 − e^x) for x ≤ 0, without cancellation at either end.
///
/// - Returns: −∞ at x = 0, and for x > 0 that rounding produced.
/// - Complexity: O(1).
///
/// Source: M. Mächler, *Accurately computing log(1 − exp(−|a|))*, 2012.
func logComplement(_ x: Double) -> Double {
  if x >= 0 { return -.infinity }
  return x > -0.6931471805599453 ? log(-expm1(x)) : log1p(-exp(x))
}
