/// A straight map from values to positions.
///
/// A domain without width sends every value to the middle of the range, so that a single constant
/// still has a place.
struct LinearScale: Sendable, Equatable {
  let domain: ClosedRange<Double>
  /// Position of the lower end of the domain.
  let start: Double
  /// Position of the upper end; less than `start` for an axis that grows upwards on the page.
  let end: Double

  func position(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return (start + end) / 2 }
    return start + (value - domain.lowerBound) / span * (end - start)
  }

  /// The value that stands at a position: the inverse of ``position(_:)``.
  ///
  /// - Returns: The only value of a domain without width, whatever the position.
  func value(at position: Double) -> Double {
    guard end != start else { return domain.lowerBound }
    let share = (position - start) / (end - start)
    return domain.lowerBound + share * (domain.upperBound - domain.lowerBound)
  }

  /// As `position`, but never outside the drawn range.
  func clampedPosition(_ value: Double) -> Double {
    position(min(max(value, domain.lowerBound), domain.upperBound))
  }
}
