/// Draws a dot chart from its layout, from the paper upwards.
struct DotPainter: Sendable {
  let chart: DotChart
  let layout: DotLayout

  var drawing: Drawing {
    let rows = layout.lines.compactMap { line, y -> SVGElement? in
      guard case .row(let row, let label) = line else { return nil }
      return group(row, label: label, y: y)
    }
    return Plot(
      kind: "chart-dots", header: layout.header,
      layers: [
        Plot.Layer("chart-grid", grid), Plot.Layer("chart-rules", rules),
        Plot.Layer("chart-titles", titles), Plot.Layer("chart-rows", rows),
      ], bottom: layout.frame.bottom + ValueAxisMark.labelHeight, key: keyItems,
      remarks: hasCutOff ? [DotPainter.cutOffWords] : []
    ).drawing
  }

  static let cutOffWords =
    "Where an interval ends in an arrow, it reaches further than is drawn."

  private var grid: [SVGElement] {
    ValueAxisMark(axis: layout.axis, scale: layout.x, frame: layout.frame, side: .bottom).elements
      + [layout.frame.baseline]
  }

  private var rules: [SVGElement] {
    let drawn = chart.rules.compactMap { rule in
      Drawable.value(rule.value).map { (rule, layout.x.position($0)) }
    }
    // The lanes place labels from left to right.
    let sorted = drawn.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    return zip(sorted.map(\.element), layout.lanes.items).flatMap { pair, item in
      let (rule, x) = pair
      let top = layout.header.height + Double(item.lane) * DotLayout.laneHeight
      let isRight = item.side == .right
      return [
        RuleMark(
          classes: "chart-rule", from: (x, top + 2), to: (x, layout.frame.bottom),
          colour: rule.colour, width: 1.75, dash: rule.dash
        ).element,
        TextMark(
          text: item.text, x: isRight ? item.span.lowerBound : item.span.upperBound, y: top + 15,
          anchor: isRight ? .start : .end, colour: rule.colour, full: item.full
        ).element,
      ]
    }
  }

  private var titles: [SVGElement] {
    layout.lines.compactMap { line, y in
      guard case .title(let title) = line else { return nil }
      let text = TextMetrics.fitted(title, into: layout.frame.right / 1.1)
      return TextMark(
        text: text, x: Drawing.padding, y: y + TextMark.drop, weight: .bold,
        full: text == title ? nil : title
      ).element
    }
  }

  private func group(_ row: DotRow, label: [String], y: Double) -> SVGElement {
    let reach = label.count > 1 ? 20.0 : 13.0
    var elements = [
      SVGElement(.rect, class: "chart-hit")
        .with(.y, y - reach).with(.width, Drawing.standardWidth).with(.height, 2 * reach)
        .with(.fillOpacity, 0)
    ]
    elements += labelMarks(row, label, y: y)
    guard let value = row.drawnValue else {
      elements += absent(chart.value(row), y: y)
      return SVGElement.group("chart-row", elements).titled(chart.hoverText(row))
    }
    if let whisker = whisker(row, y: y) { elements.append(whisker.element) }
    elements.append(
      StatusGlyph(
        status: row.status, role: row.role, x: layout.x.position(value), y: y, radius: 8
      ).element)
    let text = chart.value(row)
    let fitted = TextMetrics.fitted(text, into: DotLayout.widestValue)
    elements.append(
      TextMark(
        text: fitted, x: layout.valueLeft, y: y + TextMark.drop, full: fitted == text ? nil : text
      ).element)
    return SVGElement.group("chart-row", elements).titled(chart.hoverText(row))
  }

  /// Words in place of a dot, on paper that keeps the lines of the plot out of them.
  private func absent(_ words: String, y: Double) -> [SVGElement] {
    // Beside the axis, not on it.
    let left = layout.x.start + 8
    let text = TextMetrics.fitted(words, into: layout.frame.right - left)
    return [
      SVGElement(.rect, class: "chart-paper")
        .with(.x, left - 3).with(.y, y - 11)
        .with(.width, TextMetrics.width(text) + 6).with(.height, 22)
        .painted(.fill, .background),
      TextMark(
        text: text, x: left, y: y + TextMark.drop, colour: .muted,
        full: text == words ? nil : words
      ).element,
    ]
  }

  private func whisker(_ row: DotRow, y: Double) -> WhiskerMark? {
    row.interval.map {
      WhiskerMark(
        interval: $0, scale: layout.x, across: y, direction: .horizontal, colour: row.role.colour)
    }
  }

  private func labelMarks(_ row: DotRow, _ lines: [String], y: Double) -> [SVGElement] {
    let pitch = 18.0
    let first = y - pitch * Double(lines.count - 1) / 2 + TextMark.drop
    return lines.enumerated().map { index, line in
      TextMark(
        text: line, x: layout.frame.left - 16, y: first + Double(index) * pitch, anchor: .end,
        full: lines.joined(separator: " ") == row.label ? nil : row.label
      ).element
    }
  }

  private var hasCutOff: Bool {
    chart.rows.contains { whisker($0, y: 0)?.isCutOff == true }
  }

  private var keyItems: [(symbol: ChartKey.Symbol, text: String)] {
    let drawn = chart.rows.filter { $0.drawnValue != nil }
    let role = ChartKey.role(of: drawn.map(\.role))
    return MarkStatus.allCases.filter { status in
      status != .ok && drawn.contains { $0.status == status }
    }.map { (.status($0, role), $0.words) }
  }
}
