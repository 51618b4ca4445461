import Testing

@testable import Charting

@Suite("Sparkline")
struct SparklineTests {
  @Test("marks its last point by the shape of its status")
  func last() {
    // The limit is a stroke, so this filling is the triangle's alone.
    #expect(Samples.sparkline.svg(.inline).contains("chart-fill-breach"))
  }

  @Test("says so when there is nothing to draw")
  func empty() {
    let chart = Sparkline(id: "s", title: "T", description: "D", periods: ["a"], points: [])
    #expect(chart.svg(.inline).contains(">no data<"))
  }
}
