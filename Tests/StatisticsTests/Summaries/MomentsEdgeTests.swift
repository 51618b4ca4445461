import Testing

@testable import Statistics

@Suite("Moments of equal values")
struct MomentsEdgeTests {
  @Test("have no spread", arguments: [0.1, 1e-3, 0.7, 98_765.4321, -2.7e12] as [Double])
  func equalValues(_ value: Double) {
    for count in [2, 3, 7, 1_000] {
      #expect(Moments(of: [Double](repeating: value, count: count)).variance == 0)
    }
  }
}

@Suite("Damaged stored summaries")
struct DamagedSummaryTests {
  @Test("are refused, not added past the largest number")
  func overflow() {
    let sum = ExactSum.Stored(isNegative: false, skipped: .max, digits: [1], overflowed: false)
    #expect(ExactSum(sum) == nil)
  }
}
