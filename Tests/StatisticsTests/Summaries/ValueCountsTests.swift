import Testing

@testable import Statistics

@Suite("Value counts")
struct ValueCountsTests {
  @Test("list values ascending across the signs, 0 and −0 as one")
  func listsEntries() {
    let counts = ValueCounts(of: [2, -0.0, -1e-300, 0, .infinity, -5, 2, .nan, 1e300])
    #expect(counts.entries.map(\.value) == [-5, -1e-300, 0, 2, 1e300])
    #expect(counts.entries.map(\.count) == [1, 1, 2, 2, 1])
    #expect(counts.total == 7)
  }

  @Test("have NumPy's quantiles, to the last bit")
  func quantiles() throws {
    for example in try SummaryFixture.load().quantiles {
      let counts = ValueCounts(of: example.values)
      for (share, result) in zip(example.shares, example.results) {
        #expect(counts.quantile(share) == result.value)
      }
    }
  }

  @Test("have no quantile without values")
  func noValues() {
    #expect(ValueCounts().quantile(0.5) == nil)
  }

  @Test("turn to the grid after the limit of distinct values, not after many rows")
  func turnsToGrid() {
    var counts = ValueCounts()
    for value in 0..<ValueCounts.exactLimit { counts.add(Double(value), times: 3) }
    #expect(counts.isExact)
    counts.add(0.5)
    #expect(!counts.isExact)
    #expect(counts.total == 3 * ValueCounts.exactLimit + 1)
  }

  @Test(
    "are the same whatever the order and the parts", arguments: [16_000, 16_384, 16_385, 40_000])
  func ignoreOrder(_ size: Int) {
    var source = SplitMix64(seed: UInt64(size))
    let values = (0..<size).map { _ in Double.random(in: -1e6..<1e6, using: &source) }
    let whole = ValueCounts(of: values)
    #expect(whole.isExact == (Set(values).count <= 16_384))
    #expect(ValueCounts(of: values.shuffled(using: &source)) == whole)
    let parts = source.parts(of: values, count: 4).map { ValueCounts(of: $0) }
    #expect(parts.reduce(ValueCounts()) { $0.merged(with: $1) } == whole)
    #expect(parts.reversed().reduce(ValueCounts()) { $1.merged(with: $0) } == whole)
    #expect(ValueCounts().merged(with: whole) == whole)
    #expect(whole.merged(with: ValueCounts()) == whole)
  }

  @Test("merged, are exact while the different numbers of both are few", arguments: [0, 1])
  func mergesOverlap(_ surplus: Int) {
    let one = ValueCounts(of: (0..<10_000).map(Double.init))
    let other = ValueCounts(of: (6_384..<16_384 + surplus).map(Double.init))
    let sum = one.merged(with: other)
    #expect(sum.isExact == (surplus == 0))
    #expect(sum.total == 20_000 + surplus)
    #expect(other.merged(with: one) == sum)
  }

  @Test("are within half a cell of the exact quantile on the grid")
  func gridQuantiles() throws {
    var source = SplitMix64(seed: 9)
    let values = (0..<20_000).map { _ in Double.random(in: -1e3..<1e6, using: &source) }
    let exact = SortedNumbers(values)
    let grid = ValueCounts(of: values)
    try #require(!grid.isExact)
    for share in stride(from: 0.0, through: 1, by: 0.01) {
      let (one, other) = (try #require(exact.quantile(share)), try #require(grid.quantile(share)))
      // Half of 1/4,096 of the value.
      #expect((one - other).magnitude <= one.magnitude / 8_192 * (1 + 1e-9))
    }
  }

  @Test("come back from their stored form", arguments: [100, 20_000])
  func survivesStorage(_ size: Int) {
    let whole = ValueCounts(of: (0..<size).map { Double($0 % 17_000) - 50.5 })
    let (keys, counts) = whole.stored
    #expect(ValueCounts(keys: keys, counts: counts, isExact: whole.isExact) == whole)
    #expect(zip(keys, keys.dropFirst()).allSatisfy(<))
  }

  @Test("are refused with keys that do not ascend, counts of nothing and numbers that are none")
  func refusesDamage() {
    let keys = [1.0, 2].map(ValueCounts.key)
    #expect(ValueCounts(keys: keys, counts: [1, 1], isExact: true) != nil)
    #expect(ValueCounts(keys: keys, counts: [1], isExact: true) == nil)
    #expect(ValueCounts(keys: keys.reversed(), counts: [1, 1], isExact: true) == nil)
    #expect(ValueCounts(keys: keys, counts: [1, 0], isExact: true) == nil)
    #expect(ValueCounts(keys: keys, counts: [1, .max], isExact: true) == nil)
    #expect(ValueCounts(keys: [keys[0] + 1, keys[1]], counts: [1, 1], isExact: false) == nil)
    let infinite = ValueCounts.key(of: .infinity)
    #expect(ValueCounts(keys: [keys[0], infinite], counts: [1, 1], isExact: true) == nil)
  }

  @Test("ignore a count that is not positive")
  func ignoresNothing() {
    var counts = ValueCounts()
    counts.add(1, times: 0)
    counts.add(1, times: -2)
    #expect(counts == ValueCounts())
  }
}

extension ValueCounts {
  init(of values: [Double]) {
    self.init()
    for value in values { add(value) }
  }
}
