/// A second reading of the CSV rules, byte by byte as a state machine over the whole text, to hold
/// the scanner against.
struct PlainReader {
  struct Record: Equatable {
    var line: Int
    var fields: [String]
    var hasTextAfterQuote = false
  }

  private enum State {
    case fieldStart, unquoted, quoted, quoteInQuoted, afterQuote
  }

  /// nil when a quote is never closed.
  static func records(_ text: [UInt8]) -> [Record]? {
    var reader = PlainReader()
    for byte in text { reader.take(byte) }
    if reader.state == .quoted { return nil }
    if reader.recordBytes > 0 { reader.endRecord(withLineFeed: false) }
    return reader.records
  }

  private var records: [Record] = []
  private var current = Record(line: 1, fields: [])
  private var field: [UInt8] = []
  private var tail: [UInt8] = []
  private var state = State.fieldStart
  private var line = 1
  private var recordBytes = 0

  private mutating func take(_ byte: UInt8) {
    recordBytes += 1
    switch (state, Character(UnicodeScalar(byte))) {
    case (.quoted, "\""): state = .quoteInQuoted
    case (.quoteInQuoted, "\""):
      field.append(byte)
      state = .quoted
    case (.quoted, let character):
      if character == "\n" { line += 1 }
      field.append(byte)
    case (_, ","): endField()
    case (_, "\n"):
      line += 1
      endRecord(withLineFeed: true)
    case (.fieldStart, "\""): state = .quoted
    case (.fieldStart, _), (.unquoted, _):
      field.append(byte)
      state = .unquoted
    case (.quoteInQuoted, _), (.afterQuote, _):
      tail.append(byte)
      state = .afterQuote
    }
  }

  private mutating func endField() {
    if !tail.isEmpty { current.hasTextAfterQuote = true }
    current.fields.append(String(decoding: field, as: UTF8.self))
    field = []
    tail = []
    state = .fieldStart
  }

  private mutating func endRecord(withLineFeed: Bool) {
    if withLineFeed {
      if state == .unquoted, field.last == 13 { field.removeLast() }
      if tail == [13] { tail = [] }
    }
    let isBlank =
      withLineFeed && current.fields.isEmpty && recordBytes <= 2 && field.isEmpty
      && (state == .fieldStart || state == .unquoted)
    endField()
    if !isBlank { records.append(current) }
    current = Record(line: line, fields: [])
    recordBytes = 0
  }
}
