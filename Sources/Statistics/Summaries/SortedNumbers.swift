/// Numbers in ascending order, for order statistics.
package struct SortedNumbers: Sendable {
  package let values: [Double]

  package init(_ numbers: [Double]) {
    values = numbers.sorted()
  }

  /// The quantile by linear interpolation between order statistics, as NumPy's default.
  ///
  /// - Parameter share: Position in [0, 1].
  /// - Returns: `nil` without numbers.
  package func quantile(_ share: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    let position = share * Double(values.count - 1)
    let below = Int(position.rounded(.down))
    let above = min(below + 1, values.count - 1)
    return interpolated(values[below], values[above], position - Double(below))
  }
}

/// A point between two numbers, computed as NumPy does, so that equal inputs give equal bits.
package func interpolated(_ lower: Double, _ upper: Double, _ fraction: Double) -> Double {
  let step = upper - lower
  return fraction >= 0.5 ? upper - step * (1 - fraction) : lower + step * fraction
}
