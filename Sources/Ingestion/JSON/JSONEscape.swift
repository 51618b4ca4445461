/// The escapes of a JSON string (RFC 8259, section 7).
enum JSONEscape {
  /// Replaces the escapes of a string by what they stand for, in place: none is shorter than that.
  ///
  /// Half a surrogate pair stands for no character and becomes U+FFFD.
  ///
  /// - Parameter cell: A string between its quotes whose escapes are well formed.
  /// - Returns: Where the text now lies; it starts at the same place.
  static func resolve(_ cell: CellRange, in bytes: inout [UInt8]) -> CellRange {
    var origin = cell.start
    var target = cell.start
    func put(_ byte: UInt8) {
      bytes[target] = byte
      target += 1
    }
    while origin < cell.end {
      guard bytes[origin] == UInt8(ascii: "\\") else {
        put(bytes[origin])
        origin += 1
        continue
      }
      let letter = bytes[origin + 1]
      origin += 2
      switch letter {
      case UInt8(ascii: "b"): put(0x08)
      case UInt8(ascii: "f"): put(0x0C)
      case UInt8(ascii: "n"): put(0x0A)
      case UInt8(ascii: "r"): put(0x0D)
      case UInt8(ascii: "t"): put(0x09)
      case UInt8(ascii: "u"):
        let scalar = scalar(at: &origin, before: cell.end, in: bytes)
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte) }
      default: put(letter)
      }
    }
    return CellRange(cell.start, target)
  }

  /// The four hexadecimal digits from `start`, or nil.
  static func codeUnit(at start: Int, before end: Int, in bytes: Span<UInt8>) -> UInt16? {
    guard start + 4 <= end else { return nil }
    var unit: UInt16 = 0
    for index in start..<start + 4 {
      guard let digit = digit(bytes[index]) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Reads the digits after `\u`, and a second escape if both make a pair.
  private static func scalar(
    at origin: inout Int, before end: Int, in bytes: [UInt8]
  ) -> Unicode.Scalar {
    let first = codeUnit(at: origin, before: end, in: bytes.span) ?? 0xFFFD
    origin += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), origin + 6 <= end, bytes[origin] == UInt8(ascii: "\\"),
      bytes[origin + 1] == UInt8(ascii: "u"),
      let second = codeUnit(at: origin + 2, before: end, in: bytes.span),
      UTF16.isTrailSurrogate(second)
    else { return "\u{FFFD}" }
    origin += 6
    let offset = UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00)
    return Unicode.Scalar(0x10000 + offset) ?? "\u{FFFD}"
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
