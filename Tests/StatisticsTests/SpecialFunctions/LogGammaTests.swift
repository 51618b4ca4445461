import Foundation
import Testing

@testable import Statistics

@Suite("Logarithm of the gamma function")
struct LogGammaTests {
  @Test("agrees with mpmath, sign included")
  func oracle() throws {
    let worst = try OracleTable("log_gamma").worst { row in
      let found = logGamma(row[0])
      return found.sign == Int(row[2]) ? relativeError(found.logMagnitude, row[1]) : 1
    }
    #expect(worst.deviation < 1e-13, "\(worst)")
  }

  @Test("the form for 1 + a keeps relative accuracy near a = 0, where it is −γa")
  func smallArgument() {
    let found = logGammaOnePlus(1e-20)
    // The Euler–Mascheroni constant, DLMF 5.2.3.
    #expect(relativeError(found, -0.5772156649015329e-20) < 1e-15)
  }

  @Test("the form for 1 + a meets the general one where they join", arguments: [-0.49, 0.2, 0.49])
  func joins(a: Double) {
    #expect(relativeError(logGammaOnePlus(a), logGamma(positive: 1 + a)) < 1e-14)
  }

  @Test("Stirling's remainder satisfies Γ(a + 1) = a Γ(a) across the change of method")
  func stirlingRecurrence() {
    for a in stride(from: 15.02, to: 17, by: 0.1) {
      let step = stirlingError(a) - stirlingError(a + 1)
      let expected = (a + 0.5) * log1p(1 / a) - 1
      #expect(abs(step - expected) < 3e-14)
    }
  }

  @Test("the deviance keeps its digits where both amounts nearly agree")
  func devianceNearMean() {
    // x ln(x/m) + m − x = (x − m)²/(2m) · (1 + O((x − m)/m)).
    #expect(relativeError(devianceTerm(1e8 + 1, mean: 1e8), 0.5e-8) < 1e-8)
  }
}
