import Testing

@testable import Statistics

@Suite("A pair of doubles")
struct DoublePairTests {
  /// The algorithms promise about 2⁻¹⁰⁴; a plain double would miss this bound by 2⁴⁷.
  private static let tolerance = 0x1p-100

  private let pairs: [SummaryFixture.Pair]

  init() throws {
    pairs = try SummaryFixture.load().pairs
  }

  @Test("multiplies to about 106 bits")
  func multiplies() {
    for pair in pairs {
      #expect(relativeError(of: one(pair) * other(pair), pair.product) < Self.tolerance)
    }
  }

  @Test("divides to about 106 bits")
  func divides() {
    for pair in pairs {
      let quotient = one(pair) / pair.numbers[2].value
      #expect(relativeError(of: quotient, pair.quotient) < Self.tolerance)
    }
  }

  @Test("subtracts to about 106 bits of the larger number")
  func subtracts() {
    for pair in pairs {
      let difference = one(pair) - other(pair)
      let size = max(pair.numbers[0].value.magnitude, pair.numbers[2].value.magnitude)
      #expect(distance(difference, pair.difference) < Self.tolerance * size)
    }
  }

  @Test("keeps what a plain subtraction would cancel")
  func keepsCancelledDigits() {
    let left = DoublePair(high: 1e16, low: 0.5)
    let right = DoublePair(high: 1e16, low: 0.25)
    #expect((left - right).value == 0.25)
  }

  private func one(_ pair: SummaryFixture.Pair) -> DoublePair {
    DoublePair(high: pair.numbers[0].value, low: pair.numbers[1].value)
  }

  private func other(_ pair: SummaryFixture.Pair) -> DoublePair {
    DoublePair(high: pair.numbers[2].value, low: pair.numbers[3].value)
  }

  private func distance(_ pair: DoublePair, _ exact: [ExactNumber]) -> Double {
    let high = pair.high - exact[0].value
    return ((high + (pair.low - exact[1].value)) - exact[2].value).magnitude
  }

  private func relativeError(of pair: DoublePair, _ exact: [ExactNumber]) -> Double {
    distance(pair, exact) / exact[0].value.magnitude
  }
}
