/// How often each of many texts occurred, in bounded memory.
///
/// Of more than `capacity` distinct texts those with the smallest hashes are kept by name and the
/// rest is counted together. Which ones are kept depends on the set of texts alone: a text that was
/// once pushed out can never come back, so every count that is shown is complete, and parts merge
/// to the same result in any order.
package struct BoundedCategoryCounts: Sendable, Equatable {
  package static let capacity = 1_000

  /// Counts of the texts that are kept by name.
  package private(set) var counts: [String: Int]
  /// Rows of the texts that are not kept by name.
  package private(set) var otherCount: Int
  /// True once a text was pushed out.
  package var isTruncated: Bool { otherCount > 0 }

  /// The texts that are kept, ascending by hash, of equal hashes by text.
  private var order: [Kept]

  private struct Kept: Sendable, Equatable, Comparable {
    let hash: UInt64
    let text: String

    static func < (left: Kept, right: Kept) -> Bool {
      (left.hash, left.text) < (right.hash, right.text)
    }
  }

  package init() {
    counts = [:]
    otherCount = 0
    order = []
  }

  package init(counts: [String: Int], otherCount: Int) {
    self.counts = counts
    self.otherCount = otherCount
    order = counts.keys.map { Kept(hash: StableHash.of($0), text: $0) }.sorted()
  }

  /// The counts of texts that are all different, with the same result as adding one after the other.
  ///
  /// - Complexity: O(n log n) for n texts.
  ///
  /// - Parameter texts: With the ``StableHash`` of each.
  package init(distinct texts: [(text: String, hash: UInt64, count: Int)]) {
    // Positions instead of texts: to move those costs more than to compare them.
    var entries = texts.indices.filter { texts[$0].count > 0 }.map { (texts[$0].hash, $0) }
    entries.sort { left, right in
      left.0 != right.0 ? left.0 < right.0 : texts[left.1].text < texts[right.1].text
    }
    let kept = entries.prefix(Self.capacity)
    counts = Dictionary(minimumCapacity: kept.count)
    for (_, index) in kept { counts[texts[index].text] = texts[index].count }
    otherCount = entries.dropFirst(Self.capacity).reduce(0) { $0 + texts[$1.1].count }
    order = kept.map { Kept(hash: $0, text: texts[$1].text) }
  }

  package mutating func add(_ text: String, times: Int = 1) {
    guard times > 0 else { return }
    if let known = counts[text] {
      counts[text] = known + times
      return
    }
    let entry = Kept(hash: StableHash.of(text), text: text)
    // After something was pushed out, a text beyond the largest kept hash is one of the others.
    if counts.count == Self.capacity || isTruncated, let last = order.last, last < entry {
      otherCount += times
      return
    }
    counts[text] = times
    order.insert(entry, at: place(of: entry))
    if counts.count > Self.capacity { removeLargest() }
  }

  private var isEmpty: Bool { order.isEmpty && otherCount == 0 }

  /// Sum of all counts.
  package var total: Int { counts.values.reduce(otherCount, +) }

  /// Number of distinct texts: exact unless truncated, else the k-minimum-values estimate.
  package var distinctEstimate: Double {
    guard isTruncated else { return Double(counts.count) }
    return (Double(Self.capacity - 1) / ((Double(order.last?.hash ?? 0) + 1) / 0x1p64)).rounded()
  }

  private mutating func removeLargest() {
    let largest = order.removeLast()
    otherCount += counts.removeValue(forKey: largest.text) ?? 0
  }

  /// Where an entry belongs in the order.
  private func place(of entry: Kept) -> Int {
    var lower = 0
    var upper = order.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if order[middle] < entry { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}

extension BoundedCategoryCounts: Mergeable {
  /// Adds complete counts to complete ones: most texts are known, and each is looked up once.
  private mutating func addAll(_ other: [String: Int]) {
    var new: [Kept] = []
    for (text, count) in other {
      if let place = counts.index(forKey: text) {
        counts.values[place] += count
      } else {
        new.append(Kept(hash: StableHash.of(text), text: text))
      }
    }
    guard !new.isEmpty else { return }
    for entry in new { counts[entry.text] = other[entry.text] }
    order = (order + new).sorted()
    while order.count > Self.capacity { removeLargest() }
  }

  package mutating func merge(_ other: BoundedCategoryCounts) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    if !isTruncated, !other.isTruncated {
      addAll(other.counts)
      return
    }
    // A truncated side has seen everything below its largest hash; beyond it only "others" is known.
    let horizon = [self, other].filter(\.isTruncated).compactMap(\.order.last).min()
    let all = counts.merging(other.counts, uniquingKeysWith: +)
    let union =
      Set(order.map(\.text)).isSuperset(of: other.counts.keys)
      ? order : all.keys.map { Kept(hash: StableHash.of($0), text: $0) }.sorted()
    otherCount += other.otherCount
    counts = [:]
    order = []
    for entry in union {
      let count = all[entry.text, default: 0]
      if order.count < Self.capacity, horizon.map({ entry <= $0 }) ?? true {
        counts[entry.text] = count
        order.append(entry)
      } else {
        otherCount += count
      }
    }
  }
}
