import Testing

@testable import Charting

@Suite("Trend chart")
struct TrendChartTests {
  private func chart(_ values: [Double?], periods: Int? = nil) -> TrendChart {
    TrendChart(
      id: "t", title: "T", description: "D", periods: Samples.weeks(periods ?? values.count),
      series: [TrendSeries(name: "s", points: values.map { TrendPoint(value: $0) })])
  }

  private func lines(_ chart: TrendChart) throws -> [String] {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    return svg.elements
      .filter { $0.attributes["class"]?.hasPrefix("chart-line ") == true }
      .compactMap { $0.attributes["d"] }
  }

  @Test(
    "breaks its line at every gap",
    arguments: [
      ([1, 2, 3], 1), ([1, nil, 3], 2), ([nil, 1, 2, nil, nil, 3, 4, nil, 5], 3),
      ([1, .nan, 2], 2), ([.infinity, 1], 1),
    ] as [([Double?], Int)])
  func gaps(sample: ([Double?], Int)) throws {
    let path = try #require(try lines(chart(sample.0)).first)
    #expect(path.count { $0 == "M" } == sample.1)
  }

  @Test("shades the periods in which there is nothing")
  func shading() {
    #expect(chart([1, nil, 2]).svg(.standalone).contains("class=\"chart-gap "))
    #expect(!chart([1, 1, 2]).svg(.standalone).contains("class=\"chart-gap "))
  }

  @Test("draws no line and says so when there is nothing to draw")
  func empty() throws {
    for values in [[], [nil, nil]] as [[Double?]] {
      let chart = chart(values)
      #expect(try lines(chart).isEmpty)
      #expect(chart.svg(.inline).contains(">no data in these periods<"))
    }
  }

  @Test("keeps points beyond the last label")
  func surplus() throws {
    let path = try #require(try lines(chart([1, 2, 3, 4], periods: 2)).first)
    #expect(path.count { $0 == "L" } == 3)
  }

  @Test("treats a series that ends early as a gap")
  func short() { #expect(chart([1, 2], periods: 5).table.rows.last == ["2013-W05", "no data"]) }

  @Test("names lines at their ends only where there are several")
  func labels() {
    #expect(Samples.groups.svg(.inline).contains(">Caucasian</text>"))
    #expect(!Samples.auc.svg(.inline).contains(">gbm-1</text>"))
  }

  /// Two lines over twelve periods, of which the second ends where it is told to.
  private func pair(endingAt last: Int) throws -> StrictXML {
    let values = (0..<12).map { Double($0 % 4) }
    let chart = TrendChart(
      id: "t", title: "T", description: "D", periods: Samples.weeks(12),
      series: [
        TrendSeries(name: "whole", points: values.map { TrendPoint(value: $0) }),
        TrendSeries(
          name: "early", role: .secondary,
          points: values.indices.map { TrendPoint(value: $0 <= last ? values[$0] + 1 : nil) }),
      ])
    return try #require(StrictXML.read(chart.svg(.standalone)))
  }

  private func left(_ words: String, in svg: StrictXML) -> Double? {
    zip(svg.elements, svg.texts).first { $0.0.name == "text" && $0.1 == words }?
      .0.attributes["x"].flatMap(Double.init)
  }

  @Test("names a line that ends early at its own end, and points at nothing where no line is")
  func earlyEnd() throws {
    let (early, late) = (try pair(endingAt: 4), try pair(endingAt: 11))
    let whole = try #require(left("whole", in: early))
    #expect(try #require(left("early", in: early)) < whole - 100)
    #expect(left("early", in: late) == left("whole", in: late))
    #expect(!early.elements.contains { $0.attributes["class"]?.contains("chart-leader") == true })
    // Nothing of the line lies in the periods that are shown.
    #expect(left("early", in: try pair(endingAt: -1)) == nil)
  }

  @Test("draws an interval that stands alone as a narrow band, like all others")
  func loneInterval() throws {
    let points = [1.0, nil, 2, 3].map { value in
      TrendPoint(value: value, lower: value.map { $0 - 1 }, upper: value.map { $0 + 1 })
    }
    let chart = TrendChart(
      id: "t", title: "T", description: "D", periods: Samples.weeks(4),
      series: [TrendSeries(name: "s", points: points)])
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let classes = svg.elements.compactMap { $0.attributes["class"] }
    #expect(classes.count { $0.hasPrefix("chart-interval ") } == 2)
    #expect(!classes.contains { $0.hasPrefix("chart-whisker") })
  }

  @Test("explains the shading of periods without a figure in its key")
  func shadingInKey() {
    #expect(chart([1, nil, 2]).svg(.inline).contains(">no figure</text>"))
    #expect(!chart([1, 1, 2]).svg(.inline).contains(">no figure</text>"))
  }

  @Test("says in its description that an interval is cut off")
  func cutOff() throws {
    let svg = try #require(StrictXML.read(Samples.auc.svg(.standalone)))
    #expect(svg.texts.contains { $0.hasSuffix(TrendPainter.cutOffWords) })
  }

  @Test("gives every status a shape of its own")
  func shapes() {
    let shapes = MarkStatus.allCases.map { status in
      // Without colours, as on a black and white print.
      StatusGlyph(status: status, role: .primary, x: 0, y: 0).element.text
        .replacing(#/(#[0-9a-f]{6}|chart-(fill|stroke)-\w+)/#, with: "")
    }
    #expect(Set(shapes).count == MarkStatus.allCases.count)
  }

  @Test("gives every role a dash and a marker of its own")
  func roles() {
    #expect(Set(SeriesRole.allCases.map { $0.dash ?? "" }).count == SeriesRole.allCases.count)
  }

  @Test("hands out period, reading, status and event")
  func table() {
    let table = Samples.auc.table
    #expect(table.header == ["Period", "gbm-1", "Event"])
    #expect(table.rows[4] == ["2013-W05", "no labels arrived", ""])
    #expect(table.rows[12] == ["2013-W13", "0.655, 812 rows, worth a look", "gbm-2 promoted"])
    #expect(table.notes.first == "Limit: limit 0.65")
  }

  @Test("keeps an event outside its periods out of the figure")
  func outside() {
    let chart = TrendChart(
      id: "t", title: "T", description: "D", periods: ["a"], series: [],
      annotations: [ChartAnnotation(period: 7, label: "later")])
    #expect(!chart.svg(.inline).contains("later"))
  }

  @Test("keeps everything within the picture, whatever the values", arguments: Samples.extremes)
  func extremes(chart: TrendChart) throws {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let size = chart.picture.drawing
    for element in svg.elements.map(\.attributes) {
      let x = ["x", "x1", "x2", "cx"].compactMap { element[$0].flatMap(Double.init) }
      let y = ["y", "y1", "y2", "cy"].compactMap { element[$0].flatMap(Double.init) }
      #expect(x.allSatisfy { (0...size.width).contains($0) })
      #expect(y.allSatisfy { (0...size.height).contains($0) })
    }
  }
}
