import Foundation
import Testing

@testable import Statistics

@Suite("Incomplete gamma function")
struct IncompleteGammaTests {
  // A difference of logarithms is a relative error of the tail.
  @Test("both tails agree with mpmath down to 1e-300")
  func oracle() throws {
    let worst = try OracleTable("incomplete_gamma").worst { row in
      let found = regularisedIncompleteGamma(shape: row[0], at: row[1])
      return max(abs(found.logLower - row[2]), abs(found.logUpper - row[3]))
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("quantiles agree with mpmath from both tails")
  func quantiles() throws {
    let worst = try OracleTable("gamma_quantile").worst { row in
      let tail: TailProbability = row[1] == 1 ? .upper(row[2]) : .lower(row[2])
      return relativeError(gammaQuantile(shape: row[0], tail), row[3])
    }
    #expect(worst.deviation < 1e-11, "\(worst)")
  }

  @Test("both tails sum to 1", arguments: [0.2, 1, 12, 4000])
  func complement(shape: Double) {
    for factor in [0.1, 0.5, 0.9, 1, 1.1, 2, 5] {
      let tails = regularisedIncompleteGamma(shape: shape, at: shape * factor)
      #expect(abs(tails.lower + tails.upper - 1) < 1e-14)
    }
  }

  @Test("the ends hold everything on one side")
  func ends() {
    #expect(regularisedIncompleteGamma(shape: 2, at: 0) == .allAbove)
    #expect(regularisedIncompleteGamma(shape: 2, at: .infinity) == .allBelow)
    #expect(gammaQuantile(shape: 2, .lower(0)) == 0)
    #expect(gammaQuantile(shape: 2, .upper(0)) == .infinity)
  }

  @Test("the logarithm goes on where the tail underflows")
  func underflow() {
    // Q(1, x) = e⁻ˣ.
    #expect(regularisedIncompleteGamma(shape: 1, at: 5000).logUpper == -5000)
  }
}
