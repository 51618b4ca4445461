import Assessment
import Testing

@testable import Publishing

@Suite struct NumberStyleTests {
  @Test(
    "writes fixed decimals with separators and a true minus sign",
    arguments: [
      (1_274.0, 0, "1,274"), (-1_234_567.891, 2, "−1,234,567.89"), (0.5, 0, "1"),
      (-0.004, 2, "0.00"),
      (999.96, 1, "1,000.0"), (0.05, 3, "0.050"), (1e16, 0, "1.0 × 10¹⁶"),
      (.infinity, 2, "∞"), (.nan, 2, "undefined"),
    ])
  func fixed(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(
    "rounds each unit in its own way",
    arguments: [
      (MetricDefinition.Unit.share, 0.0423, "4.2 %"), (.share, 0, "0 %"), (.share, 1, "100 %"),
      (.share, 0.9996, "99.96 %"), (.share, 0.99999, "over 99.99 %"), (.share, 0.0004, "0.04 %"),
      (.share, 0.000_01, "under 0.01 %"), (.plain, 0.6904, "0.690"), (.plain, 14.23, "14.2"),
      (.plain, 9.996, "10.0"), (.plain, 123.4, "123"), (.plain, 0.00042, "0.00042"),
      (.plain, 1.2e-7, "1.2 × 10⁻⁷"), (.plain, -1.2, "−1.20"), (.plain, 0, "0"),
      (.count, 1274, "1,274"), (.days, 1, "1 day"), (.days, 12, "12 days"),
      (.days, 1.26, "1.3 days"),
      (.milliseconds, 153.2, "153 ms"), (.pValue, 0.00002, "under 0.001"), (.pValue, 0.04, "0.040"),
    ])
  func units(_ unit: MetricDefinition.Unit, _ value: Double, _ text: String) {
    #expect(NumberStyle(unit: unit).text(value) == text)
  }

  @Test(
    "shows a chosen limit with the digits that were chosen",
    arguments: [
      (MetricDefinition.Unit.plain, 0.65, "0.65"), (.share, 0.8, "80 %"),
      (.share, 0.0125, "1.25 %"),
      (.count, 1_000, "1,000"), (.plain, 1.0 / 3, "0.333"), (.milliseconds, 200, "200 ms"),
    ])
  func limits(_ unit: MetricDefinition.Unit, _ value: Double, _ text: String) {
    #expect(NumberStyle(unit: unit).limit(value) == text)
  }

  @Test(
    "signs differences and rounds them like the values",
    arguments: [
      (MetricDefinition.Unit.plain, 1.07, 13.1, 14.17, "+1.1"),
      (.plain, -0.004, 0.712, 0.708, "−0.004"),
      (.share, 0.013, 0.5, 0.513, "+1.3 points"), (.share, -0.01, 0.5, 0.49, "−1.0 point"),
      (.plain, 0.00001, 14.2, 14.2, "0.0"), (.count, 12, 1_200, 1_212, "+12"),
    ])
  func differences(
    _ unit: MetricDefinition.Unit, _ difference: Double, _ one: Double, _ other: Double,
    _ text: String
  ) {
    #expect(NumberStyle(unit: unit).difference(difference, between: one, and: other) == text)
  }
}
