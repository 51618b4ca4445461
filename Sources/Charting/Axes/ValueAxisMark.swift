/// The ticks of a fitted axis with their grid lines and numbers.
struct ValueAxisMark: Sendable {
  enum Side: Sendable {
    /// Numbers left of the frame, lines across it.
    case left
    /// Numbers below the frame, lines up through it.
    case bottom
  }

  let axis: FittedAxis
  let scale: LinearScale
  let frame: PlotFrame
  let side: Side

  /// Between numbers and frame.
  static let gap = 10.0
  /// Height that numbers below a frame need.
  static let labelHeight = 30.0

  /// The room that the numbers at the left of a frame need.
  static func width(of axis: FittedAxis) -> Double {
    (axis.ticks.map { TextMetrics.width($0.text) }.max() ?? 0) + gap
  }

  var elements: [SVGElement] {
    switch side {
    case .left: axis.ticks.flatMap(row)
    case .bottom: axis.ticks.compactMap(column) + numbers
    }
  }

  private func row(_ tick: (value: Double, text: String)) -> [SVGElement] {
    let y = scale.position(tick.value)
    let label = TextMark(
      text: tick.text, x: frame.left - Self.gap, y: y + TextMark.drop, anchor: .end, colour: .muted
    ).element
    // The lowest line is the baseline of the frame.
    return y < frame.bottom - 0.5
      ? [line(tick.value, from: (frame.left, y), to: (frame.right, y)), label] : [label]
  }

  private func column(_ tick: (value: Double, text: String)) -> SVGElement? {
    let x = scale.position(tick.value)
    return line(tick.value, from: (x, frame.top), to: (x, frame.bottom))
  }

  /// As many of the numbers as stand apart.
  private var numbers: [SVGElement] {
    let labels = ThinnedLabels(
      axis.ticks.map(\.text), at: axis.ticks.map { scale.position($0.value) },
      within: Drawing.padding...(Drawing.standardWidth - Drawing.padding))
    return labels.items.map { item in
      TextMark(
        text: item.text, x: item.centre, y: frame.bottom + 22, anchor: .middle, colour: .muted,
        full: item.full
      ).element
    }
  }

  private func line(
    _ value: Double, from: (x: Double, y: Double), to: (x: Double, y: Double)
  ) -> SVGElement {
    RuleMark(
      classes: "chart-gridline", from: from, to: to, colour: value == 0 ? .axis : .grid,
      width: value == 0 ? 1.5 : 1.25
    ).element
  }
}
