extension TrendPainter {
  /// Names of the series that end before the plot does, each at the end of its own line.
  var innerLabels: [SVGElement] {
    guard chart.series.count > 1, !layout.isEmpty else { return [] }
    var labels: [InnerLabel] = []
    for series in chart.series where chart.endsEarly(series) && !series.name.isEmpty {
      guard let last = series.points.lastIndex(where: { $0.drawnValue != nil }),
        let value = series.points[last].drawnValue
      else { continue }
      labels.append(
        InnerLabel(
          series.name, colour: series.role.colour,
          at: (layout.x.position(last), layout.y.position(value)), within: layout.frame,
          drawn: places,
          rules: chart.expectations.compactMap { Drawable.value($0.value) }
            .map(layout.y.position), uprights: layout.lanes.items.map(\.x), others: labels))
    }
    return labels.flatMap(\.elements)
  }

  /// What the lines pass, some units apart.
  private var places: [(x: Double, y: Double)] {
    let step = 6.0
    return chart.series.flatMap { series -> [(x: Double, y: Double)] in
      let corners = (0..<chart.periodCount).map { period -> (x: Double, y: Double)? in
        chart.point(series, period)?.drawnValue.map {
          (layout.x.position(period), layout.y.position($0))
        }
      }
      let between = zip(corners, corners.dropFirst()).flatMap {
        from, to -> [(x: Double, y: Double)] in
        guard let from, let to else { return [] }
        let count = Int(max((to.x - from.x).magnitude, (to.y - from.y).magnitude) / step)
        return (0..<count).map { index in
          let share = Double(index + 1) / Double(count + 1)
          return (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
        }
      }
      return corners.compactMap { $0 } + between
    }
  }
}

extension TrendChart {
  /// Whether a line stops so long before the last period that a label beside the plot would not be
  /// taken for its own.
  func endsEarly(_ series: TrendSeries) -> Bool {
    guard let last = series.points.lastIndex(where: { $0.drawnValue != nil }) else { return false }
    return Double(periodCount - 1 - last) > 0.06 * Double(periodCount - 1)
  }
}
