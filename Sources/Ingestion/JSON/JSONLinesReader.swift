/// Reads a JSON Lines file, plain or compressed, as batches of typed columns, in bounded memory.
///
/// Every line is one JSON object in UTF-8; a byte order mark is skipped, and so are blank lines.
/// A column is named by the path of its key, see ``JSONPath``. A key that a record does not have,
/// `null`, `NaN` and the empty string are missing values; `true` and `false` are the numbers 1 and 0
/// or the texts; an array or object is the text that it has in the file. A line that is something
/// else, or without a value that a request insists on, is malformed: it is left out, counted and
/// reported. A file with too many of them ends in an error after its last batch.
package final class JSONLinesReader: BatchReader {
  /// The paths of all values in the first records, by their bytes, and those asked for that were
  /// found further down or that records may go without.
  package let header: [String]

  private let maximumMalformedShare: Double
  private let maximumBatchRows: Int
  private var scanner: JSONLineScanner
  private var parser: JSONParser
  private var table = RecordTable()
  private var builder: BatchBuilder
  private var log = ProblemLog()
  private var deliveredRows = 0
  private var failure: IngestionError?

  /// Opens the file and looks at its first records.
  ///
  /// - Throws: An error when the file cannot be opened or a required column occurs in no record.
  ///   To be sure of that the whole file is read, but only when the first records lack the column.
  package init(
    path: String, requests: [ColumnRequest], options: CSVOptions = CSVOptions()
  ) throws(IngestionError) {
    maximumMalformedShare = options.maximumMalformedShare
    maximumBatchRows = options.maximumBatchRows
    let keys = try JSONKeySearch(path: path, requests: requests, options: options)
    header = keys.header
    var tree = JSONKeyTree()
    var names: [String] = []
    var fields: [Int?] = []
    for request in requests {
      guard keys.isThere(request) else {
        fields.append(nil)
        continue
      }
      if let field = names.firstIndex(of: request.name) {
        fields.append(field)
      } else {
        fields.append(tree.addField(try JSONKeySearch.parsed(request.name, path: path)))
        names.append(request.name)
      }
    }
    scanner = try JSONLineScanner(path: path, options: options)
    parser = JSONParser(tree: tree)
    builder = BatchBuilder(header: names, requests: requests, fields: fields, options: options)
  }

  package var problems: [RowProblem] { log.first.map(\.withoutFieldNumber) }

  package var malformedRowCount: Int { log.count }

  package var rowCount: Int { deliveredRows }

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
  private static let tileRecords = 64

  /// Bytes of records after which a batch ends early, so that long texts cannot fill memory.
  private static let batchBytes = 8 << 20

  private func readBatch() throws(IngestionError) -> Batch? {
    var byteBudget = Self.batchBytes
    while builder.rowCount < maximumBatchRows {
      if byteBudget <= 0 {
        if builder.rowCount > 0 { break }
        byteBudget = Self.batchBytes
      }
      let wanted = min(Self.tileRecords, maximumBatchRows - builder.rowCount)
      try scanner.scan(
        with: &parser, into: &table, maximumRecords: wanted, byteBudget: &byteBudget)
      if table.count == 0, table.faults.isEmpty { break }
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
    let total = deliveredRows + log.count
    guard Double(log.count) > maximumMalformedShare * Double(total) else { return }
    let kind = IngestionError.Kind.tooManyMalformedRows(
      count: log.count, total: total, firstProblems: problems)
    throw IngestionError(kind, path: scanner.path, line: log.first.first?.line)
  }
}

extension RowProblem {
  /// The keys of an object have no order, so that the number of a field would say nothing.
  fileprivate var withoutFieldNumber: RowProblem {
    if case .malformedJSON = reason { return self }
    return RowProblem(line: line, column: 0, columnName: columnName, reason: reason)
  }
}
