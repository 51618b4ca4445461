import Synchronization

/// A CSV file, plain or gzip, that several threads read together.
///
/// Blocks are handed out one at a time; each thread takes them apart with a decoder of its own. The
/// rows of all blocks, in the order of their numbers, are those of ``CSVReader``, and so are lines,
/// problems and errors.
package final class CSVBlocks: Sendable {
  package let header: [String]

  private struct State: ~Copyable {
    var cutter: BlockCutter
    /// What follows the header in its block.
    var first: TextBlock?
    var failure: IngestionError?
    /// Bytes of blocks that were taken apart.
    var spare: [[UInt8]] = []
  }

  /// More are given back to the system.
  private static let spareLimit = 4

  private let state: Mutex<State>
  private let path: String
  private let requests: [ColumnRequest]
  private let fields: [Int?]
  private let options: CSVOptions

  /// Opens the file and reads its header.
  ///
  /// - Throws: As ``CSVReader``.
  package init(
    path: String, requests: [ColumnRequest], options: CSVOptions = CSVOptions()
  ) throws(IngestionError) {
    var cutter = try BlockCutter(path: path, options: options)
    var scanner = ByteScanner(path: path, options: options)
    var header: CSVHeader?
    while header == nil, let block = try cutter.next() {
      scanner.load(block)
      header = try CSVHeader(nextFrom: &scanner)
    }
    guard let header else { throw IngestionError(.noHeader, path: path, line: 1) }
    self.header = header.names
    self.path = path
    self.requests = requests
    self.options = options
    fields = try header.fields(for: requests)
    state = Mutex(State(cutter: cutter, first: scanner.unload()))
  }

  /// The next block of the file; nil after the last. After an error every call throws the same.
  package func next() throws(IngestionError) -> TextBlock? {
    let result = state.withLock { state -> Result<TextBlock?, IngestionError> in
      if let failure = state.failure { return .failure(failure) }
      if let first = state.first {
        state.first = nil
        return .success(first)
      }
      do throws(IngestionError) {
        return .success(try state.cutter.next(reusing: state.spare.popLast() ?? []))
      } catch {
        state.failure = error
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Takes blocks apart; one for each thread.
  package func makeDecoder() -> CSVBlockDecoder {
    CSVBlockDecoder(
      scanner: ByteScanner(path: path, options: options),
      builder: BatchBuilder(
        header: header, requests: requests, fields: fields, options: options, keepsNames: true),
      origin: self)
  }

  /// Takes the bytes of a block that was taken apart.
  fileprivate func reuse(_ bytes: consuming [UInt8]) {
    guard !bytes.isEmpty else { return }
    state.withLock { [bytes] state in
      if state.spare.count < Self.spareLimit { state.spare.append(bytes) }
    }
  }

  /// Refuses a file with too many malformed rows.
  package func checkMalformedShare(
    rowCount: Int, malformedRowCount: Int, firstProblems: [RowProblem]
  ) throws(IngestionError) {
    try options.checkMalformedShare(
      rowCount: rowCount, malformedRowCount: malformedRowCount, firstProblems: firstProblems,
      path: path)
  }
}

/// What one block holds.
package struct DecodedBlock: Sendable {
  /// Its well-formed rows; nil without any.
  package let batch: Batch?
  /// Its first malformed rows, at most ten.
  package let problems: [RowProblem]
  package let malformedRowCount: Int
}

/// Takes blocks of a CSV file apart, one after the other; belongs to one thread.
package final class CSVBlockDecoder {
  private var scanner: ByteScanner
  private var table = RecordTable()
  private var builder: BatchBuilder

  private let origin: CSVBlocks

  fileprivate init(
    scanner: consuming ByteScanner, builder: BatchBuilder, origin: CSVBlocks
  ) {
    self.scanner = scanner
    self.builder = builder
    self.origin = origin
  }

  /// - Throws: The first error of the block, with its line in the file.
  package func decode(_ block: consuming TextBlock) throws(IngestionError) -> DecodedBlock {
    var log = ProblemLog()
    scanner.load(block)
    while true {
      var byteBudget = Int.max
      try scanner.scan(
        into: &table, maximumRecords: ByteScanner.tileRecords, byteBudget: &byteBudget)
      if table.count == 0 { break }
      builder.append(table, scanner.buffer.span, problems: &log)
    }
    origin.reuse(scanner.takeBuffer())
    return DecodedBlock(
      batch: builder.rowCount > 0 ? builder.finish() : nil, problems: log.first,
      malformedRowCount: log.count)
  }
}
