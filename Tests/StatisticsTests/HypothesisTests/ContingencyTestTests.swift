import Foundation
import Testing

@testable import Statistics

@Suite("Tests of homogeneity")
struct ContingencyTestTests {
  private func tables(_ row: [Double]) -> (reference: [Int], current: [Int]) {
    let counts = row.map { Int($0) }
    return (counts[0..<8].filter { $0 >= 0 }, counts[8..<16].filter { $0 >= 0 })
  }

  @Test("χ² agrees with SciPy, categories that never occur left out")
  func chiSquared() throws {
    let worst = try OracleTable("contingency").worst { row in
      let (reference, current) = tables(row)
      let found = try #require(chiSquaredTest(reference: reference, current: current).value)
      guard found.degreesOfFreedom == Int(row[16]) else { return 1 }
      return max(
        relativeError(found.statistic, row[17]), relativeError(found.pValue, row[18]),
        relativeError(found.smallestExpectedCount, row[21]))
    }
    #expect(worst.deviation < 1e-10, "\(worst)")
  }

  @Test("G agrees with SciPy")
  func likelihood() throws {
    let worst = try OracleTable("contingency").worst { row in
      let (reference, current) = tables(row)
      let found = try #require(likelihoodRatioTest(reference: reference, current: current).value)
      return max(relativeError(found.statistic, row[19]), relativeError(found.pValue, row[20]))
    }
    // SciPy's sum of logarithms cancels for nearly equal samples.
    #expect(worst.deviation < 1e-9, "\(worst)")
  }

  @Test("proportional samples have no difference")
  func proportional() throws {
    let found = try #require(chiSquaredTest(reference: [1, 2, 3], current: [10, 20, 30]).value)
    #expect(found.statistic == 0)
    #expect(found.pValue == 1)
  }

  @Test("says why there is no test")
  func unavailable() throws {
    let lonely = try chiSquaredTest(reference: [4, 0], current: [9, 0])
    #expect(lonely == .unavailable(.fewerThanTwoCategories))
    let empty = try likelihoodRatioTest(reference: [4, 3], current: [0, 0])
    #expect(empty == .unavailable(.noObservations))
  }

  @Test("names both lengths when they differ")
  func lengths() {
    let expected = StatisticsError(.lengthMismatch(expected: 2, found: 3), argument: "current")
    #expect(throws: expected) { try chiSquaredTest(reference: [4, 1], current: [1, 2, 3]) }
    #expect(expected.description.hasPrefix("current has 3 elements instead of 2."))
  }

  @Test("names the place of a negative count")
  func negative() {
    #expect(throws: StatisticsError(.invalidElement(index: 1), argument: "reference")) {
      try likelihoodRatioTest(reference: [4, -1], current: [1, 2])
    }
  }
}
