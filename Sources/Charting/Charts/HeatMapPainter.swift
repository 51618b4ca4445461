/// Draws a heat map: squares and shapes on a grid, with the last value of each row beside it.
struct HeatMapPainter: Sendable {
  let chart: HeatMapChart
  let header: ChartHeader

  private static let pitch = 30.0
  private static let labelWidth = 168.0
  /// Cells are never wider than this, lest few columns drift apart.
  private static let widest = 64.0

  var drawing: Drawing {
    let labels = chart.rows.map { TextMetrics.fittedInMiddle($0.label, into: Self.labelWidth) }
    let left = Drawing.padding + (labels.map { TextMetrics.width($0) }.max() ?? 0) + 12
    let values = chart.rows.map { $0.cell(chart.columns.count - 1).text }
    let valueWidth = values.map { TextMetrics.width($0) }.max() ?? 0
    let limit = Drawing.standardWidth - Drawing.padding - valueWidth - 12
    let right = min(limit, left + Self.widest * Double(chart.columns.count))
    let top = header.height + 4
    let frame = PlotFrame(
      left: left, right: right, top: top, bottom: top + Self.pitch * Double(chart.rows.count))
    let x = BandScale(count: chart.columns.count, start: left, end: right)
    let axis = LabelAxisMark(
      texts: chart.columns, positions: chart.columns.indices.map(x.centre), bottom: frame.bottom,
      ticks: .labelled)
    return Plot(
      kind: "chart-heat", header: header,
      layers: [
        Plot.Layer("chart-grid", grid(frame)),
        Plot.Layer("chart-names", names(labels, values: values, frame)),
        Plot.Layer("chart-cells", squares(x, frame) + shapes(x, frame)),
        Plot.Layer("chart-hits", hits(x, frame)), Plot.Layer("chart-axis", axis.elements),
      ], bottom: frame.bottom + LabelAxisMark.height, key: keyItems, remarks: chart.remarks
    ).drawing
  }

  private func middle(_ row: Int, _ frame: PlotFrame) -> Double {
    frame.top + (Double(row) + 0.5) * Self.pitch
  }

  private func grid(_ frame: PlotFrame) -> [SVGElement] {
    chart.rows.indices.dropFirst().map { row in
      let y = frame.top + Double(row) * Self.pitch
      return RuleMark(
        classes: "chart-gridline", from: (frame.left, y), to: (frame.right, y), colour: .grid,
        width: 1.25
      ).element
    } + [frame.baseline]
  }

  private func names(
    _ labels: [String], values: [String], _ frame: PlotFrame
  ) -> [SVGElement] {
    chart.rows.indices.flatMap { index in
      let y = middle(index, frame) + TextMark.drop
      let whole = chart.rows[index].label
      let name = TextMark(
        text: labels[index], x: frame.left - 12, y: y, anchor: .end,
        full: labels[index] == whole ? nil : whole)
      let value = TextMark(text: values[index], x: frame.right + 12, y: y)
      return values[index].isEmpty ? [name.element] : [name.element, value.element]
    }
  }

  /// The side of a full square.
  private func side(_ x: BandScale) -> Double { min(x.width - 2, Self.pitch - 6) }

  /// All squares in order as one path: a cell costs some bytes, not an element.
  private func squares(_ x: BandScale, _ frame: PlotFrame) -> [SVGElement] {
    var path = PathData()
    // A square with a hole holds more than a full one.
    var frames = PathData()
    for (row, cells) in chart.rows.enumerated() {
      for column in chart.columns.indices {
        let cell = cells.cell(column)
        guard let share = cell.drawnShare, share > 0, !Self.hasShape(cell) else { continue }
        // Area says how much; a trace stays visible.
        let half = max(side(x) * share.squareRoot(), 2) / 2
        path.box(
          x: x.centre(column) - half, y: middle(row, frame) - half, width: 2 * half,
          height: 2 * half)
        if cell.isBeyond {
          frames.box(
            x: x.centre(column) - half + 5, y: middle(row, frame) - half + 5,
            width: 2 * half - 10, height: 2 * half - 10)
        }
      }
    }
    guard !path.text.isEmpty else { return [] }
    let squares = SVGElement(.path, class: "chart-square").with(.d, path.text)
      .painted(.fill, .primary)
    let holes = SVGElement(.path, class: "chart-beyond").with(.d, frames.text)
      .painted(.fill, .background)
    return frames.text.isEmpty ? [squares] : [squares, holes]
  }

  private static func hasShape(_ cell: HeatCell) -> Bool {
    cell.drawnShare == nil || [.watch, .breach, .insufficient].contains(cell.status)
  }

  /// The shapes of each status; the frequent ones as one path, as squares are.
  private func shapes(_ x: BandScale, _ frame: PlotFrame) -> [SVGElement] {
    let radius = min(9, side(x) / 2)
    var places: [MarkStatus: [(x: Double, y: Double)]] = [:]
    for (row, cells) in chart.rows.enumerated() {
      for column in chart.columns.indices where Self.hasShape(cells.cell(column)) {
        places[Self.status(cells.cell(column)), default: []]
          .append((x.centre(column), middle(row, frame)))
      }
    }
    return MarkStatus.allCases.flatMap { status in
      let role: SeriesRole = status == .missing ? .context : .primary
      return StatusGlyph.elements(
        status: status, role: role, at: places[status] ?? [],
        radius: status == .missing ? min(6, radius) : radius)
    }
  }

  private static func status(_ cell: HeatCell) -> MarkStatus {
    cell.drawnShare == nil && cell.status == .ok ? .missing : cell.status
  }

  private func hits(_ x: BandScale, _ frame: PlotFrame) -> [SVGElement] {
    let cells = chart.rows.enumerated().flatMap { row, cells in
      chart.columns.indices.map { column in
        var path = PathData()
        path.box(
          x: x.edge(column), y: middle(row, frame) - Self.pitch / 2, width: x.width,
          height: Self.pitch)
        return SVGElement(.path).with(.d, path.text)
          .titled("\(cells.label), \(chart.columns[column]): \(cells.cell(column).reading)")
      }
    }
    return [.group("chart-hit", cells).with(.fillOpacity, 0)]
  }

  private var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let cells = chart.rows.flatMap { row in chart.columns.indices.map(row.cell) }
    let hasSquares = cells.contains { !Self.hasShape($0) && ($0.drawnShare ?? 0) > 0 }
    let statuses: [MarkStatus] = [.watch, .breach, .insufficient, .missing].filter { status in
      cells.contains {
        Self.hasShape($0) && Self.status($0) == status
      }
    }
    let isBeyond = cells.contains { $0.isBeyond && !Self.hasShape($0) }
    return (hasSquares ? [(.bar(.primary, .filled), "a full square: \(chart.fullSquare)")] : [])
      + (isBeyond ? [(.bar(.primary, .hollow), chart.beyond)] : [])
      + statuses.map { (.status($0, .primary), $0.words) }
  }
}
