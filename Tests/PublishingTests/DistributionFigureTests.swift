import Assessment
import Charting
import Profiling
import Testing

@testable import Publishing

@Suite struct DistributionFigureTests {
  private func figure(_ shares: [(String, Double)], count: Int) -> DistributionFigure {
    DistributionFigure(
      distribution: Distribution(
        column: "race", subject: .feature,
        bins: shares.map {
          Distribution.Bin(lower: nil, upper: nil, category: $0.0, current: $0.1, reference: 0.5)
        }, currentCount: count, referenceCount: 100),
      period: Period(.month, containing: Day(year: 2026, month: 4, day: 1)), suppressBelow: 10)
  }

  @Test("counts categories of fewer rows than may be published with the others")
  func suppression() throws {
    let chart = try #require(
      figure([("many", 0.9), ("few", 0.06), ("none", 0.04)], count: 100)
        .chart(id: "x", heading: .drawn))
    #expect(chart.table.rows.map(\.[0]) == ["many", "2 other categories"])
  }

  @Test("names the bar that differs most")
  func description() {
    let text = figure([("a", 0.55), ("b", 0.2)], count: 200).description
    #expect(
      text == "200 values against 100 values of the reference. "
        + "The largest difference is at b: 20.0 % against 50.0 %.")
  }

  @Test("draws nothing without values")
  func empty() {
    #expect(figure([], count: 0).chart(id: "x", heading: .drawn) == nil)
  }
}
