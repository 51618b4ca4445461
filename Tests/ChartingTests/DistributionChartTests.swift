import Testing

@testable import Charting

@Suite("Distribution chart")
struct DistributionChartTests {
  private func bars(_ chart: DistributionChart) throws -> [[String: String]] {
    let svg = try #require(StrictXML.read(chart.svg(.standalone)))
    return svg.elements.map(\.attributes).filter {
      $0["class"]?.hasPrefix("chart-bar chart-fill") == true && $0["x"] != "8"
    }
  }

  @Test("draws one bar per bin", arguments: [1, 2, 10, 30])
  func bins(count: Int) throws { #expect(try bars(Samples.ages(count)).count == count) }

  @Test("draws bars whose heights are as the shares")
  func heights() throws {
    let bins = [0.2, 0.4].map {
      DistributionBin(lowerEdge: "0", upperEdge: "1", current: $0, reference: nil)
    }
    let chart = DistributionChart(id: "d", title: "T", description: "", shape: .numeric(bins))
    let heights = try bars(chart).compactMap { Double($0["height"] ?? "") }
    // Coordinates are rounded to a hundredth.
    #expect(heights.count == 2 && abs(heights[0] * 2 - heights[1]) <= 0.03)
  }

  @Test("gives the whole of a label that it had to shorten")
  func shortened() {
    let label = "Possession of cannabis with intent to sell, manufacture or deliver"
    #expect(Samples.charges.svg(.inline).contains("<title>\(label)</title>"))
  }

  @Test("says so when there is nothing to draw")
  func empty() {
    for shape in [DistributionShape.numeric([]), .categorical([])] {
      let chart = DistributionChart(id: "d", title: "T", description: "", shape: shape)
      #expect(chart.svg(.inline).contains(">no data in these periods<"))
    }
  }
}
