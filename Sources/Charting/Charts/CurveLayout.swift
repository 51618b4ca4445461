/// Where everything in a chart of curves stands, before anything is drawn.
struct CurveLayout: Sendable {
  let header: ChartHeader
  let frame: PlotFrame
  let xAxis: FittedAxis
  let yAxis: FittedAxis
  let x: LinearScale
  let y: LinearScale
  /// Names at the ends of lines; empty for a square plot.
  let endLabels: EndLabels
  /// The strip of counts below the plot; `nil` without counts.
  let strip: PlotFrame?
  let bottom: Double

  static let sideKeyGap = 24.0
  private static let squareSide = 310.0
  private static let wideHeight = 230.0
  private static let stripHeight = 44.0

  init(_ chart: CurveChart, header: ChartHeader) {
    self.header = header
    let points = chart.series.flatMap(\.drawnPoints)
    let counts = chart.counts.flatMap { [$0.lower, $0.upper] }.compactMap { Drawable.value($0) }
    let lines = chart.lines.filter(\.isDrawable)
    let marks = chart.marks.filter(\.isDrawable)
    xAxis = chart.xAxis.fitted(
      values: points.map(\.x) + counts + marks.map(\.x),
      rules: lines.flatMap { [$0.from.x, $0.to.x] }, intervals: [], about: 5)
    yAxis = chart.yAxis.fitted(
      values: points.map(\.y) + marks.map(\.y), rules: lines.flatMap { [$0.from.y, $0.to.y] },
      intervals: points.compactMap(\.interval), about: chart.shape == .square ? 5 : 4)
    let column = EndLabels.Column(chart.shape == .wide ? Self.wishes(chart, lines) : [])
    let left =
      Drawing.padding + max(ValueAxisMark.width(of: yAxis), chart.counts.isEmpty ? 0 : 56)
    let edge = Drawing.standardWidth - Drawing.padding
    let top = header.height + 8
    let (right, bottom) =
      switch chart.shape {
      case .square: (left + Self.squareSide, top + Self.squareSide)
      case .wide: (edge - (column.width ?? 8), top + max(Self.wideHeight, column.height))
      }
    let frame = PlotFrame(left: left, right: right, top: top, bottom: bottom)
    self.frame = frame
    x = LinearScale(domain: xAxis.domain, start: left, end: right)
    let y = LinearScale(domain: yAxis.domain, start: bottom, end: top)
    self.y = y
    let x = x
    endLabels = column.placed(beside: frame, y: y.position, x: x.position, inset: 4)
    let below = bottom + ValueAxisMark.labelHeight + (chart.xTitle.isEmpty ? 0 : 20)
    if chart.counts.isEmpty {
      strip = nil
      self.bottom = below
    } else {
      let stripTop = below + 10
      strip = PlotFrame(
        left: left, right: right, top: stripTop, bottom: stripTop + Self.stripHeight)
      self.bottom = stripTop + Self.stripHeight + 8
    }
  }

  /// Names at the right ends of series and lines.
  private static func wishes(_ chart: CurveChart, _ lines: [CurveLine]) -> [EndLabels.Wish] {
    let named =
      chart.series.count > 1
      ? chart.series.compactMap { series -> EndLabels.Wish? in
        guard let last = series.drawnPoints.max(by: { $0.x < $1.x }) else { return nil }
        return EndLabels.Wish(
          text: series.name, colour: series.role.colour, value: last.y, end: last.x)
      } : []
    return named
      + lines.map {
        EndLabels.Wish(
          text: $0.label, colour: .context, value: $0.from.x > $0.to.x ? $0.from.y : $0.to.y,
          end: nil)
      }
  }
}

extension CurveLine {
  var isDrawable: Bool {
    [from.x, from.y, to.x, to.y].allSatisfy { Drawable.value($0) != nil }
  }
}

extension CurveMark {
  var isDrawable: Bool { Drawable.value(x) != nil && Drawable.value(y) != nil }
}
