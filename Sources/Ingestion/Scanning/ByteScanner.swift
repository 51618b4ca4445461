/// Owns the raw bytes of a file and finds the records in them.
///
/// The buffer holds one block and the beginning of one record, never more. A table of records
/// refers to that buffer and is valid until the next call of `scan`. Neither records nor errors
/// depend on where blocks end.
struct ByteScanner: ~Copyable {
  let path: String

  /// Where more bytes come from; nil when blocks are loaded instead.
  private let source: ByteSource?
  private let splitter: RecordSplitter
  private let maximumRecordBytes: Int
  private let blockBytes: Int

  /// The bytes that the cells of the last table point into.
  private(set) var buffer: [UInt8] = []
  /// The end of what has been read into the buffer.
  private var filled = 0
  /// The first byte that belongs to no record yet.
  private var position = 0
  /// The line of that byte.
  private var line = 1
  private var hasBegun = false
  private var hasEnded = false
  /// Bytes read from the file before the buffer's first.
  private var discarded = 0
  /// The end of what is known to be UTF-8.
  private var validated = 0
  private var invalidByte: Int?
  /// Of the block that is loaded.
  private var bytesRead = 0

  init(readingFrom path: String, options: CSVOptions) throws(IngestionError) {
    self.path = path
    source = try ByteSource(path: path, blockBytes: options.blockBytes)
    splitter = RecordSplitter(delimiter: options.delimiter.byte)
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
  }

  /// A scanner of blocks that are cut already.
  ///
  /// - Parameter path: The file that errors name.
  init(path: String, options: CSVOptions) {
    self.path = path
    source = nil
    splitter = RecordSplitter(delimiter: options.delimiter.byte)
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
    hasBegun = true
    hasEnded = true
  }

  /// Takes a block in place of whatever was there. Its end counts as the end of a record.
  mutating func load(_ block: consuming TextBlock) {
    position = block.start
    validated = block.start
    invalidByte = nil
    filled = block.end
    line = block.firstLine
    bytesRead = block.bytesRead
    // Last, and taken over: what is made single in it should not have to be copied.
    buffer = block.bytes.take()
    validate()
  }

  /// What no record was made of yet.
  func unload() -> TextBlock {
    TextBlock(
      bytes: BlockBytes(buffer), start: position, end: filled, firstLine: line,
      bytesRead: bytesRead)
  }

  /// Gives up the bytes of the block that was loaded last.
  mutating func takeBuffer() -> [UInt8] {
    var bytes: [UInt8] = []
    swap(&bytes, &buffer)
    (position, filled, validated) = (0, 0, 0)
    return bytes
  }

  /// Fills the table with the next records; with none only at the end of the file.
  ///
  /// - Parameters:
  ///   - table: Emptied first; reused from call to call, it needs no new memory.
  ///   - maximumRecords: At least 1.
  ///   - byteBudget: Reduced by the length of each record; none is begun once it is used up.
  mutating func scan(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    table.removeAll()
    if !hasBegun { try begin() }
    while true {
      try splitBuffer(
        into: &table, maximumRecords: maximumRecords, byteBudget: &byteBudget)
      if table.count > 0 || (hasEnded && position == filled) { break }
      try refill()
    }
    unescapeCells(of: &table)
  }

  // MARK: - Splitting

  /// Steps over the byte order mark.
  private mutating func begin() throws(IngestionError) {
    hasBegun = true
    while filled < Self.byteOrderMark.count, !hasEnded { try refill() }
    if buffer.prefix(filled).starts(with: Self.byteOrderMark) {
      position = Self.byteOrderMark.count
    }
  }

  /// Finds records until the buffer, the count or the budget is used up.
  private mutating func splitBuffer(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    while position < filled, table.count < maximumRecords, byteBudget > 0 {
      // One byte beyond the limit shows that a record is too long, wherever the block ends.
      let end = min(filled, position + maximumRecordBytes + 1)
      let isFinal = hasEnded && end == filled
      let outcome = splitter.split(
        buffer.span, window: position..<end, isFinal: isFinal, line: line, into: &table)
      switch outcome {
      case .blankLine(let next):
        position = next
        line += 1
      case .record(let next, let innerLineBreaks):
        guard next - position <= maximumRecordBytes else { throw tooLong(openQuote: nil) }
        try checkText(upTo: next)
        byteBudget -= next - position
        position = next
        line += innerLineBreaks + 1
      case .incomplete(let openQuote):
        if end - position > maximumRecordBytes { throw tooLong(openQuote: openQuote) }
        guard isFinal else { return }
        try checkText(upTo: end)
        throw error(.unclosedQuote, at: openQuote ?? position)
      }
    }
  }

  /// Makes doubled quotes single, in place: the record is complete and will not be split again.
  private mutating func unescapeCells(of table: inout RecordTable) {
    let quote = UInt8(ascii: "\"")
    for index in table.cellsToUnescape {
      let cell = table.cells[index]
      var target = cell.start
      var origin = cell.start
      while origin < cell.end {
        buffer[target] = buffer[origin]
        origin += buffer[origin] == quote ? 2 : 1
        target += 1
      }
      table.replaceCell(index, with: CellRange(cell.start, target))
    }
  }

  // MARK: - Filling

  private mutating func refill() throws(IngestionError) {
    let kept = filled - position
    if position > 0 {
      for offset in 0..<kept { buffer[offset] = buffer[position + offset] }
      discarded += position
      validated -= position
      invalidByte = invalidByte.map { $0 - position }
      filled = kept
      position = 0
    }
    // Small files need no large buffer. A long record is split anew after each block; blocks that
    // grow with it keep that linear.
    let wanted = max(min(blockBytes, max(Self.probedBytes, 4 * buffer.count)), kept / 4)
    if buffer.count < filled + wanted {
      buffer.append(contentsOf: repeatElement(0, count: filled + wanted - buffer.count))
    }
    let count = try source?.read(into: &buffer, at: filled, upTo: wanted) ?? 0
    hasEnded = count == 0
    try checkBinary(newBytes: count)
    filled += count
    validate()
  }

  // MARK: - Checks

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A NUL in these first bytes of the file is taken as the mark of a binary file.
  static let probedBytes = 1 << 16

  private func checkBinary(newBytes count: Int) throws(IngestionError) {
    let end = min(filled + count, Self.probedBytes - discarded)
    guard filled < end else { return }
    var index = filled
    while index < end {
      if buffer[index] == 0 { throw IngestionError(.binaryFile, path: path) }
      index += 1
    }
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

  private func checkText(upTo end: Int) throws(IngestionError) {
    if let invalidByte, invalidByte < end { throw error(.invalidUTF8, at: invalidByte) }
  }

  private func tooLong(openQuote: Int?) -> IngestionError {
    let kind = IngestionError.Kind.recordTooLong(maximumBytes: maximumRecordBytes)
    guard let openQuote else { return IngestionError(kind, path: path, line: line) }
    let place = place(of: openQuote)
    return IngestionError(
      kind, path: path, line: line,
      advice: "A quote opened at line \(place.line), character \(place.column) is not closed. "
        + kind.usualAdvice)
  }

  private func error(_ kind: IngestionError.Kind, at index: Int) -> IngestionError {
    let place = place(of: index)
    return IngestionError(kind, path: path, line: place.line, column: place.column)
  }

  /// The line, and the character in it, of a byte of the record that starts at `position`.
  private func place(of index: Int) -> (line: Int, column: Int) {
    var line = line
    var column = 1
    for byte in buffer[position..<index] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
