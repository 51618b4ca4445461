import Foundation
import Testing

@testable import Statistics

@Suite("Beta distribution")
struct BetaDistributionTests {
  @Test("lies within [0, 1]")
  func ends() {
    let distribution = BetaDistribution(2, 3)
    #expect(distribution.cumulative(-0.5) == 0)
    #expect(distribution.survival(1.5) == 0)
    #expect(distribution.quantile(.lower(0)) == 0)
    #expect(distribution.quantile(.upper(0)) == 1)
  }

  @Test("the arcsine law has the quantile sin²(πp/2)", arguments: [1e-12, 0.01, 0.3, 0.5, 0.9])
  func arcsine(p: Double) {
    let root = sin(0.5 * .pi * p)
    #expect(relativeError(BetaDistribution(0.5, 0.5).quantile(.lower(p)), root * root) < 1e-13)
  }
}
