/// Writes the compact form of profiles: variable-length integers, gaps instead of positions.
struct ProfileWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, least significant first; small numbers take one byte.
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A count, which is never negative.
  mutating func write(_ count: Int) {
    write(UInt64(count))
  }

  mutating func write(_ flag: Bool) {
    bytes.append(flag ? 1 : 0)
  }

  mutating func write(_ number: Double) {
    let bits = number.bitPattern
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  mutating func write(_ number: Double?) {
    write(number != nil)
    if let number { write(number) }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// The first bytes of some words, lowest first.
  mutating func append(words: [UInt64], bytes count: Int) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var target = bytes.mutableSpan
    let words = words.span
    for index in 0..<count / 8 {
      for byte in 0..<8 {
        let part = words[index] &>> UInt64(8 &* byte)
        target[start &+ 8 &* index &+ byte] = UInt8(truncatingIfNeeded: part)
      }
    }
    for index in count / 8 * 8..<count {
      let part = words[index / 8] &>> UInt64(8 &* (index % 8))
      target[start &+ index] = UInt8(truncatingIfNeeded: part)
    }
  }

  /// A list in the given order, each element written by `body`.
  mutating func write<Element>(
    list elements: [Element], _ body: (inout ProfileWriter, Element) -> Void
  ) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}
