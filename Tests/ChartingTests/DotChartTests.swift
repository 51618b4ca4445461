import Testing

@testable import Charting

@Suite("Dot chart")
struct DotChartTests {
  private func rows(_ values: [Double?], rule: Double? = nil) -> DotChart {
    DotChart(
      id: "d", title: "T", description: "",
      sections: [
        DotSection(rows: values.enumerated().map { DotRow(label: "g\($0)", value: $1) })
      ], rules: rule.map { [DotRule(value: $0, label: "rule")] } ?? [])
  }

  private func dots(_ chart: DotChart) throws -> [(x: Double, y: Double)] {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    return svg.elements.map(\.attributes).compactMap { attributes in
      guard attributes["class"]?.hasPrefix("chart-mark") == true,
        let x = Double(attributes["cx"] ?? ""), let y = Double(attributes["cy"] ?? "")
      else { return nil }
      return (x, y)
    }
  }

  @Test("places dots in proportion to their values, one below the other")
  func proportion() throws {
    let dots = try dots(rows([0, 1, 4]))
    try #require(dots.count == 3)
    // Coordinates are rounded to a hundredth.
    #expect(abs((dots[2].x - dots[0].x) - 4 * (dots[1].x - dots[0].x)) <= 0.06)
    #expect(dots[0].y < dots[1].y && dots[1].y < dots[2].y)
  }

  @Test("puts a rule where a dot of the same value stands")
  func rule() throws {
    let chart = rows([1, 2, 3], rule: 2)
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let rule = svg.elements.map(\.attributes).first {
      $0["class"]?.hasPrefix("chart-rule ") == true
    }
    #expect(try Double(rule?["x1"] ?? "") == dots(chart)[1].x)
  }

  @Test("widens the axis for a rule that no dot is near")
  func farRule() {
    let header = ChartHeader(title: "T", unit: "", heading: .drawn)
    let layout = DotLayout(rows([1, 1.1], rule: 7), header: header)
    #expect(layout.axis.domain.contains(7) && layout.axis.domain.contains(1))
  }

  @Test("says so when there is nothing to draw")
  func empty() {
    for values in [[], [nil, nil], [.nan]] as [[Double?]] {
      #expect(rows(values).svg(.inline).contains(">no data<"))
    }
  }

  @Test("says why a row has no dot")
  func absent() throws {
    let svg = try #require(StrictXML.read(Samples.dots.svg(.standalone)))
    #expect(svg.texts.contains("not published (<10)"))
    #expect(svg.texts.contains("Other: not published (<10)"))
  }

  @Test("says in its description that an interval is cut off")
  func cutOff() {
    #expect(Samples.ratios.svg(.inline).contains(DotPainter.cutOffWords))
    #expect(!Samples.dots.svg(.inline).contains(DotPainter.cutOffWords))
  }

  @Test("stays within its picture", arguments: Samples.dotExtremes.indices)
  func extremes(index: Int) throws {
    let chart = Samples.dotExtremes[index]
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    let size = (svg.values("viewBox").first ?? "").split(separator: " ").compactMap { Double($0) }
    try #require(size.count == 4)
    for (x, y) in try dots(chart) {
      #expect((0...size[2]).contains(x) && (0...size[3]).contains(y))
    }
  }

  @Test("lists every row, with its section and what it rests on")
  func table() {
    let table = Samples.dots.table
    #expect(table.header == ["Group", "Part", "Value", "Interval", "Rests on", "Status"])
    #expect(
      table.rows[0] == [
        "African-American", "race", "42.3 %", "39.8 % to 44.9 %", "1,514 rows",
        "outside the limit",
      ])
    #expect(table.notes == ["Line: all rows 31.0 %", "Line: at most 36 %"])
  }
}
