/// Where everything in a trend chart stands, before anything is drawn.
struct TrendLayout: Sendable {
  let header: ChartHeader
  let axis: FittedAxis
  let x: IndexScale
  let y: LinearScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  let lanes: AnnotationLanes
  let endLabels: EndLabels
  /// No series has any value to draw.
  let isEmpty: Bool

  static let laneHeight = 22.0

  init(_ chart: TrendChart) {
    let points = chart.series.flatMap(\.points)
    let values = points.compactMap(\.drawnValue)
    isEmpty = values.isEmpty
    let rules = values.isEmpty ? [] : chart.expectations.compactMap { Drawable.value($0.value) }
    axis = chart.axis.fitted(
      values: values, rules: rules, intervals: points.compactMap(\.interval), about: 4)
    header = ChartHeader(
      title: chart.title, unit: chart.axis.format.unit, heading: chart.heading)
    let column = EndLabels.Column(values.isEmpty ? [] : TrendLayout.wishes(chart))
    let edge = Drawing.standardWidth - Drawing.padding
    // The last label stands below its tick.
    let half = TextMetrics.width(chart.periods.last ?? "") / 2 - 14
    let right = edge - (column.width ?? max(4, min(half, 40)))
    self.right = right
    left = Drawing.padding + (values.isEmpty ? 0 : ValueAxisMark.width(of: axis))
    let inset = min(14, (right - left) / Double(2 * max(chart.periodCount, 1)))
    x = IndexScale(count: chart.periodCount, start: left, end: right, inset: inset)
    let x = x
    lanes = AnnotationLanes(
      chart.annotations
        .filter { (0..<chart.periodCount).contains($0.period) && !$0.label.isEmpty }
        .map { (x.position($0.period), $0.label) },
      within: Drawing.padding...edge)
    top = header.height + Double(lanes.laneCount) * TrendLayout.laneHeight + 8
    bottom = top + max(204, column.height)
    y = LinearScale(domain: axis.domain, start: bottom, end: top)
    endLabels = column.placed(
      beside: PlotFrame(left: left, right: right, top: top, bottom: bottom),
      y: y.position, x: { x.position(Int($0)) }, inset: x.inset)
  }

  var frame: PlotFrame { PlotFrame(left: left, right: right, top: top, bottom: bottom) }

  /// Half the distance of periods, within limits: the reach of pointers and of gap bands.
  var halfStep: Double { min(x.step / 2, 28) }

  /// The size of status shapes: smaller where periods are dense.
  var glyphRadius: Double { min(7, max(4, x.step * 0.42)) }

  /// Names at the ends of lines that reach the right end, where there is more than one line, and of the
  /// thresholds.
  private static func wishes(_ chart: TrendChart) -> [EndLabels.Wish] {
    var wishes: [EndLabels.Wish] = []
    if chart.series.count > 1 {
      for series in chart.series where !chart.endsEarly(series) {
        guard let last = series.points.lastIndex(where: { $0.drawnValue != nil }),
          let value = series.points[last].drawnValue
        else { continue }
        wishes.append(
          EndLabels.Wish(
            text: series.name, colour: series.role.colour, value: value, end: Double(last)))
      }
    }
    for line in chart.expectations {
      guard let value = Drawable.value(line.value) else { continue }
      wishes.append(
        EndLabels.Wish(text: line.label, colour: line.colour, value: value, end: nil))
    }
    return wishes
  }
}
