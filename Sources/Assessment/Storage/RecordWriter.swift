import Profiling

/// Writes what was measured as bytes: the form in which the history keeps it and in which it is told
/// whether two records are the same.
///
/// Texts, slices and metrics that come again are written once and numbered. Equal records give equal
/// bytes.
package struct RecordWriter {
  /// The first number of the stored form; another one when it changes.
  static let version = 1

  private var body: [UInt8] = []
  private var texts = Numbering<String>()
  private var slices = Numbering<Slice>()

  package init() {}

  /// Everything that was written, with what it refers to.
  package var bytes: [UInt8] {
    var slicePart = RecordWriter()
    // Slices first, as they number texts too.
    slicePart.texts = texts
    slicePart.write(count: slices.elements.count)
    for slice in slices.elements { slicePart.write(parts: slice.parts) }
    var head = RecordWriter()
    head.write(count: Self.version)
    head.write(count: slicePart.texts.elements.count)
    for text in slicePart.texts.elements {
      head.write(count: text.utf8.count)
      head.body += Array(text.utf8)
    }
    return head.body + slicePart.body + body
  }

  /// Seven bits a byte, least significant first; small numbers of either sign take one byte.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number that is never negative.
  mutating func write(count: Int) { write(count) }

  /// All 64 bits, so that every number comes back as it was.
  mutating func write(_ number: Double) {
    let bits = number.bitPattern
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      body.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func write(_ flag: Bool) { body.append(flag ? 1 : 0) }

  package mutating func write(_ text: String) { write(count: texts.number(of: text)) }

  mutating func write(_ slice: Slice) { write(count: slices.number(of: slice)) }

  mutating func write(_ metric: Metric) { write(metric.rawValue) }

  mutating func write(_ day: Day) { write(day.number) }

  /// Whether there is a value, and the value.
  package mutating func write<Value>(
    optional value: Value?, _ body: (inout RecordWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write(_ number: Double?) { write(optional: number) { $0.write($1) } }

  mutating func write(_ text: String?) { write(optional: text) { $0.write($1) } }

  /// How many there are, and each in turn.
  package mutating func write<Element>(
    list elements: [Element], _ body: (inout RecordWriter, Element) -> Void
  ) {
    write(count: elements.count)
    for element in elements { body(&self, element) }
  }

  private mutating func write(parts: [Slice.Part]) {
    write(list: parts) { writer, part in
      writer.write(part.attribute)
      writer.write(part.value)
    }
  }
}

/// Numbers what comes, in the order of its first appearance.
private struct Numbering<Element: Hashable> {
  private(set) var elements: [Element] = []
  private var numbers: [Element: Int] = [:]

  mutating func number(of element: Element) -> Int {
    if let known = numbers[element] { return known }
    numbers[element] = elements.count
    elements.append(element)
    return elements.count - 1
  }
}
