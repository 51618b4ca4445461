extension TrendPainter {
  static let cutOffWords =
    "Where an arrow stands at the edge of the plot, the interval reaches further than is drawn."

  /// Interval, line and marks of one series.
  func seriesLayer(_ index: Int) -> Plot.Layer {
    let series = chart.series[index]
    let places = (0..<chart.periodCount).map { period -> (x: Double, y: Double)? in
      chart.point(series, period)?.drawnValue.map {
        (layout.x.position(period), layout.y.position($0))
      }
    }
    let domain = layout.axis.domain
    let intervals = (0..<chart.periodCount).map { period -> IntervalMark.Place? in
      chart.point(series, period)?.interval.map { ends in
        IntervalMark.Place(
          x: layout.x.position(period), lower: layout.y.clampedPosition(ends.lowerBound),
          upper: layout.y.clampedPosition(ends.upperBound),
          joins: domain.contains(ends.lowerBound) && domain.contains(ends.upperBound))
      }
    }
    let line = LineMark(points: places, role: series.role).element
    return Plot.Layer(
      "chart-series chart-series-\(series.role.rawValue)",
      IntervalMark(
        intervals: intervals, colour: series.role.colour, loneReach: min(layout.halfStep * 0.8, 6)
      ).elements
        + (line.map { [$0] } ?? []) + chevrons(index) + points(series, at: places))
  }

  /// The statuses that need explaining and occur, in their fixed order.
  var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let used = MarkStatus.allCases.filter { status in
      status != .ok
        && chart.series.contains { series in
          (0..<chart.periodCount).contains { markedStatus(series, $0) == status }
        }
    }
    let role = ChartKey.role(of: chart.series.map(\.role))
    let directions = [ChartKey.Direction.up, .down].filter { way in
      cutOff.contains { $0.direction == way }
    }
    return used.map { (.status($0, role), $0.words) }
      + directions.map { (.cutOff($0), $0 == .up ? "goes on above" : "goes on below") }
      + (gapBands.isEmpty ? [] : [(.gap, "no figure")])
  }

  /// A place where an interval leaves the drawn range.
  struct CutOff: Sendable {
    let series: Int
    let period: Int
    let direction: ChartKey.Direction
  }

  var cutOff: [CutOff] {
    let domain = layout.axis.domain
    var ends: [CutOff] = []
    for (index, series) in chart.series.enumerated() {
      for (period, point) in series.points.enumerated() {
        guard let interval = point.interval else { continue }
        if interval.upperBound > domain.upperBound {
          ends.append(CutOff(series: index, period: period, direction: .up))
        }
        if interval.lowerBound < domain.lowerBound {
          ends.append(CutOff(series: index, period: period, direction: .down))
        }
      }
    }
    return ends
  }

  private func chevrons(_ index: Int) -> [SVGElement] {
    cutOff.filter { $0.series == index }.map { end -> SVGElement in
      // Outside the plot where a mark would lie on it.
      let edge = end.direction == .up ? layout.top : layout.bottom
      let value = chart.point(chart.series[index], end.period)?.drawnValue
      let isNear = value.map { (layout.y.position($0) - edge).magnitude < 18 } ?? false
      let tip = end.direction == .up ? edge - (isNear ? 14 : 0) : edge + (isNear ? 14 : 0)
      return ChartKey.chevron(
        x: layout.x.position(end.period), y: tip, pointing: end.direction)
    }
  }

  /// What is marked at a period: nothing outside the first and last point of a series that started
  /// late or ended early, a cross where it is interrupted.
  private func markedStatus(_ series: TrendSeries, _ period: Int) -> MarkStatus? {
    guard let point = chart.point(series, period) else { return nil }
    if point.drawnValue != nil { return point.status }
    if point.status != .ok && point.status != .missing { return point.status }
    let first = series.points.firstIndex { $0.drawnValue != nil } ?? 0
    let last = series.points.lastIndex { $0.drawnValue != nil } ?? 0
    return series.role == .primary || (first...max(first, last)).contains(period) ? .missing : nil
  }

  /// A dot for every point in order, as one path, and a shape for every one that has something to
  /// say.
  private func points(_ series: TrendSeries, at places: [(x: Double, y: Double)?]) -> [SVGElement] {
    let last = places.lastIndex { $0 != nil }
    var dots = DotsMark(role: series.role, radius: layout.glyphRadius)
    var noted: [MarkStatus: [(x: Double, y: Double)]] = [:]
    var lastShape: SVGElement?
    for period in 0..<chart.periodCount {
      guard let status = markedStatus(series, period) else { continue }
      if places[period] == nil, layout.x.step < 14, !isMiddleOfGap(series, period) { continue }
      let place = places[period] ?? (layout.x.position(period), layout.bottom - 10)
      if period == last {
        lastShape =
          StatusGlyph(status: status, role: series.role, x: place.x, y: place.y, radius: 7).element
      } else if status != .ok {
        noted[status, default: []].append(place)
      } else if layout.x.step >= 18 {
        // Dots on a dense line would only blur it.
        dots.places.append(place)
      }
    }
    let shapes = MarkStatus.allCases.flatMap { status in
      StatusGlyph.elements(
        status: status, role: series.role, at: noted[status] ?? [], radius: layout.glyphRadius)
    }
    return [dots.element].compactMap { $0 } + shapes + [lastShape].compactMap { $0 }
  }

  /// Invisible columns, as high as the plot, that catch the pointer for all series of a period.
  /// Where periods are too dense to choose between, only those have one that stand out.
  var hits: [SVGElement] {
    let isDense = layout.x.step < 4
    let columns = (0..<chart.periodCount).compactMap { period -> SVGElement? in
      let shown = chart.series.filter { markedStatus($0, period) != nil }
      guard !shown.isEmpty, !isDense || shown.contains(where: { markedStatus($0, period) != .ok })
      else { return nil }
      var path = PathData()
      path.move(to: layout.x.position(period), layout.top)
      path.step(0, layout.bottom - layout.top)
      return SVGElement(.path).with(.d, path.text).titled(chart.hoverText(shown, period))
    }
    // A line as wide as its column is half as long to write as a rectangle.
    return columns.isEmpty
      ? []
      : [
        .group("chart-hit", columns).painted(.stroke, .axis)
          .with(.strokeWidth, 2 * max(layout.halfStep, 4)).with(.strokeOpacity, 0)
      ]
  }

  /// Whether a period is the one that stands for all of a gap where there is no room for more.
  private func isMiddleOfGap(_ series: TrendSeries, _ period: Int) -> Bool {
    let isGap = { chart.point(series, $0).map { $0.drawnValue == nil } ?? false }
    var (first, last) = (period, period)
    while isGap(first - 1) { first -= 1 }
    while isGap(last + 1) { last += 1 }
    return period == (first + last) / 2
  }
}
