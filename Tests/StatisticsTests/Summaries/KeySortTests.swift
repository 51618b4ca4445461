import Testing

@testable import Statistics

@Suite("Sorting whole numbers by digits")
struct KeySortTests {
  @Test(
    "gives what comparing gives",
    arguments: [0, 1, 511, 512, 5_000], [0, 1, 20, 33, 34, 52, 64] as [UInt64])
  func agrees(count: Int, bits: UInt64) {
    var source = SplitMix64(seed: bits &* 7_919 &+ UInt64(count))
    let mask: UInt64 = bits == 64 ? .max : (1 << bits) - 1
    // High bits in common, as numbers of one sign and size have them.
    var numbers = (0..<count).map { _ in (source.next() & mask) | (0xBF << 56) }
    let expected = numbers.sorted()
    KeySort.sort(&numbers)
    #expect(numbers == expected)
  }

  @Test("sorts numbers that differ in their lowest bits and in one high bit")
  func crowded() {
    var source = SplitMix64(seed: 5)
    var numbers = (0..<3_000).map { index in
      (index % 7 == 0 ? 1 << 63 : 0) | (source.next() & 0xFF)
    }
    let expected = numbers.sorted()
    KeySort.sort(&numbers)
    #expect(numbers == expected)
  }

  @Test(
    "puts numbers that are spread over a range in order",
    arguments: [0, 1, 31, 32, 320, 4_095, 5_000], [10, 1_000, 1 << 40, .max] as [UInt64])
  func spread(count: Int, bound: UInt64) {
    var source = SplitMix64(seed: bound &+ UInt64(count))
    var numbers = (0..<count).map { _ in UInt64.random(in: 0...bound, using: &source) }
    let expected = numbers.sorted()
    KeySort.sort(&numbers, spreadUpTo: bound)
    #expect(numbers == expected)
  }

  @Test("needs no spread to be right", arguments: [0, 1, 62] as [UInt64])
  func crowdedSpread(shift: UInt64) {
    var numbers = (0..<1_000).map { UInt64(1_000 - $0) >> shift } + [.max, 0]
    let expected = numbers.sorted()
    KeySort.sort(&numbers, spreadUpTo: .max)
    #expect(numbers == expected)
  }

  @Test("gives finite numbers back to the bit, zeros of either sign included")
  func numbers() {
    var source = SplitMix64(seed: 11)
    var numbers = (0..<2_000).map { _ in Double.random(in: -1e6...1e6, using: &source) }
    numbers += [
      0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude,
    ]
    #expect(KeySort.sorted(numbers).map(\.bitPattern) == numbers.sorted().map(\.bitPattern))
    let zeros = [1, -0.0, 0, -0.0, -1]
    #expect(KeySort.sorted(zeros).map(\.bitPattern) == zeros.sorted().map(\.bitPattern))
  }
}
