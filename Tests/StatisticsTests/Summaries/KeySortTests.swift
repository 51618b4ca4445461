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
}
