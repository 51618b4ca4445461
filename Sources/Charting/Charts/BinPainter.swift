/// Draws a numeric distribution: bars for now, a step outline for the reference.
struct BinPainter: Sendable {
  let bins: [DistributionBin]
  let rows: [DistributionRow]
  let top: Double
  let names: (current: String, reference: String)

  private static let plotHeight = 204.0

  /// The layers, and where the drawing ends below them.
  var painted: (layers: [Plot.Layer], bottom: Double) {
    let shares = rows.flatMap { [$0.current, $0.reference].compactMap { $0 } }
    let axis = ValueAxis.share.fitted(values: shares, rules: [], intervals: [], about: 4)
    let bottom = top + BinPainter.plotHeight
    let y = LinearScale(domain: axis.domain, start: bottom, end: top)
    let left = Drawing.padding + ValueAxisMark.width(of: axis)
    // A single bin as wide as the page would be a wall, not a bar.
    let widest = left + Double(rows.count) * 140
    let edge = Drawing.standardWidth - Drawing.padding
    let right = min(edge - overhang(edge - left), widest)
    let x = BandScale(count: rows.count, start: left, end: right)
    let frame = PlotFrame(left: left, right: right, top: top, bottom: bottom)
    let grid = ValueAxisMark(axis: axis, scale: y, frame: frame, side: .left).elements
    let layers = [
      Plot.Layer("chart-grid", grid + [frame.baseline]),
      Plot.Layer("chart-bars", bars(x, y)), Plot.Layer("chart-reference", outline(x, y)),
      Plot.Layer("chart-hits", hits(x, bottom: bottom)),
      Plot.Layer("chart-axis", edges(x, bottom: bottom)),
    ]
    return (layers, bottom + LabelAxisMark.height)
  }

  private func bars(_ x: BandScale, _ y: LinearScale) -> [SVGElement] {
    let air = min(3, x.width * 0.08)
    return rows.enumerated().compactMap { index, row in
      guard let share = row.current else { return nil }
      let place = y.position(share)
      return BarMark(
        x: x.edge(index) + air, y: place, width: x.width - 2 * air,
        height: y.position(0) - place, colour: .primary, look: .filled
      ).element
    }
  }

  /// A staircase over the edges of the bins, down to zero at its ends and around unknown shares. A rim of
  /// background parts it from the bars that it crosses.
  private func outline(_ x: BandScale, _ y: LinearScale) -> [SVGElement] {
    var path = PathData()
    for (index, row) in rows.enumerated() {
      guard let share = row.reference else { continue }
      let height = y.position(share)
      if index == 0 || rows[index - 1].reference == nil {
        path.move(to: x.edge(index), y.position(0))
      }
      path.line(to: x.edge(index), height)
      path.line(to: x.edge(index + 1), height)
      if index + 1 == rows.count || rows[index + 1].reference == nil {
        path.line(to: x.edge(index + 1), y.position(0))
      }
    }
    guard !path.text.isEmpty else { return [] }
    return [(5.5, ChartColour.background), (2.5, .text)].map { width, colour in
      SVGElement(.path, class: "chart-outline")
        .with(.d, path.text).with(.fill, "none").with(.strokeWidth, width)
        .with(.strokeLineJoin, "round")
        .painted(.stroke, colour)
    }
  }

  /// Invisible columns, as high as the plot, that catch the pointer for bars of any height.
  private func hits(_ x: BandScale, bottom: Double) -> [SVGElement] {
    rows.enumerated().map { index, row in
      SVGElement(.rect, class: "chart-hit")
        .with(.x, x.edge(index)).with(.y, top)
        .with(.width, x.width).with(.height, bottom - top)
        .with(.fillOpacity, 0)
        .titled(row.hoverText(names.current, names.reference))
    }
  }

  /// Room beside the last bar for half of the label below its end, so that it stands at its tick.
  private func overhang(_ room: Double) -> Double {
    guard let last = bins.last else { return 4 }
    let half = TextMetrics.width(last.upperEdge ?? last.label) / 2
    let inside = last.upperEdge == nil ? room / Double(2 * bins.count) : 0
    return max(4, min(half - inside, 60))
  }

  /// The edges; a bin without end has its words below its middle, in place of the edge beside it.
  private func edges(_ x: BandScale, bottom: Double) -> [SVGElement] {
    var labels = bins.enumerated().map { index, bin in (bin.lowerEdge ?? "", x.edge(index), true) }
    if let last = bins.last { labels.append((last.upperEdge ?? "", x.edge(bins.count), true)) }
    if let first = bins.first, first.lowerEdge == nil {
      labels[0] = (first.label, x.centre(0), false)
      labels[1].0 = ""
    }
    if bins.count > 1, let last = bins.last, last.upperEdge == nil {
      labels[bins.count] = (last.label, x.centre(bins.count - 1), false)
      labels[bins.count - 1].0 = ""
    }
    return LabelAxisMark(
      texts: labels.map(\.0), positions: labels.map(\.1), bottom: bottom,
      ticks: .chosen(labels.map(\.2))
    ).elements
  }
}
