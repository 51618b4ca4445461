import Statistics
import Testing

@testable import History

@Suite("PackedColumn")
struct PackedColumnTests {
  private func words(
    _ codes: [UInt64], _ density: PackedColumn.Density, isNumber: Bool = false
  ) -> [UInt64] {
    var words: [UInt64] = [7]
    PackedColumn.write(codes, density: density, isNumber: isNumber, to: &words)
    return words
  }

  private func expectRoundTrip(_ codes: [UInt64], isNumber: Bool = false) throws {
    for density in [PackedColumn.Density.passing, .light, .dense] {
      let words = words(codes, density, isNumber: isNumber)
      var position = 1
      let read = try PackedColumn.read(codes.count, from: words, at: &position)
      #expect(read == codes)
      #expect(position == words.count)
    }
  }

  @Test("gives back any codes, of every width")
  func anyWidth() throws {
    var random = SplitMix64(seed: 3)
    for width in 0...64 {
      let mask: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
      let base = random.next() >> 1
      for count in [0, 1, 2, 63, 64, 65] {
        let codes = (0..<count).map { _ in
          width == 64 ? random.next() : base & ~mask | random.next() & mask
        }
        try expectRoundTrip(codes)
        try expectRoundTrip(codes.enumerated().map { $0 % 5 == 0 ? 0 : $1 })
      }
    }
  }

  @Test("gives back the extremes", arguments: [[0], [.max], [0, .max], [1, .max, 0], [0, 0, 1]])
  func extremes(_ codes: [UInt64]) throws {
    try expectRoundTrip(codes)
  }

  @Test(
    "gives back numbers to the bit",
    arguments: [
      [0.1, 0.25, 123_456.789, -3, 0], [-0.0, 1], [.leastNonzeroMagnitude, 1], [1e300, -1e-300],
      [0.1 + 0.2, 0.3], [9_007_199_254_740_991, 0.5], [1e15, 1e-15],
    ] as [[Double]])
  func numbers(_ numbers: [Double]) throws {
    let codes = numbers.map(LedgerAnswers.code)
    try expectRoundTrip(codes, isNumber: true)
    try expectRoundTrip(codes + [0], isNumber: true)
  }

  @Test("takes 20 bits for numbers with six decimals between 0 and 1")
  func decimals() throws {
    var random = SplitMix64(seed: 5)
    let codes = (0..<6_400).map { _ in
      LedgerAnswers.code(of: Double(random.next() % 1_000_000) / 1_000_000)
    }
    #expect(words(codes, .dense, isNumber: true).count == 1 + 2 + 6_400 * 20 / 64)
    try expectRoundTrip(codes, isNumber: true)
  }

  @Test("takes 9 bits for the days of a year, in milliseconds")
  func days() throws {
    let codes = (0..<640).map { LedgerTime.code(of: Int64($0 % 365) * 86_400_000 + 5) }
    #expect(words(codes, .dense).count == 1 + 2 + 640 * 9 / 64)
    try expectRoundTrip(codes)
  }

  @Test("takes no space for a constant")
  func constant() throws {
    #expect(words([UInt64](repeating: 77, count: 1_000), .light).count == 3)
  }

  @Test("says of damaged words that they are")
  func damage() throws {
    let whole = words([1, 5, 900], .dense)
    for end in 1..<whole.count {
      var position = 1
      #expect(throws: LedgerFault.self) {
        try PackedColumn.read(3, from: Array(whole[..<end]), at: &position)
      }
    }
    var position = 0
    #expect(throws: LedgerFault.self) {
      try PackedColumn.read(1, from: [65, 0, 0, 0], at: &position)
    }
  }

  @Test("sorts keys as the standard library does, the earlier of equal ones first")
  func order() {
    var random = SplitMix64(seed: 9)
    for count in [0, 1, 5, 1_023, 5_000] {
      let high = (0..<count).map { _ in (random.next() & 0xFFF) << 50 }
      let low = (0..<count).map { _ in random.next() % 3 }
      let expected = high.indices.sorted {
        (high[$0], low[$0], $0) < (high[$1], low[$1], $1)
      }
      #expect(LedgerOrder.order(of: high, low) == expected)
    }
  }
}
