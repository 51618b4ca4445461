import Ingestion
import Profiling

/// How the files of one model are opened.
struct FileReading {
  let zone: ZoneTable
  let maximumMalformedShare: Double
  let missingTokens: [String]?
  let inputs: ReadableInputs

  /// - Parameters:
  ///   - batchRows: Most rows of a batch; `nil` for the usual number.
  ///   - extent: Whether the first rows are enough.
  func reader(
    path: String, requests: ColumnRequests, batchRows: Int? = nil,
    extent: InputSpool.Extent = .everything
  ) throws(IngestionError) -> any BatchReader {
    try reader(path: path, requests: requests.list, batchRows: batchRows, extent: extent)
  }

  /// A file for several threads.
  func sharedLog(path: String, requests: ColumnRequests) throws(IngestionError) -> SharedLog {
    let shown = inputs.shown(path)
    do throws(IngestionError) {
      let (file, given) = try inputs.file(path)
      let format = if let given { given } else { try RecordFormat(ofFileAt: file) }
      switch format {
      case .csv:
        return SharedLog(
          try CSVBlocks(path: file, requests: requests.list, options: options), shown: shown)
      case .jsonLines:
        return SharedLog(
          try JSONLinesReader(path: file, requests: requests.list, options: options), shown: shown)
      }
    } catch {
      throw error.named(shown)
    }
  }

  /// The column names of a file.
  ///
  /// - Parameters:
  ///   - names: Columns that are looked for in particular: of records without a header only the
  ///     first are looked at for all of their keys.
  ///   - sparse: Columns that such records may all go without; they count as there.
  func header(
    of path: String, lookingFor names: [String] = [], sparse: [String] = []
  ) throws(IngestionError) -> [String] {
    let requests =
      names.map { ColumnRequest($0, type: .text, presence: .optional) }
      + sparse.map { ColumnRequest($0, type: .text, presence: .sparse) }
    do throws(IngestionError) {
      return try reader(path: path, requests: requests, extent: .firstRows).header
    } catch {
      // A header says itself which columns there are.
      guard case .missingColumn = error.kind else { throw error }
      return try reader(path: path, requests: [], extent: .firstRows).header
    }
  }

  private func reader(
    path: String, requests: [ColumnRequest], batchRows: Int? = nil,
    extent: InputSpool.Extent = .everything
  ) throws(IngestionError) -> any BatchReader {
    let shown = inputs.shown(path)
    var options = options
    if let batchRows { options.maximumBatchRows = batchRows }
    do {
      let (file, format) = try inputs.file(path, extent)
      return NamedReader(
        try RecordFormat.reader(path: file, format: format, requests: requests, options: options),
        shown: shown)
    } catch {
      throw error.named(shown)
    }
  }

  private var options: CSVOptions {
    CSVOptions(
      missingTokens: missingTokens, maximumMalformedShare: maximumMalformedShare, zone: zone)
  }
}

/// A reader whose errors name the file as the configuration does, not by its absolute path.
private final class NamedReader: BatchReader {
  private let reader: any BatchReader
  private let shown: String

  init(_ reader: any BatchReader, shown: String) {
    self.reader = reader
    self.shown = shown
  }

  var header: [String] { reader.header }
  var problems: [RowProblem] { reader.problems }
  var malformedRowCount: Int { reader.malformedRowCount }
  var rowCount: Int { reader.rowCount }

  func nextBatch() throws(IngestionError) -> Batch? {
    do throws(IngestionError) {
      return try reader.nextBatch()
    } catch {
      throw error.named(shown)
    }
  }
}

extension IngestionError {
  /// The same error about a file under the name that users know.
  func named(_ path: String) -> IngestionError {
    IngestionError(kind, path: path, line: line, column: column, advice: advice)
  }
}
