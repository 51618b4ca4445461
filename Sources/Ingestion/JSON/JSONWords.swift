/// Looks at eight bytes at a time; the one file of the JSON reader with unsafe loads.
///
/// Every load is checked against the bounds of the span. Callers keep eight bytes of room behind the
/// last byte that they look at. Bytes are numbered from the lowest of a word on.
enum JSONWords {
  /// Room that a buffer must have behind its content.
  static let padding = 8

  /// The eight bytes from `position`, the first one lowest.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    // Any bytes are a UInt64, and the load checks that they lie within the span.
    UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: position, as: UInt64.self))
  }

  /// Keeps the lowest `count` bytes of a word; 1 to 8.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    .max >> UInt64(64 - 8 * count)
  }

  /// The first quote, backslash or control character from `start` on, or `end`.
  @inline(__always)
  static func endOfPlainText(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let word = word(bytes, at: position)
      let quotes = zeroBytes(word ^ (low &* UInt64(UInt8(ascii: "\""))))
      let backslashes = zeroBytes(word ^ (low &* UInt64(UInt8(ascii: "\\"))))
      let controls = (word &- low &* 0x20) & ~word & high
      let found = quotes | backslashes | controls
      if found != 0 { return min(end, position + found.trailingZeroBitCount / 8) }
      position += 8
    }
    return end
  }

  /// The first line feed from `start` on, or `end`.
  @inline(__always)
  static func endOfLine(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let found = zeroBytes(word(bytes, at: position) ^ (low &* UInt64(UInt8(ascii: "\n"))))
      if found != 0 { return min(end, position + found.trailingZeroBitCount / 8) }
      position += 8
    }
    return end
  }

  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of the lowest byte that is 0; bits above it may be set too.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- low) & ~word & high
  }
}
