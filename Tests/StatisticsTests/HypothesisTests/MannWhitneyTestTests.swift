import Testing

@testable import Statistics

@Suite("Mann–Whitney test")
struct MannWhitneyTestTests {
  @Test("U and p agree with SciPy, exact and asymptotic, with and without ties")
  func oracle() throws {
    let worst = try OracleTable("mann_whitney").worst { row in
      var reference = [Int](repeating: 0, count: 64)
      var current = reference
      for value in row[0..<24] where value >= 0 { reference[Int(value)] += 1 }
      for value in row[24..<48] where value >= 0 { current[Int(value)] += 1 }
      let found = try #require(mannWhitneyTest(reference: reference, current: current).value)
      return max(relativeError(found.statistic, row[48]), relativeError(found.pValue, row[49]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("the most extreme arrangement has probability 2/C(n₁ + n₂, n₁), also for thousands of rows")
  func extreme() throws {
    let reference = [1, 1] + [Int](repeating: 0, count: 5000)
    let current = [0, 0] + [Int](repeating: 1, count: 5000)
    let found = try #require(mannWhitneyTest(reference: reference, current: current).value)
    #expect(found.method == .exact)
    #expect(found.effect == 0)
    #expect(relativeError(found.pValue, 2 / (5002.0 * 5001 / 2)) < 1e-13)
  }

  @Test("exchanging the samples mirrors U and keeps p")
  func mirror() throws {
    let one = try #require(mannWhitneyTest(reference: [3, 1, 4], current: [1, 5, 9]).value)
    let other = try #require(mannWhitneyTest(reference: [1, 5, 9], current: [3, 1, 4]).value)
    #expect(one.statistic + other.statistic == 8 * 15)
    #expect(one.pValue == other.pValue)
  }

  @Test("says why there is no test")
  func unavailable() throws {
    #expect(try mannWhitneyTest(reference: [0], current: [3]) == .unavailable(.noObservations))
    #expect(try mannWhitneyTest(reference: [9], current: [9]) == .unavailable(.noVariation))
  }

  @Test("refuses samples counted over different values")
  func refuses() {
    let expected = StatisticsError(.lengthMismatch(expected: 1, found: 2), argument: "current")
    #expect(throws: expected) { try mannWhitneyTest(reference: [1], current: [1, 2]) }
  }
}
