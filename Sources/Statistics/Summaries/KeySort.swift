/// Sorts whole numbers faster than by comparing them.
package enum KeySort {
  /// Below this many numbers, comparing is as fast.
  private static let leastCount = 512
  private static let digitBits = 11
  private static let digitCount = 3

  /// Sorts ascending.
  ///
  /// The 33 highest bits in which the numbers differ are sorted digit by digit; numbers that are
  /// equal in all of them, which lie together then, are compared.
  ///
  /// - Complexity: O(n) for numbers that differ in these bits, O(n log n) at worst; n numbers of
  ///   working memory.
  package static func sort(_ numbers: inout [UInt64]) {
    guard numbers.count >= leastCount else { return numbers.sort() }
    var (common, union) = (UInt64.max, UInt64.zero)
    for number in numbers {
      common &= number
      union |= number
    }
    let top = 64 - (common ^ union).leadingZeroBitCount
    let shift = UInt64(max(0, top - digitBits * digitCount))
    var other = [UInt64](repeating: 0, count: numbers.count)
    for digit in 0..<digitCount where Int(shift) + digit * digitBits < top {
      distribute(numbers, into: &other, shift: shift + UInt64(digit * digitBits))
      swap(&numbers, &other)
    }
    if shift > 0 { sortRuns(of: &numbers, shift: shift) }
  }

  /// Sorts ascending numbers that are spread evenly, as hashes are.
  ///
  /// They are dealt into buckets by their size, one to a bucket on the average, and then put in order by
  /// insertion, for which few have to move.
  ///
  /// - Parameter bound: No number is larger.
  /// - Complexity: O(n) for evenly spread numbers; O(n log n) for too many or too few of them.
  package static func sort(_ numbers: inout [UInt64], spreadUpTo bound: UInt64) {
    let bits = Int.bitWidth - numbers.count.leadingZeroBitCount
    guard numbers.count >= 32, bits <= 12 else { return sort(&numbers) }
    let width = UInt64.bitWidth - bound.leadingZeroBitCount
    let shift = UInt64(max(0, width - bits))
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for number in numbers { starts[Int(number &>> shift) + 1] += 1 }
    guard (starts.max() ?? 0) <= 32 else { return numbers.sort() }
    for bucket in starts.indices.dropFirst() { starts[bucket] += starts[bucket - 1] }
    var sorted = [UInt64](repeating: 0, count: numbers.count)
    for number in numbers {
      let bucket = Int(number &>> shift)
      sorted[starts[bucket]] = number
      starts[bucket] += 1
    }
    for end in sorted.indices.dropFirst() {
      let moving = sorted[end]
      var hole = end
      while hole > 0, sorted[hole - 1] > moving {
        sorted[hole] = sorted[hole - 1]
        hole -= 1
      }
      sorted[hole] = moving
    }
    numbers = sorted
  }

  /// Finite numbers in ascending order, as `sorted()` has them.
  package static func sorted(_ numbers: [Double]) -> [Double] {
    // A key does not tell −0 from 0.
    guard !numbers.contains(where: { $0 == 0 && $0.sign == .minus }) else {
      return numbers.sorted()
    }
    var keys = numbers.map(ValueCounts.key)
    sort(&keys)
    return keys.map(ValueCounts.number)
  }

  private static func distribute(_ numbers: [UInt64], into target: inout [UInt64], shift: UInt64) {
    let mask = UInt64(1 << digitBits - 1)
    var starts = [Int](repeating: 0, count: 1 << digitBits)
    var places = starts.mutableSpan
    for number in numbers { places[Int(number >> shift & mask)] += 1 }
    var sum = 0
    for digit in 0..<places.count {
      let count = places[digit]
      places[digit] = sum
      sum += count
    }
    var target = target.mutableSpan
    for number in numbers {
      let digit = Int(number >> shift & mask)
      target[places[digit]] = number
      places[digit] += 1
    }
  }

  private static func sortRuns(of numbers: inout [UInt64], shift: UInt64) {
    var start = 0
    while start < numbers.count {
      let prefix = numbers[start] >> shift
      var end = start + 1
      var isAscending = true
      while end < numbers.count, numbers[end] >> shift == prefix {
        isAscending = isAscending && numbers[end - 1] <= numbers[end]
        end += 1
      }
      if !isAscending { numbers[start..<end].sort() }
      start = end
    }
  }
}
