/// Reads a CSV file, plain or gzip, as batches of typed columns, in bounded memory.
///
/// The text must be UTF-8; a byte order mark is skipped, and so are blank lines. Rows are split by
/// RFC 4180. A row with the wrong number of fields, with text after a closing quote, or without a
/// value that a request insists on is malformed: it is left out, counted and reported. A file with
/// too many of them ends in an error after its last batch, as only then their share is known.
package final class CSVReader: BatchReader {
  package let header: [String]

  private var scanner: ByteScanner
  private var assembly: BatchAssembly

  /// Opens the file and reads its header.
  ///
  /// - Throws: An error when the file cannot be opened, is not text, has no header or one that
  ///   names a column twice, or lacks a required column. Columns without a name cannot be asked
  ///   for, so any number of them is accepted.
  package init(
    path: String, requests: [ColumnRequest], options: CSVOptions = CSVOptions()
  ) throws(IngestionError) {
    scanner = try ByteScanner(readingFrom: path, options: options)
    let header = try CSVHeader(readFrom: &scanner)
    self.header = header.names
    let fields = try header.fields(for: requests)
    assembly = BatchAssembly(
      path: path, options: options,
      builder: BatchBuilder(
        header: header.names, requests: requests, fields: fields, options: options))
  }

  package var problems: [RowProblem] { assembly.problems }

  package var malformedRowCount: Int { assembly.malformedRowCount }

  package var rowCount: Int { assembly.rowCount }

  /// The next rows in file order, or nil after the last.
  ///
  /// - Throws: An error that names line and character for text that is not UTF-8, a quote never
  ///   closed or a record that is too long; one that names the byte for broken gzip data; and at
  ///   the end of the file one for too many malformed rows.
  package func nextBatch() throws(IngestionError) -> Batch? {
    try assembly.nextBatch(from: &scanner)
  }
}

extension CSVOptions {
  /// Refuses a file with too many malformed rows.
  ///
  /// - Parameters:
  ///   - rowCount: Its other rows.
  ///   - path: The file that the error names.
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
