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

  var elements: [SVGElement] { lines + numbers }

  /// All lines as one path, that at zero apart and darker.
  private var lines: [SVGElement] {
    [true, false].compactMap { isZero in
      var path = PathData()
      for tick in axis.ticks where (tick.value == 0) == isZero {
        let place = scale.position(tick.value)
        switch side {
        // The lowest line is the baseline of the frame.
        case .left where place < frame.bottom - 0.5:
          path.move(to: frame.left, place)
          path.line(to: frame.right, place)
        case .left: break
        case .bottom:
          path.move(to: place, frame.top)
          path.line(to: place, frame.bottom)
        }
      }
      guard !path.text.isEmpty else { return nil }
      return SVGElement(.path, class: "chart-gridline")
        .with(.d, path.text).with(.fill, "none").with(.strokeWidth, isZero ? 1.5 : 1.25)
        .painted(.stroke, isZero ? .axis : .grid)
    }
  }

  private var numbers: [SVGElement] {
    let texts =
      switch side {
      case .left:
        axis.ticks.map { tick in
          number(
            tick.text, x: frame.left - Self.gap, y: scale.position(tick.value) + TextMark.drop)
        }
      case .bottom:
        // As many of the numbers as stand apart.
        ThinnedLabels(
          axis.ticks.map(\.text), at: axis.ticks.map { scale.position($0.value) },
          within: Drawing.padding...(Drawing.standardWidth - Drawing.padding)
        ).items.map { number($0.text, x: $0.centre, y: frame.bottom + 22) }
      }
    guard !texts.isEmpty else { return [] }
    let anchor: TextMark.Anchor = side == .left ? .end : .middle
    return [
      SVGElement.group("chart-numbers", texts).with(.textAnchor, anchor.rawValue)
        .painted(.fill, .muted)
    ]
  }

  /// Colour and anchor are those of the group.
  private func number(_ text: String, x: Double, y: Double) -> SVGElement {
    SVGElement(.text).with(.x, x).with(.y, y).adding(text)
  }
}
