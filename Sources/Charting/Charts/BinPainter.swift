/// Draws a numeric distribution: bars for now, a step outline for the reference.
struct BinPainter: Sendable {
  let bins: [DistributionBin]
  let rows: [DistributionRow]
  let top: Double
  let names: (current: String, reference: String)

  private static let plotHeight = 204.0

  /// The elements, and where the drawing ends below them.
  var painted: (elements: [SVGElement], bottom: Double) {
    let shares = rows.flatMap { [$0.current, $0.reference].compactMap { $0 } }
    let axis = ValueAxis.share.fitted(values: shares, rules: [], intervals: [], about: 4)
    let bottom = top + BinPainter.plotHeight
    let y = LinearScale(domain: axis.domain, start: bottom, end: top)
    let tickWidth = axis.ticks.map { TextMetrics.width($0.text) }.max() ?? 0
    let left = Drawing.padding + tickWidth + 10
    // A single bin as wide as the page would be a wall, not a bar.
    let widest = left + Double(rows.count) * 140
    let right = min(Drawing.standardWidth - Drawing.padding - 4, widest)
    let x = BandScale(count: rows.count, start: left, end: right)
    let elements: [SVGElement] = [
      .group("chart-grid", grid(axis, y, left: left, right: right)),
      .group("chart-bars", bars(x, y)),
      .group("chart-reference", outline(x, y)),
      .group("chart-hits", hits(x, bottom: bottom)),
      .group("chart-axis", edges(x, bottom: bottom)),
    ]
    return (elements.filter { !$0.children.isEmpty }, bottom + 38)
  }

  private func grid(
    _ axis: FittedAxis, _ y: LinearScale, left: Double, right: Double
  ) -> [SVGElement] {
    axis.ticks.flatMap { tick in
      let place = y.position(tick.value)
      let isZero = tick.value == 0
      return [
        RuleMark(
          classes: isZero ? "chart-baseline" : "chart-gridline", from: (left, place),
          to: (right, place), colour: isZero ? .axis : .grid, width: isZero ? 1.5 : 1.25
        ).element,
        TextMark(
          text: tick.text, x: left - 10, y: place + TextMark.drop, anchor: .end, colour: .muted
        ).element,
      ]
    }
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

  private func edges(_ x: BandScale, bottom: Double) -> [SVGElement] {
    let texts = bins.map(\.lowerEdge) + (bins.last.map { [$0.upperEdge] } ?? [])
    let labels = ThinnedLabels(
      texts, at: texts.indices.map(x.edge),
      within: Drawing.padding...(Drawing.standardWidth - Drawing.padding))
    return labels.items.flatMap { item in
      let place = x.edge(item.index)
      return [
        RuleMark(
          classes: "chart-tick", from: (place, bottom), to: (place, bottom + 6), colour: .axis,
          width: 1.5
        ).element,
        TextMark(
          text: item.text, x: item.centre, y: bottom + 25, anchor: .middle, colour: .muted,
          full: item.full
        ).element,
      ]
    }
  }
}
