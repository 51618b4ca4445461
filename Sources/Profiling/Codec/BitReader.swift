/// Reads what ``RiceCode`` wrote, eight bytes at a time.
///
/// The bytes are an argument of every call, always the same ones. Behind their end are zeros; whoever
/// reads finds out by ``end`` that they were read.
struct BitReader {
  /// Index of the byte that comes next into the window.
  private var next: Int
  /// Bits that were taken from the bytes and not read yet, lowest first. Above those that are counted
  /// stand zeros or the bits that come next.
  private var window: UInt64 = 0
  /// How many bits of the window count.
  private var held: UInt64 = 0

  /// Begins at a byte.
  init(at start: Int) {
    next = start
  }

  /// Where the byte after the last one begins of which something was read.
  var end: Int { next - Int(held / 8) }

  /// Eight bytes as a number, lowest first.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    guard position <= bytes.count &- 8 else { return lastWord(bytes, at: position) }
    // Eight bytes from there on lie within the bytes. Byte by byte, reading a profile takes a fifth longer.
    return UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
        fromByteOffset: position, as: UInt64.self))
  }

  private static func lastWord(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    var word: UInt64 = 0
    for (shift, index) in (position..<max(position, bytes.count)).enumerated() {
      word |= UInt64(bytes[index]) << UInt64(8 * shift)
    }
    return word
  }

  /// Fills the window to at least 56 bits.
  @inline(__always)
  private mutating func fill(_ bytes: Span<UInt8>) {
    window |= Self.word(bytes, at: next) &<< held
    next &+= Int(truncatingIfNeeded: (63 &- held) &>> 3)
    held |= 56
  }

  /// - Parameter width: At most 56, and no more than the window holds.
  @inline(__always)
  private mutating func take(_ width: UInt64) -> UInt64 {
    let result = window & ((1 &<< width) &- 1)
    window &>>= width
    held &-= width
    return result
  }

  /// - Parameter width: At most 64.
  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>, width: UInt64) -> UInt64 {
    fill(bytes)
    guard width > 56 else { return take(width) }
    let lower = take(32)
    fill(bytes)
    return lower | take(width &- 32) &<< 32
  }

  /// One number as ``RiceCode`` writes it.
  ///
  /// - Parameter parameter: Below 64.
  @inline(__always)
  mutating func rice(_ bytes: Span<UInt8>, parameter: UInt64) -> UInt64 {
    // Short codes follow one another without a look at the bytes, which each would have to wait for.
    if held <= RiceCode.longest &+ parameter { fill(bytes) }
    let upper = UInt64(truncatingIfNeeded: (~window).trailingZeroBitCount)
    guard upper < RiceCode.longest else {
      fill(bytes)
      _ = take(RiceCode.longest)
      return number(bytes, width: 64)
    }
    _ = take(upper &+ 1)
    // After a fill there were 56 bits, of which 24 are gone at most.
    let lower = parameter <= 32 ? take(parameter) : number(bytes, width: parameter)
    return upper &<< parameter | lower
  }
}
