import Testing

@testable import Statistics

@Suite("Bounded category counts")
struct BoundedCategoryCountsTests {
  @Test("count every text by name up to the capacity")
  func countsByName() {
    var counts = BoundedCategoryCounts()
    for number in 0..<BoundedCategoryCounts.capacity { counts.add("name \(number)", times: 2) }
    #expect(!counts.isTruncated)
    #expect(counts.counts.count == BoundedCategoryCounts.capacity)
    #expect(counts.counts["name 7"] == 2)
    #expect(counts.distinctEstimate == Double(BoundedCategoryCounts.capacity))
  }

  @Test("keep the total when texts are pushed out")
  func keepsTotal() {
    let rows = Self.rows
    let counts = BoundedCategoryCounts(of: rows)
    #expect(counts.isTruncated)
    #expect(counts.counts.count == BoundedCategoryCounts.capacity)
    #expect(counts.total == rows.count)
  }

  @Test("show complete counts only")
  func countsAreComplete() {
    let rows = Self.rows
    let truth = rows.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    for (text, count) in BoundedCategoryCounts(of: rows).counts {
      #expect(truth[text] == count)
    }
  }

  @Test("are the same in any order", arguments: UInt64(1)...2)
  func ignoreOrder(_ seed: UInt64) {
    var source = SplitMix64(seed: seed)
    let rows = Self.rows
    #expect(
      BoundedCategoryCounts(of: rows.shuffled(using: &source)) == BoundedCategoryCounts(of: rows))
  }

  @Test("merge parts to one pass", arguments: [2, 7])
  func mergesParts(_ count: Int) {
    var source = SplitMix64(seed: UInt64(count))
    let rows = Self.rows
    let whole = BoundedCategoryCounts(of: rows)
    let parts = source.parts(of: rows, count: count).map { BoundedCategoryCounts(of: $0) }
    #expect(parts.reduce(BoundedCategoryCounts()) { $0.merged(with: $1) } == whole)
    #expect(parts.reversed().reduce(BoundedCategoryCounts()) { $1.merged(with: $0) } == whole)
    #expect(whole.merged(with: BoundedCategoryCounts()) == whole)
    #expect(BoundedCategoryCounts().merged(with: whole) == whole)
  }

  @Test("merge associatively")
  func mergesAssociatively() {
    var source = SplitMix64(seed: 8)
    let parts = source.parts(of: Self.rows, count: 3).map { BoundedCategoryCounts(of: $0) }
    let left = parts[0].merged(with: parts[1]).merged(with: parts[2])
    let right = parts[0].merged(with: parts[1].merged(with: parts[2]))
    #expect(left == right)
  }

  @Test("estimate the number of distinct texts beyond the capacity")
  func estimatesDistinct() {
    // 1/√(k − 2) for k = 1,000, four times.
    let estimate = BoundedCategoryCounts(of: Self.rows).distinctEstimate
    #expect((estimate / 5_000 - 1).magnitude < 4 * 0.0317)
  }

  @Test("come back from what they hold and go on alike")
  func restores() {
    let rows = Self.rows
    let whole = BoundedCategoryCounts(of: rows)
    let half = BoundedCategoryCounts(of: rows.prefix(rows.count / 2))
    var restored = BoundedCategoryCounts(counts: half.counts, otherCount: half.otherCount)
    #expect(restored == half)
    for row in rows.dropFirst(rows.count / 2) { restored.add(row) }
    #expect(restored == whole)
  }

  /// 5,000 distinct texts, one to five times each, in a fixed random order.
  private static let rows: [String] = {
    var source = SplitMix64(seed: 77)
    return (0..<5_000).flatMap { [String](repeating: "text \($0)", count: $0 % 5 + 1) }
      .shuffled(using: &source)
  }()
}

extension BoundedCategoryCounts {
  init(of rows: some Sequence<String>) {
    self.init()
    for row in rows { add(row) }
  }
}
