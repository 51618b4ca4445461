/// Draws small multiples: panels two or three in a row, each with its name, its line and the last
/// value that is known.
struct SmallMultiplesPainter: Sendable {
  let chart: SmallMultiplesChart
  let layout: SmallMultiplesLayout

  var drawing: Drawing {
    let painted = chart.panels.indices.flatMap { layers($0, layout.axis, layout.frame($0)) }
    return Plot(
      kind: "chart-multiples", header: layout.header,
      layers: painted + [Plot.Layer("chart-axis", ends)],
      bottom: layout.bottom + 14, key: keyItems
    ).drawing
  }

  private func layers(_ panel: Int, _ axis: FittedAxis, _ frame: PlotFrame) -> [Plot.Layer] {
    let subject = chart.panels[panel]
    let y = LinearScale(domain: axis.domain, start: frame.bottom, end: frame.top)
    let x = IndexScale(count: chart.periodCount, start: frame.left, end: frame.right, inset: 5)
    var lines: [SVGElement] = []
    if let common = chart.common {
      lines += line(common.points, role: .context, x, y)
    }
    lines += line(subject.points, role: .primary, x, y)
    let title = head(subject, frame)
    return [
      Plot.Layer("chart-grid", grid(axis, y, frame, hasNumbers: panel % layout.perRow == 0)),
      Plot.Layer("chart-panel", title + lines + shapes(subject, x, y)),
      Plot.Layer("chart-hits", hits(subject, x, frame)),
    ]
  }

  private func grid(
    _ axis: FittedAxis, _ y: LinearScale, _ frame: PlotFrame, hasNumbers: Bool
  ) -> [SVGElement] {
    let rules = axis.ticks.map { tick -> SVGElement in
      let place = y.position(tick.value)
      return RuleMark(
        classes: "chart-gridline", from: (frame.left, place), to: (frame.right, place),
        colour: tick.value == 0 ? .axis : .grid, width: 1.25
      ).element
    }
    guard hasNumbers else { return rules }
    // A panel is low: only as many numbers as stand apart, and always the lowest.
    let pitch = frame.height / Double(max(axis.ticks.count - 1, 1))
    let step = max(1, Int((TextMetrics.lineHeight / pitch).rounded(.up)))
    return rules
      + stride(from: 0, to: axis.ticks.count, by: step).map { axis.ticks[$0] }.map { tick in
        TextMark(
          text: tick.text, x: frame.left - ValueAxisMark.gap,
          y: y.position(tick.value) + TextMark.drop, anchor: .end, colour: .muted
        ).element
      }
  }

  /// The name of the panel, and its last known value beside it or, where there is no room, below it.
  private func head(_ subject: TrendPanel, _ frame: PlotFrame) -> [SVGElement] {
    let reading = chart.lastReading(subject)
    let isBelow = layout.headLines > 1
    let room = frame.width - (isBelow || reading.isEmpty ? 0 : TextMetrics.width(reading) + 8)
    let name = TextMetrics.fitted(subject.title, into: room)
    let title = TextMark(
      text: name, x: frame.left,
      y: frame.top - 9 - Double(layout.headLines - 1) * TextMetrics.lineHeight,
      full: name == subject.title ? nil : subject.title)
    let value = TextMark(
      text: TextMetrics.fitted(reading, into: frame.width), x: isBelow ? frame.left : frame.right,
      y: frame.top - 9, anchor: isBelow ? .start : .end, colour: .primary)
    return reading.isEmpty ? [title.element] : [title.element, value.element]
  }

  private func line(
    _ points: [TrendPoint], role: SeriesRole, _ x: IndexScale, _ y: LinearScale
  ) -> [SVGElement] {
    let places = points.indices.map { index -> (x: Double, y: Double)? in
      points[index].drawnValue.map { (x.position(index), y.position($0)) }
    }
    return LineMark(points: places, role: role, width: role == .primary ? 2.25 : 2).element
      .map { [$0] } ?? []
  }

  /// A dot for the last value, and a shape for every one that has something to say.
  private func shapes(_ subject: TrendPanel, _ x: IndexScale, _ y: LinearScale) -> [SVGElement] {
    let last = subject.points.lastIndex { $0.drawnValue != nil }
    return subject.points.indices.compactMap { index in
      let point = subject.points[index]
      guard let value = point.drawnValue, index == last || point.status != .ok else { return nil }
      return StatusGlyph(
        status: point.status, role: .primary, x: x.position(index), y: y.position(value),
        radius: index == last ? 6.5 : min(6, max(4, x.step * 0.5))
      ).element
    }
  }

  private func hits(_ subject: TrendPanel, _ x: IndexScale, _ frame: PlotFrame) -> [SVGElement] {
    let half = min(x.step / 2, 20)
    guard half >= 2 else { return [] }
    let columns = subject.points.indices.map { index in
      var path = PathData()
      path.box(
        x: x.position(index) - half, y: frame.top, width: 2 * half, height: frame.height)
      let period = index < chart.periods.count ? "\(chart.periods[index]): " : ""
      return SVGElement(.path).with(.d, path.text)
        .titled("\(subject.title), \(period)\(chart.reading(subject.points, index))")
    }
    return columns.isEmpty ? [] : [.group("chart-hit", columns).with(.fillOpacity, 0)]
  }

  /// First and last period below the lowest panel of each column.
  private var ends: [SVGElement] {
    guard let first = chart.periods.first, let last = chart.periods.last else { return [] }
    let count = chart.panels.count
    return (max(0, count - layout.perRow)..<count).flatMap { panel -> [SVGElement] in
      let frame = layout.frame(panel)
      let y = frame.bottom + 20
      let start = TextMark(text: first, x: frame.left, y: y, colour: .muted)
      let end = TextMark(text: last, x: frame.right, y: y, anchor: .end, colour: .muted)
      return first == last ? [start.element] : [start.element, end.element]
    }
  }

  private var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let points = chart.panels.flatMap(\.points)
    let statuses = MarkStatus.allCases.filter { status in
      status != .ok && points.contains { $0.status == status && $0.drawnValue != nil }
    }
    return (chart.common.map { [(.line(.context), $0.name)] } ?? [])
      + statuses.map { (.status($0, .primary), $0.words) }
  }
}
