import Testing

@testable import Statistics

@Suite("Welch's test")
struct WelchTestTests {
  @Test("statistic, p-value, degrees of freedom and interval agree with SciPy")
  func oracle() throws {
    let worst = try OracleTable("welch").worst { row in
      let reference = try MeanSummary(count: Int(row[0]), mean: row[1], variance: row[2])
      let current = try MeanSummary(count: Int(row[3]), mean: row[4], variance: row[5])
      let found = try #require(welchTest(reference: reference, current: current).value)
      let interval = try #require(
        meanDifferenceInterval(reference: reference, current: current).value)
      return [
        relativeError(found.statistic, row[6]), relativeError(found.pValue, row[7]),
        relativeError(found.degreesOfFreedom, row[8]), relativeError(interval.lower, row[9]),
        relativeError(interval.upper, row[10]),
      ].max() ?? 1
    }
    // SciPy squares a standard deviation whose root was rounded.
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("says why there is no test")
  func unavailable() throws {
    let single = try MeanSummary(count: 1, mean: 3, variance: 0)
    let constant = try MeanSummary(count: 5, mean: 3, variance: 0)
    #expect(welchTest(reference: single, current: constant) == .unavailable(.tooFewObservations))
    #expect(welchTest(reference: constant, current: constant) == .unavailable(.noVariation))
  }

  @Test("refuses a negative variance, but ignores one that means nothing")
  func refuses() throws {
    #expect(throws: StatisticsError(.outOfRange("[0, ∞)"), argument: "variance")) {
      try MeanSummary(count: 2, mean: 0, variance: -1)
    }
    #expect(try MeanSummary(count: 1, mean: 0, variance: .nan).count == 1)
  }
}
