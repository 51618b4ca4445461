import Testing

@testable import Statistics

@Suite("F distribution")
struct FDistributionTests {
  @Test("tails and quantiles agree with mpmath")
  func oracle() throws {
    let worst = try OracleTable("f_distribution").worst { row in
      let distribution = FDistribution(numeratorDegrees: row[0], denominatorDegrees: row[1])
      let found = distribution.tails(row[2])
      let tails = max(relativeError(found.lower, row[3]), relativeError(found.upper, row[4]))
      guard row[5] > 0 else { return tails }
      return max(tails, relativeError(distribution.quantile(.upper(row[4])), row[5]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("the reciprocal of a quantile is the other tail's quantile with degrees exchanged")
  func reciprocal() {
    let one = FDistribution(numeratorDegrees: 3, denominatorDegrees: 8).quantile(.lower(0.01))
    let other = FDistribution(numeratorDegrees: 8, denominatorDegrees: 3).quantile(.upper(0.01))
    #expect(relativeError(one * other, 1) < 1e-13)
  }
}
