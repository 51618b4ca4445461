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

  @Test("comes back from its hashes, which must ascend and be few enough")
  func restores() {
    let whole = sketch(of: (0..<300).map(Double.init))
    #expect(DistinctCount(hashes: whole.hashes) == whole)
    #expect(DistinctCount(hashes: [2, 1]) == nil)
    #expect(DistinctCount(hashes: [1, 1]) == nil)
    #expect(DistinctCount(hashes: Array(0...UInt64(DistinctCount.capacity))) == nil)
  }

  private func sketch(of values: [Double]) -> DistinctCount {
    var count = DistinctCount()
    for value in values { count.add(value) }
    return count
  }
}
