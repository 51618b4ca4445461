/// Reads a CSV file, plain or gzip, as batches of typed columns, in bounded memory.
///
/// The text must be UTF-8; a byte order mark is skipped, and so are blank lines. Rows are split by
/// RFC 4180. A row with the wrong number of fields, with text after a closing quote, or without a
/// value that a request insists on is malformed: it is left out, counted and reported. A file with
/// too many of them ends in an error after its last batch, as only then their share is known.
package final class CSVReader: BatchReader {
  package let header: [String]

  private let options: CSVOptions
  private let maximumBatchRows: Int
  private var scanner: ByteScanner
  private var table = RecordTable()
  private var builder: BatchBuilder
  private var log = ProblemLog()
  private var deliveredRows = 0
  private var failure: IngestionError?

  /// Opens the file and reads its header.
  ///
  /// - Throws: An error when the file cannot be opened, is not text, has no header or one that
  ///   names a column twice, or lacks a required column. Columns without a name cannot be asked
  ///   for, so any number of them is accepted.
  package init(
    path: String, requests: [ColumnRequest], options: CSVOptions = CSVOptions()
  ) throws(IngestionError) {
    self.options = options
    maximumBatchRows = options.maximumBatchRows
    scanner = try ByteScanner(readingFrom: path, options: options)
    let header = try CSVHeader(readFrom: &scanner)
    self.header = header.names
    let fields = try header.fields(for: requests)
    builder = BatchBuilder(
      header: header.names, requests: requests, fields: fields, options: options)
  }

  package var problems: [RowProblem] { log.first }

  package var malformedRowCount: Int { log.count }

  package var rowCount: Int { deliveredRows }

  /// The next rows in file order, or nil after the last.
  ///
  /// A batch has `maximumBatchRows` rows, or fewer when they take much memory; where it ends does
  /// not depend on how the file is read.
  ///
  /// - Throws: An error that names line and character for text that is not UTF-8, a quote never
  ///   closed or a record that is too long; one that names the byte for broken gzip data; and at
  ///   the end of the file one for too many malformed rows.
  package func nextBatch() throws(IngestionError) -> Batch? {
    if let failure { throw failure }
    do {
      return try readBatch()
    } catch {
      failure = error
      throw error
    }
  }

  /// Records scanned before they are decoded column by column: few enough to stay in cache.
  static let tileRecords = 128

  /// Bytes of records after which a batch ends early, so that long texts cannot fill memory.
  private static let batchBytes = 4 << 20

  private func readBatch() throws(IngestionError) -> Batch? {
    var byteBudget = Self.batchBytes
    while builder.rowCount < maximumBatchRows {
      if byteBudget <= 0 {
        if builder.rowCount > 0 { break }
        byteBudget = Self.batchBytes
      }
      let wanted = min(Self.tileRecords, maximumBatchRows - builder.rowCount)
      try scanner.scan(into: &table, maximumRecords: wanted, byteBudget: &byteBudget)
      if table.count == 0 { break }
      builder.append(table, scanner.buffer.span, problems: &log)
    }
    if builder.rowCount == 0 {
      try checkMalformedShare()
      return nil
    }
    deliveredRows += builder.rowCount
    return builder.finish()
  }

  private func checkMalformedShare() throws(IngestionError) {
    try options.checkMalformedShare(
      rowCount: deliveredRows, malformedRowCount: log.count, firstProblems: log.first,
      path: scanner.path)
  }
}

extension CSVOptions {
  func checkMalformedShare(
    rowCount: Int, malformedRowCount: Int, firstProblems: [RowProblem], path: String
  ) throws(IngestionError) {
    let total = rowCount + malformedRowCount
    guard Double(malformedRowCount) > maximumMalformedShare * Double(total) else { return }
    let kind = IngestionError.Kind.tooManyMalformedRows(
      count: malformedRowCount, total: total, firstProblems: firstProblems)
    throw IngestionError(kind, path: path, line: firstProblems.first?.line)
  }
}
