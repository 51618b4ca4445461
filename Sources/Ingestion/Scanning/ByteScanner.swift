/// Owns the raw bytes of a file and finds the records in them.
///
/// The buffer holds one block and the beginning of one record, never more. A table of records
/// refers to that buffer and is valid until the next call of `scan`. Neither records nor errors
/// depend on where blocks end.
struct ByteScanner: RecordScanner, ~Copyable {
  static let tileRecords = 128
  static let batchBytes = 4 << 20

  let path: String

  private let splitter: RecordSplitter
  private let maximumRecordBytes: Int
  private let blockBytes: Int

  private var window: TextWindow
  /// The line of the first byte that belongs to no record yet.
  private var line = 1
  private var hasBegun = false
  /// Bytes read from the file before the buffer's first.
  private var discarded = 0
  /// Of the block that is loaded.
  private var bytesRead = 0

  init(readingFrom path: String, options: CSVOptions) throws(IngestionError) {
    self.path = path
    window = TextWindow(on: try ByteSource(path: path, blockBytes: options.blockBytes))
    splitter = RecordSplitter(delimiter: options.delimiter.byte)
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
  }

  /// A scanner of blocks that are cut already.
  ///
  /// - Parameter path: The file that errors name.
  init(path: String, options: CSVOptions) {
    self.path = path
    window = TextWindow()
    splitter = RecordSplitter(delimiter: options.delimiter.byte)
    maximumRecordBytes = options.maximumRecordBytes
    blockBytes = options.blockBytes
    hasBegun = true
  }

  /// The bytes that the cells of the last table point into.
  var buffer: [UInt8] { window.bytes }

  /// Takes a block in place of whatever was there. Its end counts as the end of a record.
  mutating func load(_ block: consuming TextBlock) {
    line = block.firstLine
    bytesRead = block.bytesRead
    window.load(block)
  }

  /// What no record was made of yet.
  func unload() -> TextBlock {
    TextBlock(
      bytes: BlockBytes(window.bytes), start: window.position, end: window.filled, firstLine: line,
      bytesRead: bytesRead)
  }

  /// Gives up the bytes of the block that was loaded last.
  mutating func takeBuffer() -> [UInt8] { window.takeBytes() }

  mutating func scan(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    table.removeAll()
    if !hasBegun { try begin() }
    while true {
      try splitBuffer(
        into: &table, maximumRecords: maximumRecords, byteBudget: &byteBudget)
      if table.count > 0 || window.isUsedUp { break }
      try refill()
    }
    unescapeCells(of: &table)
  }

  // MARK: - Splitting

  /// Steps over the byte order mark.
  private mutating func begin() throws(IngestionError) {
    hasBegun = true
    while window.filled < TextWindow.byteOrderMark.count, !window.hasEnded { try refill() }
    window.skipByteOrderMark()
  }

  /// Finds records until the buffer, the count or the budget is used up.
  private mutating func splitBuffer(
    into table: inout RecordTable, maximumRecords: Int, byteBudget: inout Int
  ) throws(IngestionError) {
    while window.count > 0, table.count < maximumRecords, byteBudget > 0 {
      let position = window.position
      // One byte beyond the limit shows that a record is too long, wherever the block ends.
      let end = min(window.filled, position + maximumRecordBytes + 1)
      let isFinal = window.hasEnded && end == window.filled
      let outcome = splitter.split(
        window.bytes.span, window: position..<end, isFinal: isFinal, line: line, into: &table)
      switch outcome {
      case .blankLine(let next):
        window.position = next
        line += 1
      case .record(let next, let innerLineBreaks):
        guard next - position <= maximumRecordBytes else { throw tooLong(openQuote: nil) }
        try checkText(upTo: next)
        byteBudget -= next - position
        window.position = next
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
        window.bytes[target] = window.bytes[origin]
        origin += window.bytes[origin] == quote ? 2 : 1
        target += 1
      }
      table.replaceCell(index, with: CellRange(cell.start, target))
    }
  }

  // MARK: - Filling

  private mutating func refill() throws(IngestionError) {
    let kept = window.count
    discarded += window.position
    // Small files need no large buffer. A long record is split anew after each block; blocks that
    // grow with it keep that linear.
    let wanted = min(blockBytes, max(Self.probedBytes, 4 * window.bytes.count))
    try window.refill(upTo: max(wanted, kept / 4))
    try checkBinary(kept..<window.filled)
  }

  // MARK: - Checks

  /// A NUL in these first bytes of the file is taken as the mark of a binary file.
  static let probedBytes = 1 << 16

  private func checkBinary(_ added: Range<Int>) throws(IngestionError) {
    let probed = added.clamped(to: 0..<max(0, Self.probedBytes - discarded))
    if ByteSearch.first(0, in: window.bytes.span, probed) < probed.upperBound {
      throw IngestionError(.binaryFile, path: path)
    }
  }

  private func checkText(upTo end: Int) throws(IngestionError) {
    if let invalid = window.invalidByte(before: end) { throw error(.invalidUTF8, at: invalid) }
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
    for byte in window.bytes[window.position..<index] {
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
