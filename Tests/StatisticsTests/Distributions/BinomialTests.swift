import Testing

@testable import Statistics

@Suite("Binomial distribution")
struct BinomialTests {
  @Test("mass and tails agree with exact sums")
  func oracle() throws {
    let worst = try OracleTable("binomial").worst { row in
      let found = Binomial(trials: Int(row[0]), probability: row[1])
      let k = Int(row[2])
      let upper = row[5] == 0 && k < Int(row[0]) ? 0 : relativeError(found.survival(k), row[5])
      return max(
        relativeError(found.mass(k), row[3]), relativeError(found.cumulative(k), row[4]), upper)
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("certain outcomes have all the mass")
  func certain() {
    #expect(Binomial(trials: 4, probability: 0).mass(0) == 1)
    #expect(Binomial(trials: 4, probability: 1).mass(4) == 1)
    #expect(Binomial(trials: 0, probability: 0.3).mass(0) == 1)
    #expect(Binomial(trials: 4, probability: 0.3).mass(5) == 0)
  }

  @Test("ends hold everything on one side")
  func ends() {
    let distribution = Binomial(trials: 4, probability: 0.3)
    #expect(distribution.cumulative(-1) == 0)
    #expect(distribution.survival(4) == 0)
  }
}
