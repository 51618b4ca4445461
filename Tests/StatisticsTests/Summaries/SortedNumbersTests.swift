import Testing

@testable import Statistics

@Suite("Sorted numbers")
struct SortedNumbersTests {
  @Test("have NumPy's quantiles, to the last bit")
  func equalsNumPy() throws {
    for example in try SummaryFixture.load().quantiles {
      let numbers = SortedNumbers(example.values)
      for (share, result) in zip(example.shares, example.results) {
        #expect(numbers.quantile(share) == result.value)
      }
    }
  }

  @Test("have no quantile without numbers")
  func empty() {
    #expect(SortedNumbers([]).quantile(0.5) == nil)
  }

  @Test("never leave the ends when a point between two numbers is taken")
  func interpolationReachesItsEnds() {
    #expect(interpolated(0.1, 0.7, 0) == 0.1)
    #expect(interpolated(0.1, 0.7, 1) == 0.7)
    #expect(interpolated(-2, 6, 0.25) == 0)
  }
}
