/// Evenly spaced places for the entries of a list, such as periods; one entry stands in the middle.
struct IndexScale: Sendable, Equatable {
  let count: Int
  let start: Double
  let end: Double
  /// Space kept free at both ends, so that the first and last marks do not touch the frame.
  let inset: Double

  /// Distance of two neighbours; the whole width for a single entry.
  var step: Double {
    count > 1 ? (end - start - 2 * inset) / Double(count - 1) : end - start
  }

  func position(_ index: Int) -> Double {
    count > 1 ? start + inset + Double(index) * step : (start + end) / 2
  }
}
