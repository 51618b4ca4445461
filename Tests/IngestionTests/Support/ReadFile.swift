import Testing

@testable import Ingestion

/// Everything a reader tells about a file, in a form that can be compared.
struct ReadFile: Equatable {
  var header: [String] = []
  var lines: [Int] = []
  /// Row by row; missing is `∅`, malformed `!`, an absent column `-`.
  var rows: [[String]] = []
  var batchSizes: [Int] = []
  var malformedRowCount = 0
  var problems: [RowProblem] = []
  var error: IngestionError?
}

extension ReadFile {
  /// Reads a whole file; an error ends it and is kept.
  ///
  /// - Parameter format: nil to go by content.
  init(
    path: String, _ requests: [ColumnRequest], _ options: CSVOptions = CSVOptions(),
    format: RecordFormat? = .csv
  ) {
    do throws(IngestionError) {
      let reader = try RecordFormat.reader(
        path: path, format: format, requests: requests, options: options)
      header = reader.header
      do throws(IngestionError) {
        while let batch = try reader.nextBatch() { append(batch) }
      } catch {
        self.error = error
      }
      malformedRowCount = reader.malformedRowCount
      problems = reader.problems
    } catch {
      self.error = error
    }
  }

  /// Writes the text to a file and reads that.
  init(
    _ text: String, _ requests: [ColumnRequest], _ options: CSVOptions = CSVOptions()
  ) throws {
    let file = try TemporaryFile(text)
    self.init(path: file.path, requests, options)
    error = error.map { $0.renamed("f.csv") }
  }

  /// Writes the lines to a file and reads that; any share of them may be malformed.
  init(jsonLines text: String, _ requests: [ColumnRequest]) throws {
    let file = try TemporaryFile(text)
    self.init(path: file.path, requests, .tolerant(), format: .jsonLines)
    error = error.map { $0.renamed("f.jsonl") }
  }

  mutating func append(_ batch: Batch) {
    lines += batch.lines
    batchSizes.append(batch.rowCount)
    let cells = batch.columns.map(Self.cells)
    let absent = Array(repeating: "-", count: batch.rowCount)
    for row in 0..<batch.rowCount { rows.append(cells.map { ($0 ?? absent)[row] }) }
  }

  /// One text for each row; nil for a column that is not there.
  private static func cells(_ column: Column) -> [String]? {
    switch column {
    case .number(let column):
      column.values.enumerated().map { row, value in
        column.malformedRows.contains(row) ? "!" : value.isNaN ? "∅" : "\(value)"
      }
    case .category(let column):
      column.codes.map { $0 == CategoryColumn.missing ? "∅" : column.values[Int($0)] }
    case .text(let column): column.values
    case .timestamp(let column):
      column.values.enumerated().map { row, value in
        column.malformedRows.contains(row)
          ? "!" : value == TimestampColumn.missing ? "∅" : "\(value)"
      }
    case .absent: nil
    }
  }
}

extension IngestionError {
  func renamed(_ path: String) -> IngestionError {
    IngestionError(kind, path: path, line: line, column: column, advice: advice)
  }
}

extension CSVOptions {
  /// Accepts any share of malformed rows, so that a test can look at them.
  static func tolerant(blockBytes: Int = 1 << 20) -> CSVOptions {
    CSVOptions(maximumMalformedShare: 1, blockBytes: blockBytes)
  }
}
