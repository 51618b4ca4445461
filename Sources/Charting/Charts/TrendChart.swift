/// Series over periods: lines with gaps, intervals, thresholds and events.
package struct TrendChart: Chart {
  package let id: ChartID
  package let title: String
  package let description: String
  /// Labels of the periods that all series share, such as "2026-W14".
  package let periods: [String]
  /// Drawn with the first on top; each role should occur once, as equal roles look alike.
  package let series: [TrendSeries]
  /// Format and ends of the vertical axis; what it shows in the end follows from the data.
  package let axis: ValueAxis
  /// All of them are always within the plot.
  package let expectations: [ExpectationLine]
  /// In any order; labels that would touch are stacked.
  package let annotations: [ChartAnnotation]
  package let heading: ChartHeading

  /// Takes any input: what cannot be drawn is a gap, and no data at all a chart that says so.
  package init(
    id: ChartID, title: String, description: String, periods: [String], series: [TrendSeries],
    axis: ValueAxis = ValueAxis(), expectations: [ExpectationLine] = [],
    annotations: [ChartAnnotation] = [], heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.periods = periods
    self.series = series
    self.axis = axis
    self.expectations = expectations
    self.annotations = annotations
    self.heading = heading
  }

  package var picture: ChartPicture {
    let layout = TrendLayout(self)
    return ChartPicture(drawing: TrendPainter(chart: self, layout: layout).drawing)
  }

  /// All periods, those without label included.
  var periodCount: Int { max(periods.count, series.map(\.points.count).max() ?? 0) }

  func label(_ period: Int) -> String { period < periods.count ? periods[period] : "" }

  /// The point of a series at a period, if the series reaches so far.
  func point(_ series: TrendSeries, _ period: Int) -> TrendPoint? {
    series.points.indices.contains(period) ? series.points[period] : nil
  }

  /// The reading of a point, in the caller's words or else as a plain value.
  func reading(_ point: TrendPoint?) -> String {
    guard let point else { return MarkStatus.missing.words }
    if !point.text.isEmpty { return point.text }
    return point.drawnValue.map(axis.format.text)
      ?? (point.status == .ok ? MarkStatus.missing : point.status).words
  }

  /// The period and the readings of some series, named where the chart has several.
  func hoverText(_ shown: [TrendSeries], _ period: Int) -> String {
    let readings = shown.map { series in
      let reading = reading(point(series, period))
      return self.series.count > 1 && !series.name.isEmpty ? "\(series.name) \(reading)" : reading
    }.joined(separator: "; ")
    return label(period).isEmpty ? readings : "\(label(period)): \(readings)"
  }
}
