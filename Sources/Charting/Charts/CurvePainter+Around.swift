extension CurvePainter {
  /// Bars of counts below the plot, from zero, with the largest as their scale.
  var counts: [SVGElement] {
    guard let strip = layout.strip else { return [] }
    let largest = chart.counts.map(\.count).max() ?? 0
    let scale = LinearScale(
      domain: 0...Double(max(largest, 1)), start: strip.bottom, end: strip.top)
    let bars = chart.counts.compactMap { bar -> SVGElement? in
      guard Drawable.value(bar.lower) != nil, Drawable.value(bar.upper) != nil else { return nil }
      let left = layout.x.position(bar.lower)
      let width = layout.x.position(bar.upper) - left
      let air = min(2, width * 0.1)
      let top = scale.position(Double(bar.count))
      return BarMark(
        x: left + air, y: top, width: width - 2 * air, height: strip.bottom - top,
        colour: .context, look: .filled
      ).element.titled(bar.text)
    }
    let labels = [
      (DecimalText.fixed(Double(largest), decimals: 0), strip.top), ("rows", strip.bottom),
    ]
    return bars + [strip.baseline]
      + labels.map { text, y in
        TextMark(
          text: text, x: strip.left - ValueAxisMark.gap, y: y + TextMark.drop, anchor: .end,
          colour: .muted
        ).element
      }
  }

  /// Names beside a square plot, each with a piece of its line.
  var sideKey: [SVGElement] {
    guard chart.shape == .square else { return [] }
    let left = layout.frame.right + CurveLayout.sideKeyGap
    let textLeft = left + 36
    let room = Drawing.standardWidth - Drawing.padding - textLeft
    var y = layout.frame.top + 14
    var elements: [SVGElement] = []
    for item in keyItems {
      elements += symbol(item.symbol, x: left, y: y)
      let lines = TextMetrics.lines(item.text, within: room, maximum: 3)
      let isWhole = lines.joined(separator: " ") == item.text
      for (index, line) in lines.enumerated() {
        elements.append(
          TextMark(
            text: line, x: textLeft, y: y + TextMark.drop + Double(index) * 19,
            colour: item.colour, full: isWhole ? nil : item.text
          ).element)
      }
      y += Double(max(lines.count, 1)) * 19 + 12
    }
    return elements
  }

  private enum Symbol {
    case series(CurveSeries)
    case comparison
    case decision
  }

  private var keyItems: [(symbol: Symbol, text: String, colour: ChartColour)] {
    chart.series.filter { !$0.drawnPoints.isEmpty }
      .map { (Symbol.series($0), $0.name, $0.role.colour) }
      + chart.lines.filter(\.isDrawable).map { (Symbol.comparison, $0.label, ChartColour.context) }
      + chart.marks.filter(\.isDrawable).map { (Symbol.decision, $0.label, ChartColour.text) }
  }

  private func symbol(_ symbol: Symbol, x: Double, y: Double) -> [SVGElement] {
    switch symbol {
    case .series(let series) where series.path == .none:
      return [StatusGlyph(status: .ok, role: series.role, x: x + 14, y: y, radius: 9).element]
    case .series(let series):
      let line = LineMark(points: [(x, y), (x + 28, y)], role: series.role).element
      return line.map { [$0] } ?? []
    case .comparison:
      return [
        RuleMark(
          classes: "chart-comparison", from: (x, y), to: (x + 28, y), colour: .context, width: 2,
          dash: SeriesRole.context.dash
        ).element
      ]
    case .decision: return [CurvePainter.ring(x: x + 14, y: y)]
    }
  }
}
