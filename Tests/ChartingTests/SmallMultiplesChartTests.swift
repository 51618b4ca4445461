import Testing

@testable import Charting

@Suite("Small multiples")
struct SmallMultiplesChartTests {
  private func chart(panels: Int, last: Double?, title: String = "panel") -> SmallMultiplesChart {
    SmallMultiplesChart(
      id: "m", title: "M", description: "D", periods: Samples.weeks(10),
      panels: (0..<panels).map { panel in
        TrendPanel(
          title: "\(title) \(panel)",
          points: (0..<9).map { TrendPoint(value: Double($0 * 5)) } + [TrendPoint(value: last)])
      })
  }

  private func texts(_ chart: SmallMultiplesChart) throws -> [(words: String, y: Double)] {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    return zip(svg.elements, svg.texts).compactMap { element, words in
      guard element.name == "text", let y = element.attributes["y"].flatMap(Double.init) else {
        return nil
      }
      return (words, y)
    }
  }

  @Test("say the last known value, with its period where that is not the last")
  func lastValue() {
    #expect(
      chart(panels: 1, last: 7).panels.map(chart(panels: 1, last: 7).lastReading) == ["7.000"])
    let gap = chart(panels: 1, last: nil)
    #expect(gap.panels.map(gap.lastReading) == ["40.0 in 2013-W09"])
    #expect(gap.lastReading(TrendPanel(title: "", points: [TrendPoint(value: nil)])).isEmpty)
  }

  @Test("name both ends of the time below every column", arguments: 1...7)
  func ends(panels: Int) throws {
    let chart = chart(panels: panels, last: 7)
    let header = ChartHeader(title: "", unit: "", heading: .outside)
    let columns = min(panels, SmallMultiplesLayout(chart, header: header).perRow)
    let words = try texts(chart).map(\.words)
    #expect(words.count { $0 == "2013-W01" } == columns)
    #expect(words.count { $0 == "2013-W10" } == columns)
  }

  @Test("keep the numbers of an axis a line apart", arguments: [3.0, 7, 45, 90, 1000])
  func numbers(last: Double) throws {
    let places = try texts(chart(panels: 1, last: last, title: "p"))
      .filter { Double($0.words.replacing(",", with: "")) != nil }
      .map(\.y).sorted()
    // The value of the panel stands above all of them.
    let axis = places.dropFirst()
    #expect(axis.count > 1)
    #expect(zip(axis, axis.dropFirst()).allSatisfy { $1 - $0 >= TextMetrics.size })
  }
}
