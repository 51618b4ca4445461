import Foundation
import Testing

@testable import Statistics

@Suite("Confidence intervals")
struct IntervalTests {
  private func pair(_ row: [Double]) throws -> (reference: Proportion, current: Proportion) {
    (
      try Proportion(successes: Int(row[0]), of: Int(row[1])),
      try Proportion(successes: Int(row[2]), of: Int(row[3]))
    )
  }

  @Test("Wilson's limits agree with SciPy")
  func wilson() throws {
    let worst = try OracleTable("proportion_interval").worst { row in
      let proportion = try Proportion(successes: Int(row[0]), of: Int(row[1]))
      let found = try #require(wilsonInterval(proportion, level: ConfidenceLevel(row[2])).value)
      // SciPy's lower limit cancels where it is small.
      return max(abs(found.lower - row[3]), abs(found.upper - row[4]))
    }
    #expect(worst.deviation < 1e-14, "\(worst)")
  }

  @Test("exact limits agree with SciPy's beta quantiles")
  func clopperPearson() throws {
    let worst = try OracleTable("proportion_interval").worst { row in
      let proportion = try Proportion(successes: Int(row[0]), of: Int(row[1]))
      let found = try #require(exactInterval(proportion, level: ConfidenceLevel(row[2])).value)
      return max(relativeError(found.lower, row[5]), relativeError(found.upper, row[6]))
    }
    #expect(worst.deviation < 1e-10, "\(worst)")
  }

  @Test("Newcombe's limits agree with statsmodels")
  func newcombe() throws {
    let worst = try OracleTable("difference_interval").worst { row in
      let (reference, current) = try pair(row)
      let found = try #require(
        newcombeInterval(
          reference: reference, current: current, level: ConfidenceLevel(row[4])
        ).value)
      return max(abs(found.lower - row[5]), abs(found.upper - row[6]))
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test(
    "Newcombe's limits agree with his table II",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
      (10, 10, 0, 10, 0.6075, 1.0000),
    ])
  func newcombeTable(x1: Int, n1: Int, x2: Int, n2: Int, lower: Double, upper: Double) throws {
    let found = try #require(
      newcombeInterval(
        reference: Proportion(successes: x2, of: n2), current: Proportion(successes: x1, of: n1)
      ).value)
    #expect(abs(found.lower - lower) < 6e-5)
    #expect(abs(found.upper - upper) < 6e-5)
  }

  @Test("Katz's limits agree with statsmodels")
  func katz() throws {
    let worst = try OracleTable("difference_interval").worst { row in
      guard row[7] >= 0 else { return 0 }
      let (reference, current) = try pair(row)
      let found = try #require(
        katzInterval(reference: reference, current: current, level: ConfidenceLevel(row[4])).value)
      return max(relativeError(found.lower, row[7]), relativeError(found.upper, row[8]))
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("a ratio without successes starts at 0, one of certainties has a width")
  func katzZeros() throws {
    let never = try Proportion(successes: 0, of: 40)
    let some = try Proportion(successes: 10, of: 50)
    let always = try Proportion(successes: 20, of: 20)
    let low = try #require(katzInterval(reference: some, current: never).value)
    #expect(low.estimate == 0 && low.lower == 0)
    // exp(ln(0.0125/0.2) + 1.959964 √(1/0.5 − 1/40 + 1/10 − 1/50)), by hand.
    #expect(abs(low.upper - 1.0378) < 1e-4)
    let certain = try #require(katzInterval(reference: always, current: always).value)
    // exp(1.959964 √(2 (1/19.5 − 1/20))), by hand.
    #expect(abs(certain.upper - 1.1044) < 1e-4)
    #expect(relativeError(certain.lower * certain.upper, 1) < 1e-14)
    #expect(katzInterval(reference: never, current: some) == .unavailable(.zeroDenominator))
  }

  @Test("t intervals agree with SciPy")
  func mean() throws {
    let worst = try OracleTable("mean_interval").worst { row in
      let summary = try MeanSummary(count: Int(row[0]), mean: row[1], variance: row[2])
      let found = try #require(meanInterval(summary, level: ConfidenceLevel(row[3])).value)
      return max(relativeError(found.lower, row[4]), relativeError(found.upper, row[5]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("limits of all or no successes are exactly 1 and 0")
  func ends() throws {
    let none = try Proportion(successes: 0, of: 7)
    let all = try Proportion(successes: 7, of: 7)
    for interval in [wilsonInterval, exactInterval] {
      #expect(interval(none, .percent95).value?.lower == 0)
      #expect(interval(all, .percent95).value?.upper == 1)
    }
  }

  @Test("exchanging the groups mirrors the difference")
  func mirror() throws {
    let a = try Proportion(successes: 3, of: 17)
    let b = try Proportion(successes: 9, of: 20)
    let one = try #require(newcombeInterval(reference: a, current: b).value)
    let other = try #require(newcombeInterval(reference: b, current: a).value)
    #expect(one.lower == -other.upper && one.upper == -other.lower)
  }

  @Test("says why there is no interval")
  func unavailable() throws {
    let empty = try Proportion(successes: 0, of: 0)
    let some = try Proportion(successes: 1, of: 2)
    #expect(wilsonInterval(empty) == .unavailable(.noObservations))
    #expect(exactInterval(empty) == .unavailable(.noObservations))
    #expect(newcombeInterval(reference: some, current: empty) == .unavailable(.noObservations))
    #expect(katzInterval(reference: empty, current: some) == .unavailable(.noObservations))
    let single = try MeanSummary(count: 1, mean: 2, variance: 0)
    #expect(meanInterval(single) == .unavailable(.tooFewObservations))
  }

  @Test("refuses a level given in per cent", arguments: [95, 1, 0, -0.5, Double.nan])
  func level(value: Double) {
    #expect(throws: StatisticsError(.outOfRange("(0, 1)"), argument: "level")) {
      try ConfidenceLevel(value)
    }
  }
}
