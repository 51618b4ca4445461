import Ingestion

/// What the first rows of a file show.
struct FileSurvey {
  /// Rows that are looked at: enough to see rare values, few enough for a moment's wait.
  static let rowLimit = 20_000

  let columns: [ColumnSurvey]
  let rowCount: Int

  /// Looks at files one after the other until enough rows were seen.
  ///
  /// - Parameters:
  ///   - paths: CSV or JSON Lines files; the first one says which columns there are.
  ///   - shown: What messages call them.
  /// - Throws: ``IngestionError`` as reading would, ``IngestError`` for files without rows.
  init(paths: [String], shown: String) throws {
    guard let first = paths.first else {
      throw IngestError(.missingInput, ["\(shown): no such file"])
    }
    let options = CSVOptions(maximumMalformedShare: 0.5)
    let header = try RecordFormat.reader(
      path: first, format: nil, requests: [], options: options
    ).header
    let names = header.filter { !$0.isEmpty }
    let requests = names.flatMap { name in
      [ColumnRequest.ValueType.category, .number, .timestamp].map {
        ColumnRequest(name, type: $0, presence: .optional)
      }
    }
    var columns = names.map(ColumnSurvey.init)
    var rowCount = 0
    for path in paths where rowCount < Self.rowLimit {
      let reader = try RecordFormat.reader(
        path: path, format: nil, requests: requests, options: options)
      while rowCount < Self.rowLimit, let batch = try reader.nextBatch() {
        for index in columns.indices {
          columns[index].add(
            texts: batch.columns[3 * index], numbers: batch.columns[3 * index + 1],
            times: batch.columns[3 * index + 2], rowCount: batch.rowCount)
        }
        rowCount += batch.rowCount
      }
    }
    guard rowCount > 0 else {
      throw IngestError(
        .badData, ["\(shown): there are no rows to look at; name a file that has some"])
    }
    self.columns = columns
    self.rowCount = rowCount
  }

  func column(_ name: String) -> ColumnSurvey? { columns.first { $0.name == name } }
}
