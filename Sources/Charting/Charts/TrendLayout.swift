/// Where everything in a trend chart stands, before anything is drawn.
struct TrendLayout: Sendable {
  /// A label in the column right of the plot.
  struct SideLabel: Sendable {
    let lines: [String]
    let full: String?
    let colour: ChartColour
    /// Where its line ends.
    let x: Double
    let y: Double
    /// Middle of the label itself.
    let centre: Double
  }

  let header: ChartHeader
  let axis: FittedAxis
  let x: IndexScale
  let y: LinearScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let lanes: AnnotationLanes
  let sideLabels: [SideLabel]
  /// No series has any value to draw.
  let isEmpty: Bool

  static let laneHeight = 22.0
  /// Between the plot and the column of labels.
  static let gutter = 14.0
  private static let labelWidth = 158.0

  init(_ chart: TrendChart) {
    let points = chart.series.flatMap(\.points)
    let values = points.compactMap(\.drawnValue)
    isEmpty = values.isEmpty
    let rules = values.isEmpty ? [] : chart.expectations.compactMap { Drawable.value($0.value) }
    axis = chart.axis.fitted(
      values: values, rules: rules, intervals: points.compactMap(\.interval), about: 4)
    header = ChartHeader(
      title: chart.title, unit: chart.axis.format.unit, heading: chart.heading)
    let wishes = values.isEmpty ? [] : TrendLayout.wishes(chart)
    let labels = wishes.map { wish in
      TextMetrics.lines(wish.text, within: TrendLayout.labelWidth, maximum: 2)
    }
    let widest = labels.joined().map { TextMetrics.width($0) }.max()
    let edge = Drawing.standardWidth - Drawing.padding
    let right = widest.map { edge - TrendLayout.gutter - $0 } ?? edge - 4
    self.right = right
    let tickWidth = axis.ticks.map { TextMetrics.width($0.text) }.max() ?? 0
    left = values.isEmpty ? Drawing.padding : Drawing.padding + tickWidth + 10
    let inset = min(14, (right - left) / Double(2 * max(chart.periodCount, 1)))
    x = IndexScale(count: chart.periodCount, start: left, end: right, inset: inset)
    let x = x
    lanes = AnnotationLanes(
      chart.annotations
        .filter { (0..<chart.periodCount).contains($0.period) && !$0.label.isEmpty }
        .map { (x.position($0.period), $0.label) },
      within: Drawing.padding...edge)
    top = header.height + Double(lanes.laneCount) * TrendLayout.laneHeight + 8
    let heights = labels.map { Double($0.count) * (TextMetrics.lineHeight - 2) + 4 }
    bottom = top + max(204, heights.reduce(0, +))
    let y = LinearScale(domain: axis.domain, start: bottom, end: top)
    self.y = y
    let centres = LabelColumn.centres(
      wishes: wishes.map { y.position($0.value) }, heights: heights,
      within: (top - 10)...(bottom + 10))
    sideLabels = wishes.enumerated().map { index, wish in
      SideLabel(
        lines: labels[index],
        full: labels[index].joined(separator: " ") == wish.text ? nil : wish.text,
        colour: wish.colour, x: wish.period.map(x.position) ?? right,
        y: y.position(wish.value), centre: centres[index])
    }
  }

  /// Half the distance of periods, within limits: the reach of pointers and of gap bands.
  var halfStep: Double { min(x.step / 2, 28) }

  /// The size of status shapes: smaller where periods are dense.
  var glyphRadius: Double { min(7, max(4, x.step * 0.42)) }

  private struct Wish {
    let text: String
    let colour: ChartColour
    let value: Double
    /// Where the line ends; `nil` for one that crosses the whole plot.
    let period: Int?
  }

  /// Names at the ends of lines, where there is more than one line, and of the thresholds.
  private static func wishes(_ chart: TrendChart) -> [Wish] {
    var wishes: [Wish] = []
    if chart.series.count > 1 {
      for series in chart.series {
        guard let last = series.points.lastIndex(where: { $0.drawnValue != nil }),
          let value = series.points[last].drawnValue
        else { continue }
        wishes.append(
          Wish(text: series.name, colour: series.role.colour, value: value, period: last))
      }
    }
    for line in chart.expectations {
      guard let value = Drawable.value(line.value) else { continue }
      wishes.append(Wish(text: line.label, colour: line.colour, value: value, period: nil))
    }
    return wishes.filter { !$0.text.isEmpty }
  }
}
