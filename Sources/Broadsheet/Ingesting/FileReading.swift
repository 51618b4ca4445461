import Ingestion
import Profiling

/// How the files of one model are opened.
struct FileReading {
  let zone: ZoneTable
  let maximumMalformedShare: Double
  let missingTokens: [String]?
  /// A path as messages show it.
  let shown: @Sendable (String) -> String

  func reader(
    path: String, requests: ColumnRequests
  ) throws(IngestionError) -> any BatchReader {
    try NamedReader(path: path, shown: shown(path), requests: requests.list, options: options)
  }

  /// The column names of a file.
  func header(of path: String) throws(IngestionError) -> [String] {
    try NamedReader(path: path, shown: shown(path), requests: [], options: options).header
  }

  private var options: CSVOptions {
    CSVOptions(
      missingTokens: missingTokens, maximumMalformedShare: maximumMalformedShare, zone: zone)
  }
}

/// A reader whose errors name the file as the configuration does, not by its absolute path.
private final class NamedReader: BatchReader {
  private let reader: CSVReader
  private let shown: String

  init(
    path: String, shown: String, requests: [ColumnRequest], options: CSVOptions
  ) throws(IngestionError) {
    self.shown = shown
    do {
      reader = try CSVReader(path: path, requests: requests, options: options)
    } catch {
      throw error.named(shown)
    }
  }

  var header: [String] { reader.header }
  var problems: [RowProblem] { reader.problems }
  var malformedRowCount: Int { reader.malformedRowCount }
  var rowCount: Int { reader.rowCount }

  func nextBatch() throws(IngestionError) -> Batch? {
    do {
      return try reader.nextBatch()
    } catch {
      throw error.named(shown)
    }
  }
}

extension IngestionError {
  fileprivate func named(_ path: String) -> IngestionError {
    IngestionError(kind, path: path, line: line, column: column, advice: advice)
  }
}
