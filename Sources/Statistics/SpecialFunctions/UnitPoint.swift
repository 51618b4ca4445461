import Foundation

/// A point of the unit interval, known from both ends.
///
/// Near 1 the number x alone does not say how far away 1 is; near 0 it may underflow while its
/// logarithm does not.
package struct UnitPoint: Sendable, Equatable {
  /// The point, in [0, 1].
  package let x: Double
  /// 1 − x, to full relative accuracy.
  package let y: Double
  /// ln x, finite also where x underflows.
  package let logX: Double
  /// ln y, finite also where y underflows.
  package let logY: Double

  /// The point x; 1 − x is taken as exact, as it is for x ≥ ½.
  package init(_ x: Double) {
    precondition(x >= 0 && x <= 1, "A point of the unit interval lies in [0, 1].")
    self.init(x: x, y: 1 - x, logX: log(x), logY: log1p(-x))
  }

  /// The point with x / (1 − x) = e^u.
  package init(logOdds u: Double) {
    // Each logarithm is taken from the smaller exponential, so neither overflows.
    let logX = u > 0 ? -log1p(exp(-u)) : u - log1p(exp(u))
    let logY = u > 0 ? -u - log1p(exp(-u)) : -log1p(exp(u))
    self.init(x: 1 / (1 + exp(-u)), y: 1 / (1 + exp(u)), logX: logX, logY: logY)
  }

  /// The point with x : (1 − x) = numerator : denominator, both at least 0 and not both 0.
  package init(odds numerator: Double, to denominator: Double) {
    let sum = numerator + denominator
    self.init(
      x: numerator / sum, y: denominator / sum,
      logX: -log1p(denominator / numerator), logY: -log1p(numerator / denominator))
  }

  /// The same point seen from the other end.
  package var reversed: UnitPoint { UnitPoint(x: y, y: x, logX: logY, logY: logX) }

  private init(x: Double, y: Double, logX: Double, logY: Double) {
    self.x = x
    self.y = y
    self.logX = logX
    self.logY = logY
  }
}
