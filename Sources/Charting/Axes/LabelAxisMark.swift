/// Names of places along the lower end of a frame, such as periods or edges of bins.
struct LabelAxisMark: Sendable {
  /// Which places get a tick.
  enum Ticks: Sendable {
    /// Those whose label is shown.
    case labelled
    /// All, as long as they are not too dense, so that uneven labels cannot mislead.
    case all
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
    let marked = texts.indices.filter { named.contains($0) || (ticks == .all && step >= 8) }
    return marked.map { index in
      RuleMark(
        classes: "chart-tick", from: (positions[index], bottom),
        to: (positions[index], bottom + (named.contains(index) ? 7 : 4)), colour: .axis, width: 1.5
      ).element
    }
      + labels.items.map { item in
        TextMark(
          text: item.text, x: item.centre, y: bottom + 25, anchor: .middle, colour: .muted,
          full: item.full
        ).element
      }
  }
}
