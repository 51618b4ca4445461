import Testing

@testable import Statistics

@Suite("Kolmogorov distribution")
struct KolmogorovDistributionTests {
  @Test("the limit agrees with mpmath")
  func limit() throws {
    let worst = try OracleTable("kolmogorov_limit").worst { row in
      relativeError(kolmogorovSurvival(row[0]), row[1])
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("up to 140 observations it agrees with Durbin's formula in rational numbers")
  func exact() throws {
    let worst = try OracleTable("one_sample").worst { row in
      row[0] > 140
        ? 0 : relativeError(kolmogorovSurvival(row[1], observations: Int(row[0])), row[2])
    }
    #expect(worst.deviation < 1e-10, "\(worst)")
  }

  // Largest just above 140 observations; Simard and L'Ecuyer claim five digits there.
  @Test("beyond 140 observations it agrees to five digits")
  func expansion() throws {
    let worst = try OracleTable("one_sample").worst { row in
      row[0] <= 140
        ? 0 : relativeError(kolmogorovSurvival(row[1], observations: Int(row[0])), row[2])
    }
    #expect(worst.deviation < 2e-5, "\(worst)")
  }

  @Test("the recursion itself agrees with Durbin's formula up to 4,000 observations")
  func band() throws {
    let worst = try OracleTable("one_sample").worst { row in
      let (n, x) = (row[0], row[1])
      guard n * x > 1, n * x * x < 4, x < 0.5 else { return 0 }
      let found = 1 - kolmogorovBandProbability(reach: n * x, observations: Int(n))
      return relativeError(found, row[2])
    }
    #expect(worst.deviation < 1e-9, "\(worst)")
  }

  @Test("the expansion nears the recursion as observations increase")
  func order() {
    func gap(_ n: Double, _ scale: Double) -> Double {
      let exact = kolmogorovBandProbability(reach: (n * scale).squareRoot(), observations: Int(n))
      return abs(exact - pelzGoodCumulative(scale, observations: n))
    }
    for scale in [0.4, 0.8, 1.5, 2.5] {
      // An error of O(n⁻²) is 16 times smaller for four times as many observations.
      #expect(gap(141, scale) < 3e-6)
      #expect(gap(1600, scale) < gap(400, scale) / 10)
    }
  }

  @Test("sum and integral of the one-sided formula agree")
  func integral() {
    for scale in [1.0, 4, 20, 100, 300] {
      let x = (scale / 5000).squareRoot()
      let sum = smirnovSurvival(x, observations: 5000, largestSum: 5000)
      let integral = smirnovSurvival(x, observations: 5000, largestSum: 4000)
      #expect(relativeError(integral, sum) < 1e-11)
    }
  }

  @Test("nears the limit as observations increase")
  func nearsLimit() {
    let limit = kolmogorovSurvival(1.2)
    let large = kolmogorovSurvival(1.2 / 1e4, observations: 100_000_000)
    #expect(relativeError(large, limit) < 1e-3)
    #expect(large < limit)
  }
}
