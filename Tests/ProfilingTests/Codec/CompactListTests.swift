import Statistics
import Testing

@testable import Profiling

@Suite("Lists of a stored profile")
struct CompactListTests {
  /// Bits of every length, so that codes end at every place of a byte, and upper parts too long for
  /// unary.
  @Test("of numbers come back from their code", arguments: [1, 2, 7, 8, 9, 1_000])
  func packed(_ count: Int) throws {
    var source = SplitMix64(seed: UInt64(count))
    for width in 0...64 {
      var numbers = (0..<count).map { _ in width == 0 ? 0 : source.next() >> UInt64(64 - width) }
      numbers[count / 2] = UInt64.max >> UInt64(source.next() % 64)
      var writer = ProfileWriter()
      writer.write(packed: numbers)
      writer.write(77)
      var reader = try Self.reader(writer.bytes)
      #expect(try reader.packed(count) == numbers)
      #expect(try reader.count() == 77 && reader.isAtEnd)
    }
  }

  @Test("of counts come back in each form: all of one kind, few, about a middle, and far from it")
  func counts() throws {
    var source = SplitMix64(seed: 8)
    let lists: [[UInt64]] = [
      [], [0, 0, 0], [5], (0..<300).map { $0 % 50 == 0 ? 9 : 0 },
      (0..<300).map { _ in 1_000 + source.next() % 100 }, (0..<300).map { _ in source.next() % 3 },
      (0..<300).map { $0 == 7 ? 1 << 47 : 20 + source.next() % 9 },
      (0..<300).map { _ in source.next() >> 17 },
    ]
    for list in lists {
      var writer = ProfileWriter()
      writer.write(counts: list)
      var reader = try Self.reader(writer.bytes)
      #expect(try reader.counts(list.count) == list.map(Int.init))
      #expect(reader.isAtEnd)
    }
  }

  @Test("of counts about a middle take a fifth less than Rice's code of them")
  func folded() {
    var source = SplitMix64(seed: 3)
    // Sums of 24 coins thrown twice: 24 on the average, a spread of 3.5.
    let counts = (0..<4_096).map { _ in
      UInt64((source.next() & 0xFFFF_FFFF_FFFF).nonzeroBitCount)
    }
    var writer = ProfileWriter()
    writer.write(counts: counts)
    #expect(Double(writer.bytes.count * 8) < 0.8 * Double(RiceCode(for: counts).bitCount))
  }

  @Test("of names come back, with letters cut in two, and empty ones")
  func names() throws {
    let names = ["", "a", "ab", "abc", "b", "é", "è", "日本", "日木", "日本語"]
    var writer = ProfileWriter()
    writer.write(names: names)
    var reader = try Self.reader(writer.bytes)
    #expect(try reader.names() == names)
    #expect(reader.isAtEnd)
  }

  @Test("of names are refused that share more than there is, or are no text")
  func damagedNames() throws {
    for bytes in [[1, 1, 0], [1, 0, 2, 97], [1, 0, 1, 0xFF]] as [[UInt8]] {
      var reader = try Self.reader(bytes)
      #expect(throws: ProfileCodecError.self) { try reader.names() }
    }
  }

  @Test("of exact sums come back, with zeros at either end and either sign")
  func sums() throws {
    let terms: [[Double]] = [
      [], [1], [-1], [0x1p-1074], [-0x1p1000, 3], [.infinity, 1], [0.1, 0.2], [0x1p40],
    ]
    for terms in terms {
      var sum = ExactSum()
      for term in terms { sum.add(term) }
      var writer = ProfileWriter()
      writer.write(sum)
      var reader = try Self.reader(writer.bytes)
      #expect(try reader.exactSum() == sum)
      #expect(reader.isAtEnd)
    }
  }

  static func reader(_ bytes: [UInt8]) throws -> ProfileReader {
    var reader = ProfileReader(bytes)
    reader.version = 7
    return reader
  }
}

@Suite("Scores of parts of the rows")
struct RowSplitTests {
  /// Random scores with some digits, each of them in one of some parts or in none.
  private func scores(
    _ count: Int, digits: Double, parts: Int, isComplete: Bool
  ) -> (whole: ValueCounts, parts: [ValueCounts]) {
    var source = SplitMix64(seed: UInt64(count + parts))
    var whole = ValueCounts()
    var lists = [ValueCounts](repeating: ValueCounts(), count: parts)
    for _ in 0..<count {
      let score = (source.uniform() * digits).rounded() / digits
      whole.add(score)
      let part = Int(source.next() % UInt64(parts + (isComplete ? 0 : 1)))
      if part < parts { lists[part].add(score) }
    }
    return (whole, lists)
  }

  @Test(
    "come back, whether they are all or some of them, many or few",
    arguments: [(1, 1), (50, 2), (3_000, 5), (3_000, 50)])
  func comesBack(count: Int, parts: Int) throws {
    for (digits, isComplete) in [(1e2, true), (1e15, true), (1e15, false), (1e3, false)] {
      let (whole, lists) = scores(count, digits: digits, parts: parts, isComplete: isComplete)
      var writer = ProfileWriter()
      writer.write(parts: lists, of: whole)
      var reader = try CompactListTests.reader(writer.bytes)
      #expect(try reader.parts(parts, of: whole) == lists)
      #expect(reader.isAtEnd)
    }
  }

  @Test("take a bit more than tells the parts apart, however many digits they have")
  func size() {
    let (whole, lists) = scores(10_000, digits: 1e15, parts: 4, isComplete: true)
    var writer = ProfileWriter()
    writer.write(parts: lists, of: whole)
    // Two bits tell four parts apart; Rice's code of even ranks takes 2.5.
    #expect(writer.bytes.count <= 10_000 * 5 / 16 + 16)
  }

  @Test("stand by themselves when they are not among those of all rows, or these are on the grid")
  func alone() throws {
    let (whole, lists) = scores(20_000, digits: 1e15, parts: 3, isComplete: true)
    #expect(!whole.isExact && RowSplit(lists, of: whole) == nil)
    let few = scores(100, digits: 1e15, parts: 3, isComplete: true)
    #expect(RowSplit(few.parts, of: few.whole) != nil)
    #expect(RowSplit(few.parts + [few.parts[0]], of: few.whole) == nil)
    var strange = few.parts
    strange[1].add(7)
    #expect(RowSplit(strange, of: few.whole) == nil)
    for parts in [lists, strange] {
      var writer = ProfileWriter()
      writer.write(parts: parts, of: few.whole)
      var reader = try CompactListTests.reader(writer.bytes)
      #expect(try reader.parts(parts.count, of: few.whole) == parts)
    }
  }

  @Test("are refused when rows belong to parts that there are not")
  func damage() throws {
    let (whole, lists) = scores(40, digits: 1e15, parts: 2, isComplete: true)
    var writer = ProfileWriter()
    writer.write(parts: lists, of: whole)
    try #require(writer.bytes.first == 1)
    var reader = try CompactListTests.reader(writer.bytes)
    #expect(throws: ProfileCodecError.self) { try reader.parts(1, of: whole) }
    reader = try CompactListTests.reader(writer.bytes)
    #expect(throws: ProfileCodecError.self) { try reader.parts(2, of: nil) }
    reader = try CompactListTests.reader([1, 0, 0, 1] + writer.bytes.dropFirst(4))
    #expect(throws: ProfileCodecError.self) { try reader.parts(2, of: whole) }
  }
}
