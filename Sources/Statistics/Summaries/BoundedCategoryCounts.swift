/// How often each of many texts occurred, in bounded memory.
///
/// Of more than `capacity` distinct texts those with the smallest hashes are kept by name and the
/// rest is counted together. Which ones are kept depends on the set of texts alone: a text that was
/// once pushed out can never come back, so every count that is shown is complete, and parts merge
/// to the same result in any order.
package struct BoundedCategoryCounts: Sendable, Equatable {
  package static let capacity = 1_000

  /// The texts that are kept, ascending by hash, of equal hashes by text.
  private var entries: [Entry]
  /// Rows of the texts that are not kept by name.
  package private(set) var otherCount: Int
  /// True once a text was pushed out.
  package var isTruncated: Bool { otherCount > 0 }

  private struct Entry: Sendable, Equatable, Comparable {
    let hash: UInt64
    let text: String
    var count: Int

    /// Order of the texts; counts play no part.
    static func < (left: Entry, right: Entry) -> Bool {
      left.hash != right.hash ? left.hash < right.hash : left.text < right.text
    }
  }

  package init() {
    entries = []
    otherCount = 0
  }

  package init(counts: [String: Int], otherCount: Int) {
    self.otherCount = otherCount
    entries = counts.map { Entry(hash: StableHash.of($0), text: $0, count: $1) }.sorted()
  }

  /// The counts of texts that are all different, with the same result as adding one after the other.
  ///
  /// - Complexity: O(n log n) for n texts.
  ///
  /// - Parameter texts: With the ``StableHash`` of each.
  package init(distinct texts: [(text: String, hash: UInt64, count: Int)]) {
    // Positions instead of texts: to move those costs more than to compare them.
    var places = texts.indices.filter { texts[$0].count > 0 }.map { (texts[$0].hash, $0) }
    places.sort { left, right in
      left.0 != right.0 ? left.0 < right.0 : texts[left.1].text < texts[right.1].text
    }
    entries = places.prefix(Self.capacity).map { hash, index in
      Entry(hash: hash, text: texts[index].text, count: texts[index].count)
    }
    otherCount = places.dropFirst(Self.capacity).reduce(0) { $0 + texts[$1.1].count }
  }

  /// Counts of the texts that are kept by name.
  package var counts: [String: Int] {
    Dictionary(entries.lazy.map { ($0.text, $0.count) }, uniquingKeysWith: +)
  }

  package mutating func add(_ text: String, times: Int = 1) {
    guard times > 0 else { return }
    let entry = Entry(hash: StableHash.of(text), text: text, count: times)
    let place = entries.span.partitionPoint { $0 < entry }
    if place < entries.count, !(entry < entries[place]) {
      entries[place].count += times
    } else if place == entries.count, isTruncated || place == Self.capacity {
      // After something was pushed out, a text beyond the largest kept hash is one of the others.
      otherCount += times
    } else {
      entries.insert(entry, at: place)
      if entries.count > Self.capacity { otherCount += entries.removeLast().count }
    }
  }

  /// Sum of all counts.
  package var total: Int { entries.reduce(otherCount) { $0 + $1.count } }

  /// Number of distinct texts: exact unless truncated, else the k-minimum-values estimate.
  package var distinctEstimate: Double {
    guard isTruncated else { return Double(entries.count) }
    return (Double(Self.capacity - 1) / ((Double(entries.last?.hash ?? 0) + 1) / 0x1p64)).rounded()
  }
}

extension BoundedCategoryCounts: Mergeable {
  package mutating func merge(_ other: BoundedCategoryCounts) {
    if other.entries.isEmpty, other.otherCount == 0 { return }
    if entries.isEmpty, otherCount == 0 {
      self = other
      return
    }
    // A truncated side has seen everything below its largest hash; beyond it only "others" is known.
    let horizon = [self, other].filter(\.isTruncated).compactMap(\.entries.last).min()
    var all = Self.merged(entries, other.entries)
    otherCount += other.otherCount
    while let last = all.last, all.count > Self.capacity || horizon.map({ $0 < last }) ?? false {
      otherCount += last.count
      all.removeLast()
    }
    entries = all
  }

  /// Both lists in one, the counts of a text together.
  private static func merged(_ one: [Entry], _ other: [Entry]) -> [Entry] {
    var result: [Entry] = []
    result.reserveCapacity(one.count + other.count)
    var (first, second) = (0, 0)
    while first < one.count, second < other.count {
      let (left, right) = (one[first], other[second])
      if left < right {
        result.append(left)
        first += 1
      } else if right < left {
        result.append(right)
        second += 1
      } else {
        result.append(Entry(hash: left.hash, text: left.text, count: left.count + right.count))
        first += 1
        second += 1
      }
    }
    result += one[first...]
    result += other[second...]
    return result
  }
}
