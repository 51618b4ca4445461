import Testing

@testable import Statistics

@Suite("Hypergeometric distribution")
struct HypergeometricTests {
  @Test("mass and tails agree with whole-number counts")
  func oracle() throws {
    let worst = try OracleTable("hypergeometric").worst { row in
      let found = Hypergeometric(
        population: Int(row[0]), marked: Int(row[1]), draws: Int(row[2]))
      let k = Int(row[3])
      let upper = row[6] < 1e-300 && row[6] > 0 ? 0 : relativeError(found.survival(k), row[6])
      return max(
        relativeError(found.mass(k), row[4]), relativeError(found.cumulative(k), row[5]), upper)
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("an empty or fully drawn population leaves no choice")
  func degenerate() {
    #expect(Hypergeometric(population: 0, marked: 0, draws: 0).mass(0) == 1)
    #expect(Hypergeometric(population: 9, marked: 4, draws: 9).mass(4) == 1)
    #expect(Hypergeometric(population: 9, marked: 4, draws: 9).mass(3) == 0)
  }
}
