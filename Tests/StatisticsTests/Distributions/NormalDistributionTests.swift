import Testing

@testable import Statistics

@Suite("Normal distribution")
struct NormalDistributionTests {
  @Test("tails agree with mpmath out to 37 standard deviations")
  func tails() throws {
    let worst = try OracleTable("normal").worst { row in
      let found = NormalDistribution.standard
      return max(
        relativeError(found.cumulative(row[0]), row[1]),
        relativeError(found.survival(row[0]), row[2]),
        relativeError(found.logSurvival(row[0]), row[3]))
    }
    #expect(worst.deviation < 1e-12, "\(worst)")
  }

  @Test("quantiles agree with mpmath from ½ to 1e-300")
  func quantiles() throws {
    let worst = try OracleTable("normal_quantile").worst { row in
      relativeError(NormalDistribution.standard.quantile(.upper(row[0])), row[1])
    }
    #expect(worst.deviation < 1e-13, "\(worst)")
  }

  @Test("is symmetric around its mean, in its own unit")
  func scaled() {
    let distribution = NormalDistribution(mean: 10, standardDeviation: 2)
    #expect(distribution.quantile(.lower(0.5)) == 10)
    let low = distribution.quantile(.lower(0.025))
    let high = distribution.quantile(.upper(0.025))
    #expect(low + high == 20)
    // Abramowitz and Stegun, table 26.5: z = 1.95996 39845 40054.
    #expect(relativeError(high, 10 + 2 * 1.959963984540054) < 1e-15)
  }
}
