/// Title and unit above a plot.
struct ChartHeader: Sendable {
  let elements: [SVGElement]
  let height: Double

  init(title: String, unit: String, heading: ChartHeading) {
    let left = Drawing.padding
    let width = Drawing.standardWidth - 2 * Drawing.padding
    var elements: [SVGElement] = []
    var bottom = left
    if heading == .drawn {
      let size = TextMetrics.titleSize
      // Bold letters are about a tenth wider than the estimate for regular ones.
      let lines = TextMetrics.lines(title, within: width / 1.1, size: size, maximum: 2)
      for line in lines {
        bottom += 25
        elements.append(
          TextMark(text: line, x: left, y: bottom - 7, size: size, weight: .bold).element)
      }
    }
    if !unit.isEmpty {
      bottom += TextMetrics.lineHeight
      let text = TextMetrics.fitted(unit, into: width)
      elements.append(
        TextMark(
          text: text, x: left, y: bottom - 5, colour: .muted, full: text == unit ? nil : unit
        ).element)
    }
    self.elements = elements
    height = bottom + 6
  }
}
