/// Draws a chart of curves from its layout, from the paper upwards.
struct CurvePainter: Sendable {
  let chart: CurveChart
  let layout: CurveLayout

  var drawing: Drawing {
    let series = chart.series.reversed().map { series in
      Plot.Layer("chart-series chart-series-\(series.role.rawValue)", marks(of: series))
    }
    return Plot(
      kind: "chart-curve", header: layout.header,
      layers: [Plot.Layer("chart-grid", grid), Plot.Layer("chart-lines", lines)] + series
        + [
          Plot.Layer("chart-hits", hits), Plot.Layer("chart-marks", decisions),
          Plot.Layer("chart-counts", counts),
          Plot.Layer("chart-labels", layout.endLabels.elements + sideKey),
        ],
      bottom: layout.bottom
    ).drawing
  }

  private var grid: [SVGElement] {
    let frame = layout.frame
    var elements =
      ValueAxisMark(axis: layout.yAxis, scale: layout.y, frame: frame, side: .left).elements
      + ValueAxisMark(axis: layout.xAxis, scale: layout.x, frame: frame, side: .bottom).elements
      + [frame.baseline]
    if !chart.xTitle.isEmpty {
      elements.append(
        TextMark(
          text: TextMetrics.fitted(chart.xTitle, into: Drawing.standardWidth - frame.left - 8),
          x: frame.left, y: frame.bottom + 44, colour: .muted
        ).element)
    }
    return elements
  }

  private var lines: [SVGElement] {
    chart.lines.filter(\.isDrawable).map { line in
      RuleMark(
        classes: "chart-comparison",
        from: (layout.x.position(line.from.x), layout.y.position(line.from.y)),
        to: (layout.x.position(line.to.x), layout.y.position(line.to.y)), colour: .context,
        width: 2, dash: SeriesRole.context.dash
      ).element
    }
  }

  private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (layout.x.position(x), layout.y.position(y))
  }

  private func marks(of series: CurveSeries) -> [SVGElement] {
    let points = series.drawnPoints
    let places = points.map { place($0.x, $0.y) }
    if series.path == .none {
      let whiskers = zip(points, places).compactMap { point, place in
        point.interval.map {
          WhiskerMark(
            interval: $0, scale: layout.y, across: place.x, direction: .vertical,
            colour: series.role.colour
          ).element
        }
      }
      let dots = places.map {
        StatusGlyph(status: .ok, role: series.role, x: $0.x, y: $0.y, radius: 9).element
      }
      return whiskers + dots
    }
    let intervals = zip(points, places).map { point, place -> IntervalMark.Place? in
      point.interval.map { ends in
        IntervalMark.Place(
          x: place.x, lower: layout.y.clampedPosition(ends.lowerBound),
          upper: layout.y.clampedPosition(ends.upperBound), joins: true)
      }
    }
    let line = LineMark(points: corners(places, series.path), role: series.role).element
    return IntervalMark(intervals: intervals, colour: series.role.colour).elements
      + (line.map { [$0] } ?? [])
  }

  private func corners(
    _ places: [(x: Double, y: Double)], _ path: CurveSeries.Path
  ) -> [(x: Double, y: Double)?] {
    guard path == .stepsBefore || path == .stepsAfter, let first = places.first else {
      return places
    }
    return [first]
      + zip(places, places.dropFirst()).flatMap { before, after in
        let corner =
          path == .stepsBefore ? (x: before.x, y: after.y) : (x: after.x, y: before.y)
        return [corner, after]
      }
  }

  /// Invisible discs that catch the pointer.
  private var hits: [SVGElement] {
    let discs = chart.series.flatMap { series in
      series.drawnPoints.compactMap { point in
        point.text.map { text in
          let place = place(point.x, point.y)
          let name = chart.series.count > 1 ? "\(series.name): " : ""
          return SVGElement(.circle).with(.cx, place.x).with(.cy, place.y).with(.r, 9)
            .titled(name + text)
        }
      }
    }
    return discs.isEmpty ? [] : [.group("chart-hit", discs).with(.fillOpacity, 0)]
  }

  private var decisions: [SVGElement] {
    chart.marks.filter(\.isDrawable).map { mark in
      let place = place(mark.x, mark.y)
      return .group("chart-decision", [CurvePainter.ring(x: place.x, y: place.y)])
        .titled("\(mark.label): \(mark.text)")
    }
  }

  static func ring(x: Double, y: Double) -> SVGElement {
    SVGElement(.circle, class: "chart-mark")
      .with(.cx, x).with(.cy, y).with(.r, 7).with(.strokeWidth, 2.75)
      .painted(.stroke, .text).painted(.fill, .background)
  }
}
