import Foundation
import Testing

@testable import Statistics

@Suite("χ² distribution")
struct ChiSquaredTests {
  @Test("tails agree with mpmath")
  func tails() throws {
    let worst = try OracleTable("chi_squared").worst { row in
      let found = ChiSquared(degreesOfFreedom: row[0]).tails(row[1])
      return max(relativeError(found.lower, row[2]), relativeError(found.upper, row[3]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("the quantile of two degrees of freedom is −2 ln q")
  func quantile() {
    for q in [0.5, 0.05, 1e-10, 1e-300] {
      let found = ChiSquared(degreesOfFreedom: 2).quantile(.upper(q))
      #expect(relativeError(found, -2 * log(q)) < 1e-13)
    }
  }

  @Test("holds nothing below 0")
  func negative() {
    #expect(ChiSquared(degreesOfFreedom: 3).survival(-1) == 1)
  }
}
