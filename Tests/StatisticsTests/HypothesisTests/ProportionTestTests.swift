import Testing

@testable import Statistics

@Suite("Tests of two proportions")
struct ProportionTestTests {
  private func pair(_ row: [Double]) throws -> (reference: Proportion, current: Proportion) {
    (
      try Proportion(successes: Int(row[0]), of: Int(row[1])),
      try Proportion(successes: Int(row[2]), of: Int(row[3]))
    )
  }

  @Test("z agrees with statsmodels")
  func zTest() throws {
    let worst = try OracleTable("proportion_test").worst { row in
      let (reference, current) = try pair(row)
      let found = try #require(proportionTest(reference: reference, current: current).value)
      return max(relativeError(found.statistic, row[4]), relativeError(found.pValue, row[5]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("the square of z is χ² of the 2 × 2 table")
  func square() throws {
    let reference = try Proportion(successes: 31, of: 90)
    let current = try Proportion(successes: 22, of: 104)
    let z = try #require(proportionTest(reference: reference, current: current).value)
    let table = try #require(chiSquaredTest(reference: [31, 59], current: [22, 82]).value)
    #expect(relativeError(z.statistic * z.statistic, table.statistic) < 1e-13)
    #expect(relativeError(z.pValue, table.pValue) < 1e-12)
  }

  @Test("Fisher's p-value agrees with exact whole numbers")
  func fisher() throws {
    let worst = try OracleTable("fisher_exact").worst { row in
      let (reference, current) = try pair(row)
      let found = try #require(fisherExactTest(reference: reference, current: current).value)
      return max(relativeError(found.oddsRatio, row[4]), relativeError(found.pValue, row[5]))
    }
    #expect(worst.deviation < 1e-10, "\(worst)")
  }

  @Test("Fisher's test counts the mirrored table of equal groups, however large")
  func fisherTies() throws {
    let reference = try Proportion(successes: 49_000, of: 100_000)
    let current = try Proportion(successes: 49_600, of: 100_000)
    let found = try #require(fisherExactTest(reference: reference, current: current).value)
    let one = Hypergeometric(population: 200_000, marked: 98_600, draws: 100_000)
    #expect(relativeError(found.pValue, 2 * one.survival(49_599)) < 1e-10)
  }

  @Test("Fisher's test of the lady tasting tea")
  func lady() throws {
    let reference = try Proportion(successes: 1, of: 4)
    let current = try Proportion(successes: 3, of: 4)
    let found = try #require(fisherExactTest(reference: reference, current: current).value)
    // R. A. Fisher, The Design of Experiments, 1935: 34/70 for three or more and their mirror.
    #expect(relativeError(found.pValue, 34 / 70.0) < 1e-14)
    #expect(found.oddsRatio == 9)
  }

  @Test("says why there is no test")
  func unavailable() throws {
    let none = try Proportion(successes: 0, of: 0)
    let never = try Proportion(successes: 0, of: 9)
    #expect(proportionTest(reference: none, current: never) == .unavailable(.noObservations))
    #expect(fisherExactTest(reference: never, current: none) == .unavailable(.noObservations))
    #expect(proportionTest(reference: never, current: never) == .unavailable(.noVariation))
    #expect(fisherExactTest(reference: never, current: never) == .unavailable(.noVariation))
  }

  @Test("refuses more successes than trials")
  func refuses() {
    #expect(throws: StatisticsError(.outOfRange("[0, trials]"), argument: "successes")) {
      try Proportion(successes: 5, of: 4)
    }
  }
}
