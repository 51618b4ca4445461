/// The reach of an interval around a dot: a line with a short bar at each end that is within the
/// plot, and an arrow where it goes on beyond.
struct WhiskerMark: Sendable {
  enum Direction: Sendable { case horizontal, vertical }

  let interval: ClosedRange<Double>
  /// Places the values; an interval that leaves its domain is cut off there.
  let scale: LinearScale
  /// Place across the scale.
  let across: Double
  let direction: Direction
  let colour: ChartColour

  private static let bar = 5.0
  private static let beyond = 8.0

  /// Whether either end lies beyond the plot.
  var isCutOff: Bool {
    interval.lowerBound < scale.domain.lowerBound || interval.upperBound > scale.domain.upperBound
  }

  var element: SVGElement {
    let low = scale.clampedPosition(interval.lowerBound)
    let high = scale.clampedPosition(interval.upperBound)
    let outwards = scale.end >= scale.start ? Self.beyond : -Self.beyond
    let isCutBelow = interval.lowerBound < scale.domain.lowerBound
    let isCutAbove = interval.upperBound > scale.domain.upperBound
    // An arrow ends a little outside, lest it lies on a dot that stands at the very end.
    let ends = (low: isCutBelow ? low - outwards : low, high: isCutAbove ? high + outwards : high)
    var path = PathData.polyline([place(ends.low), place(ends.high)])
    addEnd(&path, at: ends.low, inwards: high >= low ? 1 : -1, isCutOff: isCutBelow)
    addEnd(&path, at: ends.high, inwards: high >= low ? -1 : 1, isCutOff: isCutAbove)
    return SVGElement(.path, class: "chart-whisker")
      .with(.d, path.text).with(.fill, "none").with(.strokeWidth, 2)
      .painted(.stroke, colour)
  }

  private func addEnd(
    _ path: inout PathData, at position: Double, inwards: Double, isCutOff: Bool
  ) {
    let tail = isCutOff ? position + inwards * Self.bar * 1.4 : position
    let (one, other) = (place(tail, -Self.bar), place(tail, Self.bar))
    path.move(to: one.x, one.y)
    if isCutOff {
      let tip = place(position)
      path.line(to: tip.x, tip.y)
    }
    path.line(to: other.x, other.y)
  }

  private func place(_ along: Double, _ offset: Double = 0) -> (x: Double, y: Double) {
    switch direction {
    case .horizontal: (along, across + offset)
    case .vertical: (across + offset, along)
    }
  }
}
