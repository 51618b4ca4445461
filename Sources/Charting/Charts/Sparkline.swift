/// A line the size of a word, for a table cell: 120 by 28 units.
package struct Sparkline: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Labels of the periods, for hover words and table.
  package let periods: [String]
  /// One per period; only the last is marked by its status.
  package let points: [TrendPoint]
  /// An agreed value, drawn as a thin line.
  package let limit: Double?
  /// Format of hover words and table, and whether zero is in the picture; the data set the ends.
  package let axis: ValueAxis

  package init(
    id: ChartID, title: String, description: String, periods: [String], points: [TrendPoint],
    limit: Double? = nil, axis: ValueAxis = ValueAxis()
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.periods = periods
    self.points = points
    self.limit = limit
    self.axis = axis
  }

  package var table: DataTable { trend.table }

  package var picture: ChartPicture {
    let values = points.compactMap(\.drawnValue)
    let elements = values.isEmpty ? [Sparkline.emptyNotice] : lineElements(values)
    return ChartPicture(
      drawing: Drawing(width: 120, height: 28, kind: "chart-sparkline", elements: elements))
  }

  /// The same numbers as a full chart, whose words and table they share.
  private var trend: TrendChart {
    TrendChart(
      id: id, title: title, description: description, periods: periods,
      series: [TrendSeries(name: title, points: points)], axis: axis,
      expectations: limit.map { [ExpectationLine(value: $0, label: "agreed")] } ?? [])
  }

  private func lineElements(_ values: [Double]) -> [SVGElement] {
    let rule = Drawable.value(limit)
    // No ticks are shown, so the data themselves are the ends of the scale.
    let shown = values + (rule.map { [$0] } ?? []) + (axis.zero == .included ? [0] : [])
    let domain = (shown.min() ?? 0)...(shown.max() ?? 1)
    let y = LinearScale(domain: domain, start: 22, end: 6)
    let x = IndexScale(count: points.count, start: 2, end: 112, inset: 2)
    let places = points.indices.map { index -> (x: Double, y: Double)? in
      points[index].drawnValue.map { (x.position(index), y.position($0)) }
    }
    var elements: [SVGElement] = []
    if let rule {
      elements.append(
        RuleMark(
          classes: "chart-expectation", from: (2, y.position(rule)), to: (118, y.position(rule)),
          colour: .breach, width: 1
        ).element)
    }
    if let line = LineMark(points: places, role: .primary, width: 1.75).element {
      elements.append(line)
    }
    if let last = points.indices.last {
      let place = places[last] ?? (x.position(last), 14)
      let status =
        places[last] == nil && points[last].status == .ok ? .missing : points[last].status
      elements.append(
        StatusGlyph(status: status, role: .primary, x: place.x, y: place.y, radius: 6).element
          .titled(trend.hoverText(trend.series, last)))
    }
    return elements
  }

  private static let emptyNotice = TextMark(
    text: "no data", x: 2, y: 19, colour: .muted, size: 13
  ).element
}
