/// The key below or above a plot: what the shapes mean, as many lines as it takes.
struct ChartKey: Sendable {
  enum Symbol: Sendable, Equatable {
    /// As a series of that role has it.
    case status(MarkStatus, SeriesRole)
    case cutOff(Direction)
    /// The shading of periods without a figure.
    case gap
    case bar(ChartColour, BarMark.Look)
    case line(SeriesRole)
  }

  let elements: [SVGElement]
  /// 0 for an empty key.
  let height: Double

  init(_ items: [(symbol: Symbol, text: String)], top: Double) {
    let left = Drawing.padding
    let right = Drawing.standardWidth - Drawing.padding
    let symbolWidth = 22.0
    var elements: [SVGElement] = []
    var x = left
    var line = 0.0
    for item in items {
      let text = TextMetrics.fitted(item.text, into: right - left - symbolWidth)
      let width = symbolWidth + TextMetrics.width(text)
      if x > left, x + width > right {
        x = left
        line += 1
      }
      let middle = top + line * 24 + 12
      elements += ChartKey.drawn(item.symbol, x: x + 8, y: middle)
      elements.append(
        TextMark(
          text: text, x: x + symbolWidth, y: middle + TextMark.drop, colour: .muted,
          full: text == item.text ? nil : item.text
        ).element)
      x += width + 22
    }
    self.elements = elements
    height = items.isEmpty ? 0 : (line + 1) * 24
  }

  private static func drawn(_ symbol: Symbol, x: Double, y: Double) -> [SVGElement] {
    switch symbol {
    case .status(let status, let role):
      [StatusGlyph(status: status, role: role, x: x, y: y, radius: 6.5).element]
    case .cutOff(let direction):
      [ChartKey.chevron(x: x, y: direction == .up ? y - 3 : y + 3, pointing: direction)]
    case .gap:
      [
        BarMark(x: x - 8, y: y - 7, width: 16, height: 14, colour: .gap, look: .filled).element
          .with(.strokeWidth, 1).painted(.stroke, .axis)
      ]
    case .line(let role):
      LineMark(points: [(x - 9, y), (x + 9, y)], role: role).element.map { [$0] } ?? []
    case .bar(let colour, let look):
      [BarMark(x: x - 8, y: y - 7, width: 16, height: 14, colour: colour, look: look).element]
    }
  }

  enum Direction: Sendable, Equatable { case up, down }

  /// The role whose shapes the key shows: that of the only series, or none where there are several, as
  /// then the shape is meant and not the series.
  static func role(of roles: some Sequence<SeriesRole>) -> SeriesRole {
    let different = Set(roles)
    return different.count == 1 ? different.first ?? .context : .context
  }

  /// The sign for "goes on beyond the picture"; its tip is at the place given.
  static func chevron(x: Double, y: Double, pointing direction: Direction) -> SVGElement {
    let tail = direction == .up ? y + 6 : y - 6
    return SVGElement(.path, class: "chart-cut-off")
      .with(.d, PathData.polyline([(x - 6, tail), (x, y), (x + 6, tail)]).text)
      .with(.fill, "none").with(.strokeWidth, 2.25)
      .painted(.stroke, .text)
  }
}
