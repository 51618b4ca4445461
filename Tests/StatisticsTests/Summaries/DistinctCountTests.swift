import Testing

@testable import Statistics

@Suite("A distinct count")
struct DistinctCountTests {
  @Test("is exact below its capacity, however often values repeat")
  func exactBelowCapacity() {
    var count = DistinctCount()
    for round in 0..<3 {
      for value in 1..<DistinctCount.capacity { count.add(Double(value) / 3 + Double(round) * 0) }
    }
    #expect(count.isExact)
    #expect(count.estimate == Double(DistinctCount.capacity - 1))
  }

  @Test("takes 0 and −0 for one value")
  func zeroHasNoSign() {
    var count = DistinctCount()
    count.add(0)
    count.add(-0.0)
    #expect(count.estimate == 1)
  }

  @Test("estimates 100,000 values within four standard errors", arguments: UInt64(1)...5)
  func estimatesMany(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    var values = Set<Double>()
    while values.count < 100_000 { values.insert(Double.random(in: 0..<1e6, using: &source)) }
    var count = DistinctCount()
    for value in values { count.add(value) }
    #expect(!count.isExact)
    // 1/√(k − 2) for k = 256, as Beyer et al. derive.
    #expect((count.estimate / 100_000 - 1).magnitude < 4 * 0.0628)
  }

  @Test("estimates evenly spaced whole numbers as well as random ones")
  func estimatesRegularValues() {
    var count = DistinctCount()
    for value in 0..<100_000 { count.add(Double(value)) }
    #expect((count.estimate / 100_000 - 1).magnitude < 4 * 0.0628)
  }

  @Test("merges parts to one pass", arguments: [10, 255, 256, 257, 5_000])
  func mergesParts(_ size: Int) {
    var source = SplitMix64(seed: UInt64(size))
    let values = (0..<size).map { Double($0) * 0.7 }
    let whole = sketch(of: values)
    // Parts overlap, as the days of a column do.
    let parts = (source.parts(of: values, count: 3) + source.parts(of: values, count: 2))
      .map(sketch)
    #expect(parts.reduce(DistinctCount()) { $0.merged(with: $1) } == whole)
    #expect(parts.reversed().reduce(DistinctCount()) { $1.merged(with: $0) } == whole)
    #expect(sketch(of: values.shuffled(using: &source)) == whole)
    #expect(whole.merged(with: DistinctCount()) == whole)
  }

  @Test("comes back from what a file keeps", arguments: [0, 1, 255, 256, 300, 100_000])
  func restores(_ size: Int) throws {
    let whole = sketch(of: (0..<size).map(Double.init))
    #expect(DistinctCount(codes: whole.codes, isExact: whole.isExact) == whole)
    #expect(zip(whole.codes, whole.codes.dropFirst()).allSatisfy(<))
    #expect(whole.codes.allSatisfy { $0 < 1 << 40 })
  }

  @Test(
    "comes back from whole hashes, as earlier versions kept them", arguments: [0, 255, 256, 9_000])
  func restoresWhole(_ size: Int) {
    let values = (0..<size).map { Double($0) / 7 }
    let hashes = Set(values.map(StableHash.of)).sorted().prefix(DistinctCount.capacity)
    #expect(DistinctCount(whole: Array(hashes)) == sketch(of: values))
  }

  @Test("is refused with what no sketch holds")
  func refuses() {
    for isExact in [true, false] {
      #expect(DistinctCount(codes: [2, 1], isExact: isExact) == nil)
      #expect(DistinctCount(codes: [1, 1], isExact: isExact) == nil)
      #expect(DistinctCount(codes: [1, 1 << 40], isExact: isExact) == nil)
    }
    #expect(DistinctCount(codes: Array(0..<256), isExact: true) == nil)
    #expect(DistinctCount(codes: Array(0...256), isExact: false) == nil)
    #expect(DistinctCount(codes: [7], isExact: false) == nil)
    #expect(DistinctCount(whole: [2, 1]) == nil)
    #expect(DistinctCount(whole: Array(0...UInt64(DistinctCount.capacity))) == nil)
  }

  @Test("estimates what whole hashes would, within 1 in 10⁷", arguments: [256, 4_000, 300_000])
  func estimatesAsWhole(_ size: Int) throws {
    let values = (0..<size).map { Double($0) * 1.1 }
    let hashes = Set(values.map(StableHash.of)).sorted().prefix(DistinctCount.capacity)
    // The docstring's formula, with all bits of the largest hash.
    let whole = Double(hashes.count - 1) / (Double(try #require(hashes.last)) / 0x1p64)
    let count = sketch(of: values)
    #expect(!count.isExact && count.codes.count == hashes.count)
    // Rounded to a whole number.
    #expect((count.estimate - whole).magnitude <= 0.5 + whole * 1e-7)
  }

  /// Hashes in tight groups, so that many become one when they are shortened.
  @Test("merges in any order when shortened hashes meet", arguments: [200, 255, 256, 300, 900])
  func mergesCollisions(_ size: Int) throws {
    var source = SplitMix64(seed: UInt64(size))
    var hashes = Set<UInt64>()
    while hashes.count < size {
      // 40 bits, of which 31 are significant: the last seven go.
      let group = 1 << 30 + source.next() % 1_000 * 1 << 20
      hashes.insert((group + source.next() % 256) << 24)
    }
    func sketch(of hashes: [UInt64]) throws -> DistinctCount {
      // No more than an exact sketch holds, merged one after the other.
      try stride(from: 0, to: hashes.count, by: 100).reduce(into: DistinctCount()) { sum, start in
        let codes = hashes[start..<min(start + 100, hashes.count)].map { $0 >> 24 }.sorted()
        sum.merge(try #require(DistinctCount(codes: codes, isExact: true)))
      }
    }
    let whole = try sketch(of: hashes.sorted())
    let kept = Set(hashes.map(DistinctCount.shortened)).sorted().prefix(DistinctCount.capacity)
    #expect(whole.isExact == (size < DistinctCount.capacity))
    #expect(whole.hashes == (whole.isExact ? hashes.sorted() : Array(kept)))
    for _ in 0..<20 {
      let shuffled = hashes.sorted().shuffled(using: &source)
      let parts = try source.parts(of: shuffled, count: 3).map { try sketch(of: $0) }
      #expect(parts.reduce(DistinctCount()) { $0.merged(with: $1) } == whole)
      #expect(parts.reversed().reduce(DistinctCount()) { $1.merged(with: $0) } == whole)
    }
  }

  @Test("shortens hashes in their order, and by a rule that a shortened one keeps to")
  func shortens() {
    var source = SplitMix64(seed: 4)
    let hashes = (0..<2_000).map { source.next() >> UInt64($0 % 64) }.sorted()
    let shortened = hashes.map(DistinctCount.shortened)
    #expect(zip(shortened, shortened.dropFirst()).allSatisfy(<=))
    #expect(shortened.map(DistinctCount.shortened) == shortened)
    #expect(hashes.map { DistinctCount.shortened(DistinctCount.leading($0)) } == shortened)
    for (hash, kept) in zip(hashes, shortened) where hash >= 1 << 48 {
      #expect(kept <= hash && Double(hash - kept) < Double(hash) * 0x1p-23)
    }
  }

  private func sketch(of values: [Double]) -> DistinctCount {
    var count = DistinctCount()
    for value in values { count.add(value) }
    return count
  }
}
