import Statistics

/// Exact sums. Until version 6 their digits to the base 2³² were written one by one, seven bits a byte; since
/// version 7 the bytes of the magnitude are written as they are, without the zeros at both ends.
extension ProfileWriter {
  mutating func write(_ sum: ExactSum) {
    let stored = sum.stored
    let bytes = stored.digits.flatMap { digit in
      (0..<4).map { UInt8(truncatingIfNeeded: digit >> UInt32(8 * $0)) }
    }
    let first = bytes.firstIndex { $0 != 0 } ?? 0
    let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    let flags: UInt64 = (stored.isNegative ? 1 : 0) | (stored.overflowed ? 2 : 0)
    write(flags | UInt64(4 * stored.skipped + first) << 2)
    write(end - first)
    append(bytes[first..<end])
  }
}

extension ProfileReader {
  mutating func exactSum() throws(ProfileCodecError) -> ExactSum {
    let flags: UInt64
    let skipped: Int
    let digits: [UInt32]
    if hasParts {
      let head = try word()
      flags = head & 3
      let zeros = Int(head >> 2)
      let length = try count()
      guard zeros < 1 << 10, length < 1 << 10 else { throw .invalid("sum") }
      skipped = zeros / 4
      digits = try self.digits(length, after: zeros % 4)
    } else {
      flags = try word()
      skipped = try count()
      digits = try list { reader throws(ProfileCodecError) in
        guard let digit = UInt32(exactly: try reader.word()) else { throw .invalid("sum") }
        return digit
      }
    }
    let stored = ExactSum.Stored(
      isNegative: flags & 1 != 0, skipped: skipped, digits: digits, overflowed: flags & 2 != 0)
    guard let sum = ExactSum(stored) else { throw .invalid("sum") }
    return sum
  }

  /// The next bytes as digits to the base 2³², after some bytes of zero.
  private mutating func digits(
    _ length: Int, after zeros: Int
  ) throws(ProfileCodecError) -> [UInt32] {
    guard length > 0 else { return [] }
    guard length <= bytes.count - position else { throw .truncated }
    var digits = [UInt32](repeating: 0, count: (zeros + length + 3) / 4)
    for offset in 0..<length {
      let place = zeros + offset
      digits[place / 4] |= UInt32(bytes[position + offset]) << UInt32(8 * (place % 4))
    }
    try skip(to: position + length)
    return digits
  }
}
