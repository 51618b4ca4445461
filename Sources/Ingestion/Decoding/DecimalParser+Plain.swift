extension DecimalParser {
  /// Reads `[-] digits [. digits]` of at most 16 characters after the sign that one operation rounds
  /// correctly: nearly every number of a log. nil for anything else, number or not.
  ///
  /// The text is looked at as one or two words of eight characters that end with it. The point is
  /// taken out by shifting what stands before it, and eight digits become a number by three
  /// multiplications (D. Lemire, *Number parsing at a gigabyte per second*, 2021, section 3).
  ///
  /// - Complexity: O(1), without a loop over the digits or a branch that depends on them.
  @inline(__always)
  static func plain(_ bytes: Span<UInt8>, _ cell: CellRange) -> Double? {
    let end = cell.end
    // Sixteen bytes before the end must be there to be read, be they of the cell or not.
    guard end >= 16, cell.start < end else { return nil }
    let isNegative = bytes[cell.start] == Byte.minus
    let count = cell.count &- (isNegative ? 1 : 0)
    let late = ByteSearch.word(bytes, at: end &- 8)
    let read =
      count <= 8
      ? decimal(count, late)
      : decimal(count, ByteSearch.word(bytes, at: end &- 16), late)
    guard let (mantissa, fraction) = read else { return nil }
    // Both operands of the division are exact.
    let value = Double(mantissa) / powersOfTen[fraction]
    // Signs lie at random, and a branch on one would be guessed wrongly every other time.
    return Double(bitPattern: value.bitPattern | (isNegative ? 1 << 63 : 0))
  }

  /// The digits without the point, and how many stand after it.
  ///
  /// - Parameters:
  ///   - count: How many characters there are, at the end of the word.
  ///   - word: Eight characters.
  @inline(__always)
  private static func decimal(_ count: Int, _ word: UInt64) -> (mantissa: Int, fraction: Int)? {
    guard count >= 1 else { return nil }
    var word = withoutFirst(8 &- count, of: word)
    let points = ByteSearch.matches(word ^ ByteSearch.repeated(Byte.point))
    var fraction = 0
    // A second point stays where it is and is found to be no digit.
    if points != 0 {
      // A point alone is no number.
      guard count > 1 else { return nil }
      let place = points.trailingZeroBitCount &>> 3
      fraction = 7 &- place
      word = shifted(word, upTo: place, filledWith: UInt64(Byte.zero))
    }
    guard isDigits(word) else { return nil }
    return (Int(truncatingIfNeeded: value(of: word)), fraction)
  }

  /// The same for 9...16 characters at the end of two words.
  @inline(__always)
  private static func decimal(
    _ count: Int, _ first: UInt64, _ second: UInt64
  ) -> (mantissa: Int, fraction: Int)? {
    guard count <= 16 else { return nil }
    var early = withoutFirst(16 &- count, of: first)
    var late = second
    let points = ByteSearch.repeated(Byte.point)
    let lateMatches = ByteSearch.matches(late ^ points)
    let earlyMatches = ByteSearch.matches(early ^ points)
    var fraction = 0
    if lateMatches != 0 {
      let place = lateMatches.trailingZeroBitCount &>> 3
      fraction = 7 &- place
      late = shifted(late, upTo: place, filledWith: early &>> 56)
      early = early &<< 8 | UInt64(Byte.zero)
    } else if earlyMatches != 0 {
      let place = earlyMatches.trailingZeroBitCount &>> 3
      fraction = 15 &- place
      early = shifted(early, upTo: place, filledWith: UInt64(Byte.zero))
    }
    guard isDigits(late), isDigits(early) else { return nil }
    let mantissa = value(of: early) &* 100_000_000 &+ value(of: late)
    return mantissa <= 1 << 53 ? (Int(truncatingIfNeeded: mantissa), fraction) : nil
  }

  /// Eight zeros as text.
  private static let zeros = ByteSearch.repeated(Byte.zero)

  /// Zeros in place of the first characters of a word: 0...8 of them.
  @inline(__always)
  private static func withoutFirst(_ count: Int, of word: UInt64) -> UInt64 {
    let kept = ~UInt64(0) << UInt64(8 &* count)
    return (word & kept) | (zeros & ~kept)
  }

  /// The characters before a place moved over it by one, with another one in the first place.
  @inline(__always)
  private static func shifted(_ word: UInt64, upTo place: Int, filledWith first: UInt64) -> UInt64 {
    let before: UInt64 = (1 &<< UInt64(8 &* place)) &- 1
    let after = ~before &<< 8
    return (word & after) | ((word & before) &<< 8) | first
  }

  /// Whether all eight characters are digits.
  @inline(__always)
  private static func isDigits(_ word: UInt64) -> Bool {
    // 3 above, and still 3 when six is added below: 0...9.
    let sixes: UInt64 = 0x0606_0606_0606_0606
    let tops: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    return (word & tops) == zeros && ((word &+ sixes) & tops) == zeros
  }

  /// The number that eight digits write, the first one lowest in the word.
  @inline(__always)
  private static func value(of word: UInt64) -> UInt64 {
    let digits = word &- zeros
    let pairs = digits &* 10 &+ (digits &>> 8)
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let first = (pairs & mask) &* (100 &+ (1_000_000 &<< 32))
    let second = ((pairs &>> 16) & mask) &* (1 &+ (10_000 &<< 32))
    return (first &+ second) &>> 32
  }
}
