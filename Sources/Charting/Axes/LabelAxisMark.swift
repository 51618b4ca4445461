/// Names of places along the lower end of a frame, such as periods or edges of bins.
struct LabelAxisMark: Sendable {
  /// Which places get a tick.
  enum Ticks: Sendable {
    /// Those whose label is shown.
    case labelled
    /// All, as long as they are not too dense, so that uneven labels cannot mislead.
    case all
    /// All that are chosen.
    case chosen([Bool])
  }

  let texts: [String]
  /// As many as `texts`, rising.
  let positions: [Double]
  let bottom: Double
  let ticks: Ticks

  /// Height of ticks and labels.
  static let height = 38.0

  var elements: [SVGElement] {
    let labels = ThinnedLabels(
      texts, at: positions, within: Drawing.padding...(Drawing.standardWidth - Drawing.padding))
    let named = Set(labels.items.map(\.index))
    let step = positions.count > 1 ? positions[1] - positions[0] : .infinity
    let marked = texts.indices.filter { index in
      switch ticks {
      case .labelled: named.contains(index)
      case .all: named.contains(index) || step >= 8
      case .chosen(let chosen): chosen.indices.contains(index) && chosen[index]
      }
    }
    guard !marked.isEmpty else { return [] }
    var path = PathData()
    for index in marked {
      path.move(to: positions[index], bottom)
      path.step(0, named.contains(index) ? 7 : 4)
    }
    let lines = SVGElement(.path, class: "chart-tick")
      .with(.d, path.text).with(.fill, "none").with(.strokeWidth, 1.5).painted(.stroke, .axis)
    // Colour and anchor are those of the group.
    let words = labels.items.map { item in
      SVGElement(.text).with(.x, item.centre).with(.y, bottom + 25)
        .titled(item.full ?? "").adding(item.text)
    }
    return [
      lines,
      SVGElement.group("chart-numbers", words).with(.textAnchor, TextMark.Anchor.middle.rawValue)
        .painted(.fill, .muted),
    ]
  }
}
