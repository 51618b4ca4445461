import Testing

@testable import Statistics

@Suite("An exact sum")
struct ExactSumTests {
  private let fixture: SummaryFixture

  init() throws {
    fixture = try SummaryFixture.load()
  }

  @Test("is the rational sum rounded once, to the last bit")
  func equalsRationalSum() {
    for sum in fixture.sums where sum.value.value.isFinite {
      let value = ExactSum(adding: sum.terms).value
      #expect(value.bitPattern == sum.value.value.bitPattern, "\(sum.name)")
    }
  }

  @Test("adds squares without rounding them")
  func addsSquares() {
    for squares in fixture.squares {
      var sum = ExactSum()
      for term in squares.terms { sum.addSquare(term.value) }
      #expect(sum.value.bitPattern == squares.value.value.bitPattern)
    }
  }

  @Test("is infinite when the terms are finite but their sum is beyond the range")
  func overflows() throws {
    let cases = fixture.sums.filter { $0.value.value.isInfinite }
    try #require(cases.count == 2)
    for sum in cases {
      #expect(ExactSum(adding: sum.terms).value == sum.value.value, "\(sum.name)")
    }
  }

  @Test(
    "stays infinite after a term that is not finite",
    arguments: [Double.infinity, -.infinity, .nan])
  func remembersInfiniteTerms(_ term: Double) {
    var sum = ExactSum()
    sum.add(term)
    sum.add(-1)
    #expect(sum.value == .infinity)
    #expect(sum.stored.overflowed)
    var other = ExactSum()
    other.add(7)
    other.merge(sum)
    #expect(other.value == .infinity)
  }

  @Test("remembers a square beyond the range")
  func remembersInfiniteSquares() {
    var sum = ExactSum()
    sum.addSquare(1e200)
    #expect(sum.stored.overflowed)
  }

  @Test("does not depend on the order of the terms", arguments: UInt64(1)...10)
  func ignoresOrder(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    for sum in fixture.sums {
      let ordered = ExactSum(adding: sum.terms)
      let shuffled = ExactSum(adding: sum.terms.shuffled(using: &source))
      #expect(shuffled == ordered, "\(sum.name)")
      #expect(shuffled.value.bitPattern == ordered.value.bitPattern, "\(sum.name)")
    }
  }

  @Test("merges parts to the sum of the whole", arguments: UInt64(1)...10)
  func mergesParts(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    for sum in fixture.sums {
      let parts = source.parts(of: sum.terms, count: 5).map { ExactSum(adding: $0) }
      let whole = ExactSum(adding: sum.terms)
      #expect(parts.reduce(ExactSum()) { $0.merged(with: $1) } == whole, "\(sum.name)")
      #expect(parts.reversed().reduce(ExactSum()) { $1.merged(with: $0) } == whole, "\(sum.name)")
    }
  }

  @Test("has the empty sum as neutral element of merging")
  func hasNeutralElement() {
    for sum in fixture.sums {
      let whole = ExactSum(adding: sum.terms)
      #expect(whole.merged(with: ExactSum()) == whole)
      #expect(ExactSum().merged(with: whole) == whole)
    }
    #expect(ExactSum().value == 0)
  }

  @Test("comes back from its stored form")
  func survivesStorage() throws {
    for sum in fixture.sums {
      let whole = ExactSum(adding: sum.terms)
      let restored = try #require(ExactSum(whole.stored))
      #expect(restored == whole, "\(sum.name)")
      #expect(restored.stored == whole.stored, "\(sum.name)")
    }
  }

  @Test("goes on exactly after it was stored")
  func continuesAfterStorage() throws {
    for sum in fixture.sums {
      let half = sum.terms.count / 2
      var restored = try #require(ExactSum(ExactSum(adding: sum.terms.prefix(half)).stored))
      restored.merge(ExactSum(adding: sum.terms.dropFirst(half)))
      #expect(restored == ExactSum(adding: sum.terms), "\(sum.name)")
    }
  }

  @Test("stores the sign of a negative sum and its magnitude in units of the least number")
  func storesNegativeSums() {
    var sum = ExactSum()
    sum.add(-3 * Double.leastNonzeroMagnitude)
    #expect(
      sum.stored == .init(isNegative: true, skipped: 0, digits: [3], overflowed: false))
    // 1 is 2¹⁰⁷⁴ units, and 1074 = 33 · 32 + 18.
    sum = ExactSum()
    sum.add(-1)
    #expect(
      sum.stored == .init(isNegative: true, skipped: 33, digits: [1 << 18], overflowed: false))
  }

  @Test("refuses stored digits beyond the range")
  func refusesTooManyDigits() {
    let stored = ExactSum.Stored(
      isNegative: false, skipped: 60, digits: [UInt32](repeating: 1, count: 9), overflowed: false)
    #expect(ExactSum(stored) == nil)
  }

  @Test("splits into its value and what rounding took away")
  func splitsIntoPair() {
    var sum = ExactSum()
    sum.add(1e16)
    sum.add(0.25)
    #expect(sum.pair.high == 1e16)
    #expect(sum.pair.low == 0.25)
  }
}

extension ExactSum {
  init(adding terms: some Sequence<ExactNumber>) {
    self.init()
    for term in terms { add(term.value) }
  }
}
