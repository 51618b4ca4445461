/// A place in a text of fixed-width digits and signs.
struct TextCursor {
  private(set) var position: Int
  let end: Int

  init(position: Int, end: Int) {
    self.position = position
    self.end = end
  }

  var isAtEnd: Bool { position == end }

  /// Moves over two digits and returns their value; stays where it is if they are something else.
  mutating func twoDigits(_ bytes: Span<UInt8>) -> Int? {
    guard position + 2 <= end else { return nil }
    let tens = bytes[position] &- UInt8(ascii: "0")
    let units = bytes[position + 1] &- UInt8(ascii: "0")
    guard tens <= 9, units <= 9 else { return nil }
    position += 2
    return Int(tens) * 10 + Int(units)
  }

  /// Moves over the byte if it comes next, and says whether it did.
  mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipDigits(_ bytes: Span<UInt8>) {
    while position < end, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
  }
}
