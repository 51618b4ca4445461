import Testing

@testable import Charting

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test(
    "coordinates have at most two decimals",
    arguments: [
      (1.0, "1"), (0.1, "0.1"), (-2.004, "-2"), (3.14159, "3.14"), (-0.001, "0"), (12.05, "12.05"),
      (.nan, "0"), (.infinity, "0"),
    ])
  func coordinate(pair: (Double, String)) {
    #expect(DecimalText.coordinate(pair.0) == pair.1)
  }

  @Test("coordinates of paths have at most one decimal")
  func pathCoordinate() {
    #expect([12.349, -0.04, 5, .nan].map(DecimalText.pathCoordinate) == ["12.3", "0", "5", "0"])
  }

  @Test(
    "readers get fixed decimals and thousands",
    arguments: [
      (1_234_567.891, 2, "1,234,567.89"), (0.05, 2, "0.05"), (-0.5, 1, "−0.5"), (-0.01, 1, "0.0"),
      (999.5, 0, "1,000"), (12, 0, "12"),
    ])
  func fixed(sample: (Double, Int, String)) {
    #expect(DecimalText.fixed(sample.0, decimals: sample.1) == sample.2)
  }
}
