/// Owns the raw bytes of a JSON Lines file and finds the wanted values in them.
///
/// The buffer holds one block and the beginning of one line. A table of records refers to that
/// buffer and is valid until the next call of `scan`. What is found does not depend on where blocks
/// end.
struct JSONLineScanner: RecordScanner, ~Copyable {
  static let tileRecords = 64
  static let batchBytes = 8 << 20

  let path: String

  private let maximumRecordBytes: Int
  private let blockBytes: Int
  private(set) var parser: JSONParser
  private var window: TextWindow
  /// No line feed lies between the window's position and here.
  private var searched = 0
  /// The line of the first byte that belongs to no line yet.
  private var line = 1
  private var hasBegun = false

  /// - Parameter parser: Knows the wanted keys; each record has one cell for each field of its tree.
  init(path: String, parser: JSONParser, options: CSVOptions) throws(IngestionError) {
    self.path = path
    self.parser = parser
    window = TextWindow(on: try ByteSource(path: path, blockBytes: options.blockBytes))
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
  }

  /// The bytes that the cells of the last table point into.
  var buffer: [UInt8] { window.bytes }

  mutating func scan(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    table.removeAll()
    if !hasBegun { try begin() }
    while true {
      try readLines(into: &table, maximumRecords: maximumRecords, byteBudget: &byteBudget)
      if table.count + table.faults.count > 0 || window.isUsedUp { return }
      try refill()
    }
  }

  // MARK: - Lines

  private mutating func begin() throws(IngestionError) {
    hasBegun = true
    while window.filled < TextWindow.byteOrderMark.count, !window.hasEnded { try refill() }
    window.skipByteOrderMark()
    searched = window.position
  }

  private mutating func readLines(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    while window.count > 0, table.count + table.faults.count < maximumRecords, byteBudget > 0 {
      let (position, filled) = (window.position, window.filled)
      let end = JSONWords.endOfLine(window.bytes.span, from: max(searched, position), to: filled)
      searched = end
      guard end - position <= maximumRecordBytes else { throw tooLong() }
      guard end < filled || window.hasEnded else { return }
      let content = position..<end
      let next = min(end + 1, filled)
      byteBudget -= next - position
      if !isBlank(content) { readRecord(content, into: &table) }
      window.skipInvalidText(upTo: next)
      window.position = next
      searched = next
      line += 1
    }
  }

  private func isBlank(_ content: Range<Int>) -> Bool {
    for index in content where ![0x20, 0x09, 0x0D].contains(window.bytes[index]) { return false }
    return true
  }

  private mutating func readRecord(_ content: Range<Int>, into table: inout RecordTable) {
    do throws(JSONFault) {
      if let invalid = window.invalidByte(before: content.upperBound) {
        throw JSONFault(position: invalid, reason: .invalidUTF8)
      }
      try parser.parse(window, content)
      if !parser.embedded.isEmpty { try readEmbedded() }
    } catch {
      table.note(problem(of: error, in: content))
      return
    }
    table.beginRecord(line: line)
    let first = table.cellCount
    table.append(contentsOf: parser.cells)
    for field in parser.cellsWithEscapes {
      let text = JSONEscape.resolve(parser.cells[field], in: &window.bytes)
      table.replaceCell(first + field, with: text)
    }
  }

  /// Reads objects that stand in strings; they may hold such strings themselves.
  private mutating func readEmbedded() throws(JSONFault) {
    var index = 0
    while index < parser.embedded.count {
      let embedded = parser.embedded[index]
      let text = JSONEscape.resolve(embedded.cell, in: &window.bytes)
      try parser.parse(window, text, into: embedded.node)
      index += 1
    }
  }

  private func problem(of fault: JSONFault, in content: Range<Int>) -> RowProblem {
    let before = window.bytes[content.lowerBound..<max(content.lowerBound, fault.position)]
    let column = before.reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return RowProblem(
      line: line, column: column, columnName: nil, reason: .malformedJSON(fault.reason))
  }

  private func tooLong() -> IngestionError {
    IngestionError(
      .recordTooLong(maximumBytes: maximumRecordBytes), path: path, line: line,
      advice: "Write one JSON object on each line; a file that is one large object or array is "
        + "not JSON Lines.")
  }

  private mutating func refill() throws(IngestionError) {
    searched -= window.position
    try window.refill(upTo: max(blockBytes, window.count / 4), padding: JSONWords.padding)
  }
}

// The scanner lends its window rather than the bytes in it: those could not be lent from one part of it
// to another that changes.
extension JSONParser {
  fileprivate mutating func parse(
    _ window: borrowing TextWindow, _ line: Range<Int>
  ) throws(JSONFault) {
    try parse(window.bytes.span, line)
  }

  fileprivate mutating func parse(
    _ window: borrowing TextWindow, _ text: CellRange, into node: Int
  ) throws(JSONFault) {
    try parse(window.bytes.span, text, into: node)
  }
}
