/// Draws a trend chart from its layout, from the paper upwards.
struct TrendPainter: Sendable {
  let chart: TrendChart
  let layout: TrendLayout

  var drawing: Drawing {
    let body: [Plot.Layer] =
      layout.isEmpty
      ? [
        Plot.Layer(
          "chart-empty", [layout.frame.baseline, layout.frame.notice(Plot.emptyWords)])
      ]
      : [
        Plot.Layer("chart-gaps", gapBands), Plot.Layer("chart-grid", grid),
        Plot.Layer("chart-expectations", expectations), Plot.Layer("chart-events", events),
      ] + chart.series.indices.reversed().map(seriesLayer) + [Plot.Layer("chart-hits", hits)]
        + [Plot.Layer("chart-labels", innerLabels + layout.endLabels.elements)]
    return Plot(
      kind: "chart-trend", header: layout.header,
      layers: body + [Plot.Layer("chart-axis", axisLabels)],
      bottom: layout.bottom + (chart.periods.isEmpty ? 10 : LabelAxisMark.height),
      key: layout.isEmpty ? [] : keyItems,
      remarks: cutOff.isEmpty ? [] : [TrendPainter.cutOffWords]
    ).drawing
  }

  // MARK: - Frame

  private var grid: [SVGElement] {
    ValueAxisMark(axis: layout.axis, scale: layout.y, frame: layout.frame, side: .left).elements
      + [layout.frame.baseline]
  }

  private var axisLabels: [SVGElement] {
    let indices = Array(0..<chart.periodCount)
    return LabelAxisMark(
      texts: indices.map(chart.label), positions: indices.map(layout.x.position),
      bottom: layout.bottom, ticks: .all
    ).elements
  }

  /// Shading over periods in which no series has a value.
  var gapBands: [SVGElement] {
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
}
