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

  @Test(
    "says where a range of numbers lies, open ends included",
    arguments: [
      (Double?.none, Double?.some(6.9), "up to 6.9"), (.some(7), .some(10), "from 7 to 10"),
      (.some(52.9), .none, "above 52.9"),
    ])
  func ranges(_ lower: Double?, _ upper: Double?, _ place: String) {
    let figure = DistributionFigure(
      distribution: Distribution(
        column: "wind", subject: .feature,
        bins: [
          Distribution.Bin(
            lower: lower, upper: upper, category: nil, current: 0.9, reference: 0.1)
        ], currentCount: 200, referenceCount: 100),
      period: Period(.month, containing: Day(year: 2026, month: 4, day: 1)), suppressBelow: 10)
    #expect(
      figure.description.hasSuffix(
        "The largest difference is among values \(place): 90.0 % against 10.0 %."))
  }

  @Test("draws nothing without values")
  func empty() {
    #expect(figure([], count: 0).chart(id: "x", heading: .drawn) == nil)
  }
}
