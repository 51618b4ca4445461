/// The same trend for many subjects side by side, all on one vertical scale, each against the same
/// common line: where lines of many groups in one plot would only tangle.
package struct SmallMultiplesChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Labels of the periods that all panels share.
  package let periods: [String]
  /// In the order of reading.
  package let panels: [TrendPanel]
  /// What every panel is read against, such as all rows; drawn dotted in each.
  package let common: TrendSeries?
  package let axis: ValueAxis
  package let heading: ChartHeading

  package init(
    id: ChartID, title: String, description: String, periods: [String], panels: [TrendPanel],
    common: TrendSeries? = nil, axis: ValueAxis = ValueAxis(), heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.periods = periods
    self.panels = panels
    self.common = common
    self.axis = axis
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: axis.format.unit, heading: heading)
    let isEmpty = !panels.contains { $0.points.contains { $0.drawnValue != nil } }
    return ChartPicture(
      drawing: isEmpty
        ? Plot.empty("chart-multiples", header)
        : SmallMultiplesPainter(
          chart: self, layout: SmallMultiplesLayout(self, header: header)
        ).drawing)
  }

  /// One row per period, one column per panel, the common line last.
  package var table: DataTable {
    DataTable(
      caption: title,
      header: ["Period"] + panels.map(\.title) + (common.map { [$0.name] } ?? []),
      rows: (0..<periodCount).map { period in
        [period < periods.count ? periods[period] : ""]
          + panels.map { reading($0.points, period) }
          + (common.map { [reading($0.points, period)] } ?? [])
      })
  }

  var periodCount: Int {
    max(
      periods.count,
      (panels.map(\.points.count) + [common?.points.count ?? 0]).max() ?? 0)
  }

  /// The last value that is known, with its period where that is not the last of the chart; empty
  /// without one.
  func lastReading(_ panel: TrendPanel) -> String {
    guard let last = panel.points.lastIndex(where: { $0.drawnValue != nil }) else { return "" }
    let value = reading(panel.points, last)
    return last + 1 >= periodCount || last >= periods.count
      ? value : "\(value) in \(periods[last])"
  }

  func reading(_ points: [TrendPoint], _ period: Int) -> String {
    guard points.indices.contains(period) else { return MarkStatus.missing.words }
    let point = points[period]
    if !point.text.isEmpty { return point.text }
    return point.drawnValue.map(axis.format.text)
      ?? (point.status == .ok ? MarkStatus.missing : point.status).words
  }
}

/// One subject of small multiples.
package struct TrendPanel: Sendable, Equatable {
  package let title: String
  /// One entry per period.
  package let points: [TrendPoint]

  package init(title: String, points: [TrendPoint]) {
    self.title = title
    self.points = points
  }
}
