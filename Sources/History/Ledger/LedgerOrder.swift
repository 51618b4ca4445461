/// Sorts keys that are spread evenly, as digests are.
enum LedgerOrder {
  /// The positions of the keys in ascending order; of equal keys the earlier position comes first.
  ///
  /// The keys are dealt into buckets by their first bits, a few to a bucket, and each bucket is
  /// sorted by insertion.
  ///
  /// - Complexity: O(n) for evenly spread keys; O(n²) if they all shared their first 16 bits.
  static func order(of high: [UInt64], _ low: [UInt64]) -> [Int] {
    let bits = bucketBits(for: high.count)
    guard bits > 0 else {
      return high.indices.sorted { precedes($0, $1, high, low) }
    }
    let shift = UInt64(64 - bits)
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for key in high { starts[Int(key >> shift) + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    var order = [Int](repeating: 0, count: high.count)
    for (position, key) in high.enumerated() {
      let bucket = Int(key >> shift)
      order[next[bucket]] = position
      next[bucket] += 1
    }
    for bucket in 0..<(starts.count - 1) {
      sort(&order, starts[bucket]..<starts[bucket + 1], high, low)
    }
    return order
  }

  private static func bucketBits(for count: Int) -> Int {
    count < 1_024 ? 0 : min(16, Int.bitWidth - (count / 8).leadingZeroBitCount)
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

  private static func precedes(
    _ left: Int, _ right: Int, _ high: [UInt64], _ low: [UInt64]
  ) -> Bool {
    if high[left] != high[right] { return high[left] < high[right] }
    return low[left] != low[right] ? low[left] < low[right] : left < right
  }
}
