import Foundation
import Statistics

/// Normal intervals on scales on which a bounded quantity is nearly normal.
extension Interval {
  /// value ± reach, kept within what the quantity can be.
  static func around(_ value: Double, reach: Double, within bounds: ClosedRange<Double>) -> Interval
  {
    Interval(
      lower: max(bounds.lowerBound, value - reach), upper: min(bounds.upperBound, value + reach))
  }

  /// An interval for a correlation, made on Fisher's scale ½·ln((1 + r)/(1 − r)).
  ///
  /// Source: R. A. Fisher, *Metron* 1 (1921) 3–32.
  static func correlation(_ value: Double, standardError: Double, reach: Double) -> Interval? {
    guard value.magnitude < 1 else { return nil }
    let centre = atanh(value)
    let half = reach * standardError / (1 - value * value)
    return Interval(lower: tanh(centre - half), upper: tanh(centre + half))
  }

  /// An interval for a quantity in (0, 1), made on the scale ln(x/(1 − x)).
  ///
  /// - Parameter logitStandardError: The standard error on that scale.
  static func logit(_ value: Double, logitStandardError: Double, reach: Double) -> Interval? {
    guard value > 0, value < 1 else { return nil }
    let centre = log(value / (1 - value))
    let half = reach * logitStandardError
    return Interval(lower: 1 / (1 + exp(half - centre)), upper: 1 / (1 + exp(-half - centre)))
  }
}
