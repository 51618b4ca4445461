/// One quantity over another, both numeric: curves of ranking, calibration, arrival and error.
package struct CurveChart: Chart {
  /// Proportions of the plot.
  package enum Shape: Sendable {
    /// Both axes equally long, for two quantities on the same scale; names stand beside the plot.
    case square
    /// As wide as the page; names stand where the lines end.
    case wide
  }

  package let id: ChartID
  package let title: String
  package let description: String
  /// Drawn with the first on top.
  package let series: [CurveSeries]
  package let shape: Shape
  package let xAxis: ValueAxis
  /// What the horizontal axis measures; written below it.
  package let xTitle: String
  package let yAxis: ValueAxis
  /// What the vertical axis measures; written above it.
  package let yTitle: String
  package let lines: [CurveLine]
  package let marks: [CurveMark]
  /// Bars below the plot, over the same horizontal axis; none for an empty list.
  package let counts: [CurveCount]
  /// Sentences for the table.
  package let notes: [String]
  package let sentence: String?
  package let heading: ChartHeading

  /// Takes any input: points that are not finite are left out, and no point at all gives a chart
  /// that says so.
  package init(
    id: ChartID, title: String, description: String, series: [CurveSeries], shape: Shape,
    xAxis: ValueAxis, xTitle: String, yAxis: ValueAxis, yTitle: String, lines: [CurveLine] = [],
    marks: [CurveMark] = [], counts: [CurveCount] = [], notes: [String] = [],
    sentence: String? = nil,
    heading: ChartHeading = .drawn
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.series = series
    self.shape = shape
    self.xAxis = xAxis
    self.xTitle = xTitle
    self.yAxis = yAxis
    self.yTitle = yTitle
    self.lines = lines
    self.marks = marks
    self.counts = counts
    self.notes = notes
    self.sentence = sentence
    self.heading = heading
  }

  package var picture: ChartPicture {
    let header = ChartHeader(title: title, unit: yTitle, heading: heading)
    guard series.contains(where: { !$0.drawnPoints.isEmpty }) else {
      return ChartPicture(drawing: Plot.empty("chart-curve", header, words: "no data"))
    }
    let layout = CurveLayout(self, header: header)
    return ChartPicture(drawing: CurvePainter(chart: self, layout: layout).drawing)
  }

  /// One line for each place that has words of its own, marks first.
  package var table: DataTable {
    let listed = series.map { series in (series, series.drawnPoints.filter { $0.text != nil }) }
    let hasNames = series.count > 1 || !marks.isEmpty
    let hasIntervals = listed.contains { $0.1.contains { $0.interval != nil } }
    let hasNotes = listed.contains { $0.1.contains { !$0.note.isEmpty } }
    let markRows = marks.map { mark in
      [
        mark.label, mark.xText ?? xAxis.format.text(mark.x),
        mark.yText ?? yAxis.format.text(mark.y),
      ]
        + (hasIntervals ? ["none"] : []) + (hasNotes ? [""] : [])
    }
    return DataTable(
      caption: title,
      header: (hasNames ? ["Series"] : []) + [xTitle, yTitle]
        + (hasIntervals ? ["Interval"] : []) + (hasNotes ? ["Rests on"] : []),
      rows: markRows
        + listed.flatMap { series, points in
          points.map { point in
            (hasNames ? [series.name] : [])
              + [xAxis.format.text(point.x), point.valueText ?? yAxis.format.text(point.y)]
              + (hasIntervals ? [interval(point)] : []) + (hasNotes ? [point.note] : [])
          }
        }, notes: notes)
  }

  private func interval(_ point: CurvePoint) -> String {
    point.intervalText ?? point.interval.map {
      "\(yAxis.format.text($0.lowerBound)) to \(yAxis.format.text($0.upperBound))"
    } ?? "none"
  }
}
