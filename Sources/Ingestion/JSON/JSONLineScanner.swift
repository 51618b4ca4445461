/// Owns the raw bytes of a JSON Lines file and finds the wanted values in them.
///
/// The buffer holds one block and the beginning of one line. A table of records refers to that
/// buffer and is valid until the next call of `scan`. What is found does not depend on where blocks
/// end.
struct JSONLineScanner: ~Copyable {
  let path: String

  private let source: ByteSource
  private let maximumRecordBytes: Int
  private let blockBytes: Int
  /// The bytes that the cells of the last table point into.
  private(set) var buffer: [UInt8] = []
  /// The end of what has been read into the buffer.
  private var filled = 0
  /// The first byte that belongs to no line yet.
  private var position = 0
  /// No line feed lies between `position` and here.
  private var searched = 0
  /// The line of the byte at `position`.
  private var line = 1
  private var hasBegun = false
  private var hasEnded = false
  /// The end of what is known to be UTF-8.
  private var validated = 0
  private var invalidByte: Int?

  init(path: String, options: CSVOptions) throws(IngestionError) {
    self.path = path
    source = try ByteSource(path: path, blockBytes: options.blockBytes)
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
  }

  /// Fills the table with the next records and the faults of lines that are none; with neither only
  /// at the end of the file.
  ///
  /// - Parameters:
  ///   - parser: Knows the wanted keys; always the same one.
  ///   - table: Emptied first; each record has one cell for each field of the tree.
  ///   - maximumRecords: At least 1.
  ///   - byteBudget: Reduced by the length of each line; none is begun once it is used up.
  mutating func scan(
    with parser: inout JSONParser, into table: inout RecordTable, maximumRecords: Int,
    byteBudget: inout Int
  ) throws(IngestionError) {
    table.removeAll()
    if !hasBegun { try begin() }
    while true {
      try readLines(
        with: &parser, into: &table, maximumRecords: maximumRecords, byteBudget: &byteBudget)
      if table.count + table.faults.count > 0 || (hasEnded && position == filled) { return }
      try refill()
    }
  }

  // MARK: - Lines

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func begin() throws(IngestionError) {
    hasBegun = true
    while filled < Self.byteOrderMark.count, !hasEnded { try refill() }
    if buffer.prefix(filled).starts(with: Self.byteOrderMark) {
      position = Self.byteOrderMark.count
      searched = position
    }
  }

  private mutating func readLines(
    with parser: inout JSONParser, into table: inout RecordTable, maximumRecords: Int,
    byteBudget: inout Int
  ) throws(IngestionError) {
    while position < filled, table.count + table.faults.count < maximumRecords, byteBudget > 0 {
      let end = JSONWords.endOfLine(buffer.span, from: max(searched, position), to: filled)
      searched = end
      guard end - position <= maximumRecordBytes else { throw tooLong() }
      guard end < filled || hasEnded else { return }
      let content = position..<end
      let next = min(end + 1, filled)
      byteBudget -= next - position
      if !isBlank(content) { readRecord(content, with: &parser, into: &table) }
      skipInvalidText(upTo: next)
      position = next
      searched = next
      line += 1
    }
  }

  private func isBlank(_ content: Range<Int>) -> Bool {
    for index in content where ![0x20, 0x09, 0x0D].contains(buffer[index]) { return false }
    return true
  }

  private mutating func readRecord(
    _ content: Range<Int>, with parser: inout JSONParser, into table: inout RecordTable
  ) {
    do throws(JSONFault) {
      if let invalidByte, invalidByte < content.upperBound {
        throw JSONFault(position: invalidByte, reason: .invalidUTF8)
      }
      try parser.parse(buffer.span, content)
      if !parser.embedded.isEmpty { try readEmbedded(with: &parser) }
    } catch {
      table.note(problem(of: error, in: content))
      return
    }
    table.beginRecord(line: line)
    let first = table.cellCount
    table.append(contentsOf: parser.cells)
    for field in parser.cellsWithEscapes {
      let text = JSONEscape.resolve(parser.cells[field], in: &buffer)
      table.replaceCell(first + field, with: text)
    }
  }

  /// Reads objects that stand in strings; they may hold such strings themselves.
  private mutating func readEmbedded(with parser: inout JSONParser) throws(JSONFault) {
    var index = 0
    while index < parser.embedded.count {
      let embedded = parser.embedded[index]
      let text = JSONEscape.resolve(embedded.cell, in: &buffer)
      try parser.parse(buffer.span, text, into: embedded.node)
      index += 1
    }
  }

  private func problem(of fault: JSONFault, in content: Range<Int>) -> RowProblem {
    let before = buffer[content.lowerBound..<max(content.lowerBound, fault.position)]
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

  // MARK: - Filling

  private mutating func refill() throws(IngestionError) {
    let kept = filled - position
    if position > 0 {
      for offset in 0..<kept { buffer[offset] = buffer[position + offset] }
      validated -= position
      searched -= position
      invalidByte = invalidByte.map { $0 - position }
      filled = kept
      position = 0
    }
    let wanted = max(blockBytes, kept / 4)
    let needed = filled + wanted + JSONWords.padding
    if buffer.count < needed {
      buffer.append(contentsOf: repeatElement(0, count: needed - buffer.count))
    }
    let count = try source.read(into: &buffer, at: filled, upTo: wanted)
    hasEnded = count == 0
    filled += count
    validate()
  }

  /// Extends the part of the buffer that is known to be UTF-8 as far as whole characters go.
  private mutating func validate() {
    guard invalidByte == nil, validated < filled else { return }
    do {
      _ = try UTF8Span(validating: buffer.span.extracting(validated..<filled))
      validated = filled
    } catch {
      let start = validated + error.byteOffsets.lowerBound
      let end = validated + error.byteOffsets.upperBound
      // A character cut off by the end of the block is completed by the next one.
      let isCutOff = error.kind == .truncatedScalar && end == filled && !hasEnded
      if !isCutOff { invalidByte = start }
      validated = start
    }
  }

  /// Goes on behind a line with text that is not UTF-8.
  private mutating func skipInvalidText(upTo next: Int) {
    guard let invalid = invalidByte, invalid < next else { return }
    invalidByte = nil
    validated = next
    validate()
  }
}
