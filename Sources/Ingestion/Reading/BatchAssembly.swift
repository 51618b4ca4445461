/// What a reader has made of its file so far: the batch under way, what was malformed, and how many
/// rows it has handed out.
struct BatchAssembly {
  private let path: String
  private let options: CSVOptions
  private var builder: BatchBuilder
  private var table = RecordTable()
  private var log = ProblemLog()
  private var failure: IngestionError?
  /// Rows handed out.
  private(set) var rowCount = 0

  /// - Parameter path: The file that errors name.
  init(path: String, options: CSVOptions, builder: BatchBuilder) {
    self.path = path
    self.options = options
    self.builder = builder
  }

  /// The first malformed rows, in file order.
  var problems: [RowProblem] { log.first }

  var malformedRowCount: Int { log.count }

  /// The next rows of the file, or nil after the last.
  ///
  /// A batch has `maximumBatchRows` rows, or fewer when they take much memory; where it ends does
  /// not depend on how the file is read.
  ///
  /// - Parameter scanner: Of that file; always the same one.
  /// - Throws: What the scanner does, and at the end of the file an error for too many malformed rows;
  ///   from then on the same every time.
  mutating func nextBatch<Scanner: RecordScanner & ~Copyable>(
    from scanner: inout Scanner
  ) throws(IngestionError) -> Batch? {
    if let failure { throw failure }
    do {
      return try readBatch(from: &scanner)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func readBatch<Scanner: RecordScanner & ~Copyable>(
    from scanner: inout Scanner
  ) throws(IngestionError) -> Batch? {
    var byteBudget = Scanner.batchBytes
    while builder.rowCount < options.maximumBatchRows {
      if byteBudget <= 0 {
        if builder.rowCount > 0 { break }
        byteBudget = Scanner.batchBytes
      }
      let wanted = min(Scanner.tileRecords, options.maximumBatchRows - builder.rowCount)
      try scanner.scan(into: &table, maximumRecords: wanted, byteBudget: &byteBudget)
      if table.count == 0, table.faults.isEmpty { break }
      builder.append(table, scanner.buffer.span, problems: &log)
    }
    if builder.rowCount == 0 {
      try options.checkMalformedShare(
        rowCount: rowCount, malformedRowCount: log.count, firstProblems: log.first, path: path)
      return nil
    }
    rowCount += builder.rowCount
    return builder.finish()
  }
}
