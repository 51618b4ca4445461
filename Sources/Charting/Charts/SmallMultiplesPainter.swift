/// Draws small multiples: panels three in a row, each with its name, line and last value.
struct SmallMultiplesPainter: Sendable {
  let chart: SmallMultiplesChart
  let header: ChartHeader

  private static let panelHeight = 64.0
  private static let titleHeight = 26.0
  private static let gap = 22.0
  private static let perRow = 3

  var drawing: Drawing {
    let axis = fitted
    let painted = chart.panels.indices.flatMap { panel in
      layers(panel, axis, frame(panel, axis))
    }
    let rowCount = (chart.panels.count + Self.perRow - 1) / Self.perRow
    let bottom = header.height + Double(rowCount) * rowPitch
    return Plot(
      kind: "chart-multiples", header: header,
      layers: painted + [Plot.Layer("chart-axis", ends(axis, bottom: bottom))],
      bottom: bottom + 14, key: keyItems
    ).drawing
  }

  private var rowPitch: Double { Self.titleHeight + Self.panelHeight + 14 }

  private var fitted: FittedAxis {
    let points = chart.panels.flatMap(\.points)
    let common = chart.common?.points ?? []
    return chart.axis.fitted(
      values: (points + common).compactMap(\.drawnValue), rules: [], intervals: [], about: 2)
  }

  private func frame(_ panel: Int, _ axis: FittedAxis) -> PlotFrame {
    let left = Drawing.padding + ValueAxisMark.width(of: axis)
    let width =
      (Drawing.standardWidth - Drawing.padding - left - Self.gap * Double(Self.perRow - 1))
      / Double(Self.perRow)
    let (row, column) = panel.quotientAndRemainder(dividingBy: Self.perRow)
    let x = left + Double(column) * (width + Self.gap)
    let top = header.height + Double(row) * rowPitch + Self.titleHeight
    return PlotFrame(left: x, right: x + width, top: top, bottom: top + Self.panelHeight)
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
      Plot.Layer("chart-grid", grid(axis, y, frame, hasNumbers: panel % Self.perRow == 0)),
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
    return rules
      + axis.ticks.map { tick in
        TextMark(
          text: tick.text, x: frame.left - ValueAxisMark.gap,
          y: y.position(tick.value) + TextMark.drop, anchor: .end, colour: .muted
        ).element
      }
  }

  /// The name of the panel, and its last value at the right.
  private func head(_ subject: TrendPanel, _ frame: PlotFrame) -> [SVGElement] {
    let isKnown = subject.points.last?.drawnValue != nil
    let last = isKnown ? chart.reading(subject.points, subject.points.count - 1) : ""
    let room = frame.width - TextMetrics.width(last) - (last.isEmpty ? 0 : 8)
    let name = TextMetrics.fitted(subject.title, into: room)
    let title = TextMark(
      text: name, x: frame.left, y: frame.top - 9, full: name == subject.title ? nil : subject.title
    )
    let value = TextMark(
      text: last, x: frame.right, y: frame.top - 9, anchor: .end, colour: .primary)
    return last.isEmpty ? [title.element] : [title.element, value.element]
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

  /// First and last period below the first panel of the last row.
  private func ends(_ axis: FittedAxis, bottom: Double) -> [SVGElement] {
    guard let first = chart.periods.first, let last = chart.periods.last, !chart.panels.isEmpty
    else { return [] }
    let row = (chart.panels.count - 1) / Self.perRow
    let frame = frame(row * Self.perRow, axis)
    let text = first == last ? first : "\(first) to \(last)"
    return [
      TextMark(text: text, x: frame.left, y: frame.bottom + 20, colour: .muted).element
    ]
  }

  private var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let points = chart.panels.flatMap(\.points)
    let statuses = MarkStatus.allCases.filter { status in
      status != .ok && points.contains { $0.status == status && $0.drawnValue != nil }
    }
    return (chart.common.map { [(.line(.context), $0.name)] } ?? [])
      + statuses.map { (.status($0), $0.words) }
  }
}
