import Testing

@testable import Charting

@Suite("Curves")
struct CurveChartTests {
  private func chart(
    _ points: [CurvePoint], path: CurveSeries.Path = .straight, lines: [CurveLine] = []
  ) -> CurveChart {
    CurveChart(
      id: "c", title: "T", description: "",
      series: [CurveSeries(name: "s", path: path, points: points)], shape: .square,
      xAxis: .share, xTitle: "x", yAxis: .share, yTitle: "y", lines: lines)
  }

  /// Corners of the curve, as the path has them.
  private func corners(_ chart: CurveChart) throws -> [(x: Double, y: Double)] {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let path = svg.elements.map(\.attributes).first {
      $0["class"]?.hasPrefix("chart-line ") == true
    }?["d"]
    var corners: [(Double, Double)] = []
    for step in try #require(path).matches(of: /([MLHV])([0-9.,-]+)/) {
      let numbers = step.2.split(separator: ",").compactMap { Double($0) }
      let last = corners.last ?? (0, 0)
      switch step.1 {
      case "H": corners.append((try #require(numbers.first), last.1))
      case "V": corners.append((last.0, try #require(numbers.first)))
      default: corners.append((try #require(numbers.first), try #require(numbers.last)))
      }
    }
    return corners
  }

  @Test("runs from corner to corner of a square plot")
  func square() throws {
    let corners = try corners(chart([CurvePoint(x: 0, y: 0), CurvePoint(x: 1, y: 1)]))
    try #require(corners.count == 2)
    #expect(corners[1].x - corners[0].x == corners[0].y - corners[1].y)
  }

  @Test("puts the corner of a step before or after its point")
  func steps() throws {
    let points = [CurvePoint(x: 0.2, y: 0.4), CurvePoint(x: 0.6, y: 0.8)]
    let before = try corners(chart(points, path: .stepsBefore))
    let after = try corners(chart(points, path: .stepsAfter))
    try #require(before.count == 3 && after.count == 3)
    #expect(before[1] == (before[0].x, before[2].y))
    #expect(after[1] == (after[2].x, after[0].y))
  }

  @Test("leaves out what is not finite, and says so when nothing is left")
  func notFinite() throws {
    let broken = [CurvePoint(x: .nan, y: 0), CurvePoint(x: 0, y: .infinity)]
    #expect(chart(broken).svg(.inline).contains(">no data<"))
    #expect(chart([]).svg(.inline).contains(">no data<"))
    let mixed = broken + [CurvePoint(x: 0.5, y: 0.5), CurvePoint(x: 0.6, y: 0.7)]
    #expect(try corners(chart(mixed)).count == 2)
  }

  @Test("keeps the line that it is read against within the plot")
  func comparison() throws {
    let narrow = chart(
      [CurvePoint(x: 0.4, y: 0.4), CurvePoint(x: 0.5, y: 0.5)],
      lines: [CurveLine(from: (0, 0), to: (1, 1), label: "even")])
    let layout = CurveLayout(
      narrow, header: ChartHeader(title: "", unit: "", heading: .drawn))
    #expect(layout.xAxis.domain == 0...1 && layout.yAxis.domain == 0...1)
  }

  @Test("lists the places that have words, and no others")
  func table() {
    #expect(Samples.ranking.table.rows.count == 7)
    #expect(Samples.ranking.table.rows[0] == ["decision in use", "30.0 %", "67.0 %"])
    #expect(Samples.calibration.table.rows.count == 10)
  }

  @Test("draws bars of counts from zero, as high as the counts are many")
  func counts() throws {
    let svg = try #require(StrictXML.read(Samples.calibration.svg(.standalone)))
    let heights = svg.elements.map(\.attributes)
      .filter { $0["class"]?.hasPrefix("chart-bar ") == true }
      .compactMap { Double($0["height"] ?? "") }
    try #require(heights.count == 10)
    #expect(abs(heights[9] / heights[0] - 0.19) < 0.001)
  }
}

@Suite("Matrices")
struct MatrixChartTests {
  @Test("fills areas in proportion to the shares")
  func areas() throws {
    let chart = HeatMapChart(
      id: "h", title: "T", description: "", columns: ["a", "b"],
      rows: [
        HeatRow(
          label: "r", cells: [HeatCell(share: 0.25, text: "1"), HeatCell(share: 1, text: "4")])
      ], fullSquare: "the limit")
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let path = svg.elements.map(\.attributes).first {
      $0["class"]?.hasPrefix("chart-square") == true
    }?["d"]
    let sides = try #require(path).matches(of: #/h([0-9.]+)v/#).compactMap { Double($0.1) }
    try #require(sides.count == 2)
    #expect(sides[1] == 2 * sides[0])
  }

  @Test("shows what is beyond its limit by a shape, and what is missing by another")
  func shapes() throws {
    let svg = Samples.heat.svg(.inline)
    #expect(svg.contains("chart-fill-breach") && svg.contains("chart-stroke-context"))
    #expect(svg.contains("<title>carrier, 2013-W05: no data</title>"))
    #expect(svg.contains("<title>wind, 2013-W12: 0.147, outside the limit</title>"))
  }

  @Test("takes rows that end early, and nothing at all")
  func short() {
    let rows = [HeatRow(label: "r", cells: [])]
    let chart = HeatMapChart(
      id: "h", title: "T", description: "", columns: ["a"], rows: rows, fullSquare: "")
    #expect(chart.table.rows == [["r", "no data"]])
    let empty = HeatMapChart(
      id: "h", title: "T", description: "", columns: [], rows: [], fullSquare: "")
    #expect(empty.svg(.inline).contains(">no data<"))
  }

  @Test("divides each row of a confusion matrix by the rows of its label")
  func shares() {
    #expect(Samples.confusion.share(0, 0) == 0.8 && Samples.confusion.share(0, 1) == 0.2)
    for label in 0..<8 {
      let sum = (0..<8).compactMap { Samples.confusionOfMany.share(label, $0) }.reduce(0, +)
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test("has no share for a label that does not occur")
  func absentLabel() {
    let chart = ConfusionChart(
      id: "c", title: "T", description: "", classes: ["a", "b"], counts: [[3, 1]])
    #expect(chart.share(1, 0) == nil)
    #expect(chart.table.rows[1] == ["b", "0 (none)", "0 (none)", "0"])
    let nothing = ConfusionChart(
      id: "c", title: "T", description: "", classes: ["a"], counts: [[0]])
    #expect(nothing.svg(.inline).contains(">no labels yet<"))
  }
}

@Suite("Small multiples")
struct SmallMultiplesTests {
  private func chart(_ values: [[Double?]]) -> SmallMultiplesChart {
    SmallMultiplesChart(
      id: "m", title: "T", description: "", periods: ["a", "b"],
      panels: values.enumerated().map { number, values in
        TrendPanel(title: "p\(number)", points: values.map { TrendPoint(value: $0) })
      })
  }

  @Test("draws equal values at equal heights in all panels of a row")
  func commonScale() throws {
    let svg = try #require(StrictXML.read(chart([[1, 5], [9, 5], [3, 5]]).svg(.standalone)))
    let dots = svg.elements.map(\.attributes).filter {
      $0["class"]?.hasPrefix("chart-mark") == true
    }.compactMap { $0["cy"] }
    #expect(dots.count == 3 && Set(dots).count == 1)
  }

  @Test("says so when no panel has a value, and keeps panels that have none beside others")
  func empty() {
    for values in [[], [[]], [[nil, nil]]] as [[[Double?]]] {
      #expect(chart(values).svg(.inline).contains(">no data in these periods<"))
    }
    #expect(chart([[nil, nil], [1, 2]]).svg(.inline).contains(">p0</text>"))
  }
}
