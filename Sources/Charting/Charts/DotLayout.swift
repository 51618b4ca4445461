/// Where everything in a dot chart stands, before anything is drawn.
struct DotLayout: Sendable {
  /// A line of the chart: a title or a row.
  enum Line: Sendable {
    case title(String)
    case row(DotRow, label: [String])
  }

  let header: ChartHeader
  let frame: PlotFrame
  let axis: FittedAxis
  let x: LinearScale
  let lanes: AnnotationLanes
  /// Every line with its middle.
  let lines: [(line: Line, y: Double)]
  /// Where the values at the right begin.
  let valueLeft: Double

  static let laneHeight = 22.0
  private static let labelWidth = 168.0
  static let widestValue = 128.0

  init(_ chart: DotChart, header: ChartHeader) {
    self.header = header
    let rows = chart.rows
    axis = chart.axis.fitted(
      values: rows.compactMap(\.drawnValue),
      rules: chart.rules.compactMap { Drawable.value($0.value) },
      intervals: rows.compactMap(\.interval), about: 4)
    let labels = rows.map {
      TextMetrics.lines($0.label, within: Self.labelWidth, maximum: 2)
    }
    let labelWidth = labels.joined().map { TextMetrics.width($0) }.max() ?? 0
    let valueWidth =
      rows.filter { $0.drawnValue != nil }.map { TextMetrics.width(chart.value($0)) }.max() ?? 0
    let edge = Drawing.standardWidth - Drawing.padding
    let left = Drawing.padding + labelWidth + 16
    let right = edge - min(valueWidth, Self.widestValue) - 14
    valueLeft = right + 14
    // Dots at the very ends keep their shape.
    x = LinearScale(domain: axis.domain, start: left + 8, end: right - 8)
    let x = x
    lanes = AnnotationLanes(
      chart.rules.compactMap { rule in
        Drawable.value(rule.value).map { (x.position($0), rule.label) }
      }, within: Drawing.padding...edge)
    let top = header.height + Double(lanes.laneCount) * Self.laneHeight + 4
    var y = top + 4
    var lines: [(line: Line, y: Double)] = []
    var index = 0
    for section in chart.sections where !section.rows.isEmpty {
      if !section.title.isEmpty {
        if !lines.isEmpty { y += 8 }
        lines.append((.title(section.title), y + 13))
        y += 28
      }
      for row in section.rows {
        let height = labels[index].count > 1 ? 42.0 : 28.0
        lines.append((.row(row, label: labels[index]), y + height / 2))
        y += height
        index += 1
      }
    }
    self.lines = lines
    frame = PlotFrame(left: left, right: right, top: top, bottom: y + 4)
  }
}
