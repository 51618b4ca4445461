/// Looks for single bytes, eight at a time.
///
/// The only place that reads several bytes at once; every read is checked to lie inside the span.
enum ByteSearch {
  /// The first position in the range that holds the byte, or the range's end.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let pattern = repeated(byte)
    var position = range.lowerBound
    while position &+ 32 <= range.upperBound {
      let found =
        matches(word(bytes, at: position) ^ pattern)
        | matches(word(bytes, at: position &+ 8) ^ pattern)
        | matches(word(bytes, at: position &+ 16) ^ pattern)
        | matches(word(bytes, at: position &+ 24) ^ pattern)
      if found != 0 { break }
      position &+= 32
    }
    while position + 8 <= range.upperBound {
      let found = matches(word(bytes, at: position) ^ pattern)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < range.upperBound, bytes[position] != byte { position += 1 }
    return position
  }

  /// The last position in the range that holds the byte.
  static func last(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var position = range.upperBound
    while position > range.lowerBound {
      position -= 1
      if bytes[position] == byte { return position }
    }
    return nil
  }

  /// How many positions of the range hold the byte.
  static func count(_ byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let pattern = repeated(byte)
    var count = 0
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      // A count of eight bits for each place in the word, summed up before one can overflow.
      let end = position + min(range.upperBound - position, 8 * 255) / 8 * 8
      var counts: UInt64 = 0
      while position < end {
        counts &+= matches(word(bytes, at: position) ^ pattern) >> 7
        position &+= 8
      }
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ ((counts >> 8) & 0x00FF_00FF_00FF_00FF)
      count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while position < range.upperBound {
      count += bytes[position] == byte ? 1 : 0
      position += 1
    }
    return count
  }

  /// Eight bytes from a position on, the first one lowest.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    precondition(position >= 0 && position <= bytes.count - 8, "A word outside the bytes.")
    // The precondition keeps all eight bytes inside the span.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// The byte in all eight places.
  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bit of every byte that is zero, exactly.
  ///
  /// Adding 0x7F to the low seven bits carries into the top bit unless they are all zero; there are
  /// no carries from one byte into the next.
  @inline(__always)
  static func matches(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
