/// What values are made of: strings, numbers, words, and the blanks between them.
extension JSONParser {
  /// What is wrong where reading stands; at the end of the line that it ends there.
  func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(position: position, reason: position == end ? .unfinished : reason)
  }

  /// Reads a string from its opening quote.
  @inline(__always)
  mutating func string(
    _ bytes: Span<UInt8>
  ) throws(JSONFault) -> (cell: CellRange, hasEscapes: Bool) {
    let start = position + 1
    let plain = JSONWords.endOfPlainText(bytes, from: start, to: end)
    if plain < end, bytes[plain] == Byte.quote {
      position = plain + 1
      return (CellRange(start, plain), false)
    }
    position = plain
    try restOfString(bytes)
    return (CellRange(start, position - 1), true)
  }

  /// Reads on from the first backslash, or whatever else is no plain text.
  mutating func restOfString(_ bytes: Span<UInt8>) throws(JSONFault) {
    while position < end {
      switch bytes[position] {
      case Byte.quote:
        position += 1
        return
      case Byte.backslash: try escape(bytes)
      default: throw fault(.controlCharacter)
      }
      position = JSONWords.endOfPlainText(bytes, from: position, to: end)
    }
    throw fault(.unfinished)
  }

  mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
    guard position + 1 < end else {
      position = end
      throw fault(.unfinished)
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard JSONEscape.codeUnit(at: position + 2, before: end, in: bytes) != nil else {
        throw fault(.malformedEscape)
      }
      position += 6
    default: throw fault(.malformedEscape)
    }
  }

  /// Reads `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  @inline(__always)
  mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) {
    if bytes[position] == Byte.minus { position += 1 }
    let first = position
    try digits(bytes)
    if bytes[first] == Byte.zero, position > first + 1 {
      position = first + 1
      throw fault(.malformedNumber)
    }
    if position < end, bytes[position] == Byte.point {
      position += 1
      try digits(bytes)
    }
    if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, bytes[position] == Byte.minus || bytes[position] == Byte.plus {
        position += 1
      }
      try digits(bytes)
    }
  }

  @inline(__always)
  mutating func digits(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = position
    var next = position
    while next < end, bytes[next] &- Byte.zero <= 9 { next += 1 }
    position = next
    guard next > start else { throw fault(.malformedNumber) }
  }

  mutating func word(_ word: [UInt8], _ bytes: Span<UInt8>) throws(JSONFault) {
    let start = position
    for byte in word {
      guard position < end else { throw fault(.unfinished) }
      guard bytes[position] == byte else {
        position = start
        throw fault(.expectedValue)
      }
      position += 1
    }
  }

  // MARK: - Bytes

  enum Word {
    static let `true` = Array("true".utf8)
    static let `false` = Array("false".utf8)
    static let null = Array("null".utf8)
    static let notANumber = Array("NaN".utf8)
    static let infinity = Array("Infinity".utf8)
    static let minusInfinity = Array("-Infinity".utf8)
  }

  enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let openingBrace = UInt8(ascii: "{")
    static let closingBrace = UInt8(ascii: "}")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let point = UInt8(ascii: ".")
  }

  @inline(__always)
  mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while position < end, Self.isBlank(bytes[position]) { position += 1 }
  }

  /// Space, tab, line feed (which only an object within a string can hold) and carriage return.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
