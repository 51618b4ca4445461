/// Draws a trend chart from its layout, from the paper upwards.
struct TrendPainter: Sendable {
  let chart: TrendChart
  let layout: TrendLayout

  var drawing: Drawing {
    let labels = axisLabels
    let keyTop = layout.bottom + (chart.periods.isEmpty ? 10 : 38)
    let key = ChartKey(layout.isEmpty ? [] : keyItems, top: keyTop)
    let body: [SVGElement] =
      layout.isEmpty
      ? [baseline, emptyNotice]
      : [.group("chart-gaps", gapBands), .group("chart-grid", grid)]
        + [.group("chart-expectations", expectations), .group("chart-events", events)]
        + chart.series.indices.reversed().map(seriesGroup)
        + [.group("chart-labels", sideLabels)]
    return Drawing(
      width: Drawing.standardWidth,
      height: keyTop + key.height + (key.height > 0 ? 6 : 0), kind: "chart-trend",
      elements: (layout.header.elements + body + [.group("chart-axis", labels)] + key.elements)
        .filter { $0.name != .g || !$0.children.isEmpty },
      remarks: cutOff.isEmpty ? [] : [TrendPainter.cutOffWords])
  }

  // MARK: - Frame

  private var baseline: SVGElement {
    RuleMark(
      classes: "chart-baseline", from: (layout.left, layout.bottom),
      to: (layout.right, layout.bottom), colour: .axis, width: 1.5
    ).element
  }

  private var grid: [SVGElement] {
    var elements: [SVGElement] = []
    for tick in layout.axis.ticks {
      let y = layout.y.position(tick.value)
      let isZero = tick.value == 0
      if y < layout.bottom - 0.5 {
        elements.append(
          RuleMark(
            classes: "chart-gridline", from: (layout.left, y), to: (layout.right, y),
            colour: isZero ? .axis : .grid, width: isZero ? 1.5 : 1.25
          ).element)
      }
      elements.append(
        TextMark(
          text: tick.text, x: layout.left - 10, y: y + TextMark.drop, anchor: .end, colour: .muted
        ).element)
    }
    return elements + [baseline]
  }

  private var axisLabels: [SVGElement] {
    let indices = Array(0..<chart.periodCount)
    let labels = ThinnedLabels(
      indices.map(chart.label), at: indices.map(layout.x.position),
      within: Drawing.padding...(Drawing.standardWidth - Drawing.padding))
    let named = labels.items.map(\.index)
    // Where there is room every period has a tick, so that uneven labels cannot mislead.
    let ticks = indices.filter { layout.x.step >= 8 || named.contains($0) }.map { index in
      let x = layout.x.position(index)
      return RuleMark(
        classes: "chart-tick", from: (x, layout.bottom),
        to: (x, layout.bottom + (named.contains(index) ? 7 : 4)), colour: .axis, width: 1.5
      ).element
    }
    return ticks
      + labels.items.map { item in
        TextMark(
          text: item.text, x: item.centre, y: layout.bottom + 25, anchor: .middle, colour: .muted,
          full: item.full
        ).element
      }
  }

  private var emptyNotice: SVGElement {
    TextMark(
      text: TrendPainter.emptyWords, x: (layout.left + layout.right) / 2,
      y: (layout.top + layout.bottom) / 2 + TextMark.drop, anchor: .middle, colour: .muted
    ).element
  }

  /// Shading over periods in which no series has a value.
  private var gapBands: [SVGElement] {
    let absent = (0..<chart.periodCount).map { period in
      chart.series.allSatisfy { chart.point($0, period)?.drawnValue == nil }
    }
    var elements: [SVGElement] = []
    var start: Int?
    for period in 0...chart.periodCount {
      if period < chart.periodCount, absent[period] {
        start = start ?? period
      } else if let first = start {
        let half = layout.halfStep
        let left = max(layout.left, layout.x.position(first) - half)
        let right = min(layout.right, layout.x.position(period - 1) + half)
        elements.append(
          SVGElement(.rect, class: "chart-gap")
            .with(.x, left).with(.y, layout.top)
            .with(.width, right - left).with(.height, layout.bottom - layout.top)
            .painted(.fill, .gap))
        start = nil
      }
    }
    return elements
  }

  // MARK: - Thresholds, events and labels

  private var expectations: [SVGElement] {
    chart.expectations.compactMap { line in
      guard let value = Drawable.value(line.value) else { return nil }
      let y = layout.y.position(value)
      return RuleMark(
        classes: "chart-expectation", from: (layout.left, y), to: (layout.right, y),
        colour: line.colour, width: 1.75, dash: line.dash
      ).element
    }
  }

  private var events: [SVGElement] {
    layout.lanes.items.flatMap { item in
      let top = layout.header.height + Double(item.lane) * TrendLayout.laneHeight
      let right = item.side == .right
      return [
        RuleMark(
          classes: "chart-event", from: (item.x, top + 2), to: (item.x, layout.bottom),
          colour: .axis, width: 1.5, dash: "3 3"
        ).element,
        TextMark(
          text: item.text, x: right ? item.span.lowerBound : item.span.upperBound, y: top + 15,
          anchor: right ? .start : .end, full: item.full
        ).element,
      ]
    }
  }

  private var sideLabels: [SVGElement] {
    layout.sideLabels.flatMap { label in
      let x = layout.right + TrendLayout.gutter
      var elements: [SVGElement] = []
      if abs(label.centre - label.y) > 3 || layout.right - label.x > layout.x.inset + 1 {
        let corners = [
          (x: max(label.x + 10, layout.right - 2), y: label.y), (x: x - 3, y: label.centre),
        ]
        elements.append(
          SVGElement(.path, class: "chart-leader")
            .with(.d, PathData.polyline(corners).text)
            .with(.fill, "none").with(.strokeWidth, 1.25)
            .painted(.stroke, label.colour))
      }
      let pitch = TextMetrics.lineHeight - 2
      let first = label.centre - pitch * Double(label.lines.count - 1) / 2 + TextMark.drop
      for (index, line) in label.lines.enumerated() {
        elements.append(
          TextMark(
            text: line, x: x, y: first + Double(index) * pitch, colour: label.colour,
            full: label.full
          ).element)
      }
      return elements
    }
  }
}
