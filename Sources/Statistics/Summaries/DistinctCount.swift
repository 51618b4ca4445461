/// Number of distinct values: exact while few, an estimate with known error beyond.
///
/// Keeps the `capacity` smallest hashes that occurred. While it is not full the count is exact;
/// afterwards it is (k − 1) / U₍ₖ₎ with a relative standard error of 1/√(k − 2), 6 % for k = 256.
///
/// - Complexity: O(log k) per value that enters, O(1) for one that does not; 8k bytes.
///
/// Source: Z. Bar-Yossef et al., *Counting distinct elements in a data stream*, 2002 (k minimum
/// values); K. Beyer et al., *On synopses for distinct-value estimation*, 2007.
package struct DistinctCount: Sendable, Equatable {
  package static let capacity = 256

  /// The smallest hashes so far, ascending.
  package private(set) var hashes: [UInt64]

  package init() {
    hashes = []
  }

  /// A sketch that holds what another one held: `hashes` ascending, at most ``capacity`` of them.
  package init?(hashes: [UInt64]) {
    guard hashes.count <= Self.capacity, zip(hashes, hashes.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.hashes = hashes
  }

  package mutating func add(_ number: Double) {
    insert(StableHash.of(number))
  }

  /// Adds many numbers at once, with the same result as one after the other.
  ///
  /// Of many different numbers only those can enter whose hash is among the smallest, so that most
  /// are dropped after one comparison. The bound is a guess first: if too few hashes lie below it,
  /// as with few different numbers, everything is looked at again.
  package mutating func add(contentsOf numbers: Span<Double>) {
    let bound = isExact ? UInt64.max : hashes[Self.capacity - 1]
    let guess = UInt64.max / UInt64(max(numbers.count, 1))
    let (guessed, overflows) = guess.multipliedReportingOverflow(by: UInt64(Self.capacity * 5 / 4))
    if !overflows, guessed < bound {
      let merged = Self.smallest(hashes, Self.hashes(of: numbers, upTo: guessed))
      if merged.count == Self.capacity, merged[Self.capacity - 1] <= guessed {
        hashes = merged
        return
      }
    }
    let candidates = Self.hashes(of: numbers, upTo: bound)
    if !candidates.isEmpty { hashes = Self.smallest(hashes, candidates) }
  }

  private static func hashes(of numbers: Span<Double>, upTo bound: UInt64) -> [UInt64] {
    var found: [UInt64] = []
    for index in numbers.indices {
      let hash = StableHash.of(numbers[index])
      if hash <= bound { found.append(hash) }
    }
    KeySort.sort(&found, spreadUpTo: bound)
    return found
  }

  /// The smallest different hashes of two ascending lists.
  private static func smallest(_ one: [UInt64], _ other: [UInt64]) -> [UInt64] {
    var merged: [UInt64] = []
    merged.reserveCapacity(capacity)
    var (first, second) = (0, 0)
    while merged.count < capacity, first < one.count || second < other.count {
      let takesFirst =
        second == other.count || (first < one.count && one[first] <= other[second])
      let hash = takesFirst ? one[first] : other[second]
      if takesFirst { first += 1 } else { second += 1 }
      if merged.last != hash { merged.append(hash) }
    }
    return merged
  }

  /// True while ``estimate`` is the exact number.
  package var isExact: Bool { hashes.count < Self.capacity }

  /// Number of distinct values.
  package var estimate: Double {
    guard !isExact, let largest = hashes.last else { return Double(hashes.count) }
    let position = (Double(largest) + 1) / 0x1p64
    return (Double(Self.capacity - 1) / position).rounded()
  }

  private mutating func insert(_ hash: UInt64) {
    if hashes.count == Self.capacity, let largest = hashes.last, hash >= largest { return }
    var lower = 0
    var upper = hashes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if hashes[middle] < hash { lower = middle + 1 } else { upper = middle }
    }
    if lower < hashes.count, hashes[lower] == hash { return }
    hashes.insert(hash, at: lower)
    if hashes.count > Self.capacity { hashes.removeLast() }
  }
}

extension DistinctCount: Mergeable {
  package mutating func merge(_ other: DistinctCount) {
    for hash in other.hashes { insert(hash) }
  }
}
