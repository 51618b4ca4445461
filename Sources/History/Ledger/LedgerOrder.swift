/// Sorts keys that are spread evenly over some range, as digests are.
enum LedgerOrder {
  /// The positions of the keys in ascending order; of equal keys the earlier position comes first.
  ///
  /// The keys are dealt into buckets by their first bits within the range, a few to a bucket, and each
  /// bucket is sorted by insertion.
  ///
  /// - Complexity: O(n) for evenly spread keys; O(n log n) if most of them shared a bucket.
  static func order(of high: [UInt64], _ low: [UInt64]) -> [Int] {
    guard high.count >= 64, let least = high.min(), let most = high.max() else {
      return high.indices.sorted { precedes($0, $1, high, low) }
    }
    // Twice as many buckets as keys at most, so that few buckets hold more than one.
    let bits = min(18, Int.bitWidth - high.count.leadingZeroBitCount)
    let shift = UInt64(max(0, UInt64.bitWidth - (most - least).leadingZeroBitCount - bits))
    var starts = [Int32](repeating: 0, count: 1 << bits + 1)
    for key in high { starts[Int((key - least) >> shift) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var order = [Int](repeating: 0, count: high.count)
    // Every start moves to the end of its bucket, which is the start of the next one.
    for (position, key) in high.enumerated() {
      let bucket = Int((key - least) >> shift)
      order[Int(starts[bucket])] = position
      starts[bucket] += 1
    }
    var start = 0
    for bucket in 0..<(starts.count - 1) {
      let end = Int(starts[bucket])
      if end - start > 1 { sort(&order, start..<end, high, low) }
      start = end
    }
    return order
  }

  private static func sort(
    _ order: inout [Int], _ range: Range<Int>, _ high: [UInt64], _ low: [UInt64]
  ) {
    guard range.count <= 64 else {
      order[range].sort { precedes($0, $1, high, low) }
      return
    }
    for end in range.dropFirst() {
      let moving = order[end]
      var hole = end
      while hole > range.lowerBound, precedes(moving, order[hole - 1], high, low) {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = moving
    }
  }

  @inline(__always)
  private static func precedes(
    _ left: Int, _ right: Int, _ high: [UInt64], _ low: [UInt64]
  ) -> Bool {
    if high[left] != high[right] { return high[left] < high[right] }
    return low[left] != low[right] ? low[left] < low[right] : left < right
  }
}
