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
