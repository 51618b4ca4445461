/// Number of distinct values: exact while few, an estimate with known error beyond.
///
/// Keeps hashes of the values, of ``hashBits`` bits. While there are fewer than `capacity` of them, their
/// number is the count: two of n values are taken for one with a chance of n² / 2⁴¹, 3 in 10⁸ for 255.
/// Once there are more the sketch is full: it keeps the `capacity` smallest, and of each the first
/// ``significantBits`` from its first one on. With the largest at U of the way through all hashes,
/// the count is (k − 1) / U, with a relative standard error of 1/√(k − 2), 6 % for k = 256. The bits left
/// out change it by at most 1 in 10⁷, and two of the hashes kept become one, which leaves k = 255, in
/// 1 of 700 sketches.
///
/// Which hashes are kept depends on the set of values alone: a hash is shortened by a rule that knows
/// only the hash, keeps order, and sets in when the values are too many.
///
/// - Complexity: O(log k) per value that enters, O(1) for one that does not; 8k bytes.
///
/// Source: Z. Bar-Yossef et al., *Counting distinct elements in a data stream*, 2002 (k minimum
/// values); K. Beyer et al., *On synopses for distinct-value estimation*, 2007.
package struct DistinctCount: Sendable, Equatable {
  package static let capacity = 256
  /// Leading bits of a hash that are kept of all.
  static let hashBits = 40
  /// Bits of a hash from its first one on that are kept once there are too many.
  static let significantBits = 24

  /// The smallest hashes so far, ascending, with zeros for the bits that are left out.
  private(set) var hashes: [UInt64]
  /// True while ``estimate`` is the exact number.
  package private(set) var isExact: Bool

  package init() {
    hashes = []
    isExact = true
  }

  /// - Parameters:
  ///   - hashes: Ascending, shortened as the sketch needs.
  init(shortened hashes: [UInt64], isExact: Bool) {
    self.hashes = hashes
    self.isExact = isExact
  }

  package mutating func add(_ number: Double) {
    let hash = isExact ? Self.leading(StableHash.of(number)) : Self.shortened(StableHash.of(number))
    if hashes.count == Self.capacity, let last = hashes.last, hash >= last { return }
    let place = hashes.span.partitionPoint { $0 < hash }
    if place < hashes.count, hashes[place] == hash { return }
    if isExact, hashes.count + 1 == Self.capacity {
      enter([hash])
    } else {
      hashes.insert(hash, at: place)
      if hashes.count > Self.capacity { hashes.removeLast() }
    }
  }

  /// Adds many numbers at once, with the same result as one after the other.
  ///
  /// Of many different numbers only those can enter whose hash is among the smallest, so that most
  /// are dropped after one comparison. The bound is a guess first: if too few hashes lie below it,
  /// as with few different numbers, everything is looked at again.
  package mutating func add(contentsOf numbers: Span<Double>) {
    let bound = hashes.count < Self.capacity ? UInt64.max : hashes[Self.capacity - 1]
    let guess = UInt64.max / UInt64(max(numbers.count, 1))
    let (guessed, overflows) = guess.multipliedReportingOverflow(by: UInt64(Self.capacity * 5 / 4))
    if !overflows, guessed < bound {
      var copy = self
      copy.enter(Self.hashes(of: numbers, upTo: guessed))
      if copy.hashes.count == Self.capacity, copy.hashes[Self.capacity - 1] <= guessed {
        self = copy
        return
      }
    }
    enter(Self.hashes(of: numbers, upTo: bound))
  }

  /// Leading bits, ascending, perhaps repeated.
  private static func hashes(of numbers: Span<Double>, upTo bound: UInt64) -> [UInt64] {
    var found: [UInt64] = []
    for index in numbers.indices {
      let hash = StableHash.of(numbers[index])
      if hash <= bound { found.append(leading(hash)) }
    }
    KeySort.sort(&found, spreadUpTo: bound)
    return found
  }

  /// Number of distinct values.
  package var estimate: Double {
    guard !isExact, let largest = hashes.last else { return Double(hashes.count) }
    // In the middle of what the largest hash may have been.
    let position = (Double(largest) + 0.5 * Double(1 << Self.droppedBits(of: largest))) / 0x1p64
    return (Double(hashes.count - 1) / position).rounded()
  }
}

// MARK: - Order

extension DistinctCount {
  /// Adds ascending hashes of which the leading bits are kept.
  private mutating func enter(_ more: [UInt64]) {
    guard !more.isEmpty else { return }
    if isExact {
      let all = Self.distinct(hashes, more)
      if all.count < Self.capacity {
        hashes = all
        return
      }
      isExact = false
      hashes = Self.distinct(all.map(Self.shortened), [])
    } else {
      hashes = Self.distinct(hashes, more.map(Self.shortened))
    }
    if hashes.count > Self.capacity { hashes.removeLast(hashes.count - Self.capacity) }
  }

  /// The different hashes of two ascending lists.
  private static func distinct(_ one: [UInt64], _ other: [UInt64]) -> [UInt64] {
    var merged: [UInt64] = []
    merged.reserveCapacity(one.count + other.count)
    var (first, second) = (0, 0)
    while first < one.count || second < other.count {
      let takesFirst =
        second == other.count || (first < one.count && one[first] <= other[second])
      let hash = takesFirst ? one[first] : other[second]
      if takesFirst { first += 1 } else { second += 1 }
      if merged.last != hash { merged.append(hash) }
    }
    return merged
  }

  /// The leading bits of a hash.
  static func leading(_ hash: UInt64) -> UInt64 {
    hash & (UInt64.max << UInt64(UInt64.bitWidth - hashBits))
  }

  /// What a full sketch keeps of a hash.
  static func shortened(_ hash: UInt64) -> UInt64 {
    let dropped = droppedBits(of: hash)
    return (hash >> dropped) << dropped
  }

  /// Bits that a full sketch leaves out of a hash: the same for a hash and what is kept of it.
  static func droppedBits(of hash: UInt64) -> UInt64 {
    let length = UInt64.bitWidth - hash.leadingZeroBitCount
    return UInt64(max(UInt64.bitWidth - hashBits, length - significantBits))
  }
}

extension DistinctCount: Mergeable {
  package mutating func merge(_ other: DistinctCount) {
    if isExact, !other.isExact {
      var copy = other
      copy.enter(hashes)
      self = copy
    } else {
      enter(other.hashes)
    }
  }
}
