import Foundation
import Testing

@testable import Statistics

@Suite("Incomplete beta function")
struct IncompleteBetaTests {
  @Test("both tails agree with mpmath down to 1e-300")
  func oracle() throws {
    let worst = try OracleTable("incomplete_beta").worst { row in
      let found = regularisedIncompleteBeta(row[0], row[1], at: UnitPoint(row[2]))
      return max(abs(found.logLower - row[3]), abs(found.logUpper - row[4]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("quantiles agree with mpmath in both x and 1 − x")
  func quantiles() throws {
    let worst = try OracleTable("beta_quantile").worst { row in
      let tail: TailProbability = row[2] == 1 ? .upper(row[3]) : .lower(row[3])
      let found = betaQuantile(row[0], row[1], tail)
      return max(relativeError(found.x, row[4]), relativeError(found.y, row[5]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("I_x(a, b) = 1 − I_{1−x}(b, a)", arguments: [0.001, 0.2, 0.5, 0.8, 0.999])
  func symmetry(x: Double) {
    let point = UnitPoint(x)
    let there = regularisedIncompleteBeta(3.5, 0.25, at: point)
    let back = regularisedIncompleteBeta(0.25, 3.5, at: point.reversed)
    #expect(relativeError(there.lower, back.upper) < 1e-14)
    #expect(relativeError(there.upper, back.lower) < 1e-14)
  }

  @Test("equals x for both shapes 1, and xᵃ for b = 1")
  func closedForms() {
    for x in [1e-200, 1e-5, 0.3, 0.9] {
      #expect(relativeError(regularisedIncompleteBeta(1, 1, at: UnitPoint(x)).lower, x) < 2e-13)
      let power = regularisedIncompleteBeta(2.5, 1, at: UnitPoint(x)).logLower
      #expect(relativeError(power, 2.5 * log(x)) < 1e-14)
    }
  }

  @Test("a point given by its odds knows its distance from 1")
  func odds() {
    let point = UnitPoint(odds: 1e30, to: 1)
    #expect(point.x == 1)
    #expect(relativeError(point.y, 1e-30) < 1e-15)
    #expect(UnitPoint(logOdds: -2000).logX == -2000)
  }
}
