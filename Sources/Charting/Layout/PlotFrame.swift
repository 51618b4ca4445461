/// The rectangle in which values are drawn, in user units; what explains them stands around it.
struct PlotFrame: Sendable, Equatable {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  /// The line along the lower end.
  var baseline: SVGElement {
    RuleMark(
      classes: "chart-baseline", from: (left, bottom), to: (right, bottom), colour: .axis,
      width: 1.5
    ).element
  }

  /// Words in the middle of a plot that has nothing to show.
  func notice(_ words: String) -> SVGElement {
    TextMark(
      text: words, x: centre.x, y: centre.y + TextMark.drop, anchor: .middle, colour: .muted
    ).element
  }
}
