import Ingestion
import Profiling

/// Reads files for the schema that follows from them.
///
/// Whether a column is numeric shows in all of its texts, but to hold each of them as a name costs far
/// more than to read it as a number. So the first rows say which columns seem to be numeric, the
/// pass over all rows takes them as that, and a column that turns out to be none is looked at again.
struct SchemaReading {
  let layout: ModelLayout
  let isReference: Bool
  let paths: [String]
  let reading: FileReading

  /// Rows that the guess rests on. A wrong one costs time, nothing else.
  private static let firstRowCount = 512

  struct Outcome {
    let scan: SchemaScan
    var rowCount = 0
    var malformedRowCount = 0
  }

  func run() throws(IngestionError) -> Outcome {
    var numeric = try firstRows().numericColumns
    while true {
      let outcome = try all(assuming: numeric)
      if outcome.scan.refuted.isEmpty { return outcome }
      numeric.subtract(outcome.scan.refuted)
    }
  }

  private func firstRows() throws(IngestionError) -> SchemaScan {
    var scan = SchemaScan(layout: layout, isReference: isReference)
    guard let path = paths.first else { return scan }
    let reader = try reading.reader(
      path: path, requests: scan.requests, batchRows: Self.firstRowCount)
    if let batch = try reader.nextBatch() { scan.add(batch) }
    return scan
  }

  private func all(assuming numeric: Set<String>) throws(IngestionError) -> Outcome {
    var scan = SchemaScan(layout: layout, isReference: isReference, assuming: numeric)
    var (rowCount, malformedRowCount) = (0, 0)
    for path in paths {
      let reader = try reading.reader(path: path, requests: scan.requests)
      while let batch = try reader.nextBatch() {
        scan.add(batch)
        rowCount += batch.rowCount
      }
      malformedRowCount += reader.malformedRowCount
    }
    return Outcome(scan: scan, rowCount: rowCount, malformedRowCount: malformedRowCount)
  }
}
