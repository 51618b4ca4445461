import Ingestion

@testable import Profiling

extension ColumnSummary {
  /// Adds the cells of some rows of a batch.
  ///
  /// The payload is taken out while it changes, so that its buffers are not copied.
  mutating func add(_ column: Column, rows: [Int], kind: ColumnKind, vocabulary: Set<String>) {
    switch (self, column, kind) {
    case (.numeric(var summary), .number(let cells), .numeric(let anchors)):
      self = .numeric(NumericSummary())
      summary.add(cells, rows: rows, anchors: anchors)
      self = .numeric(summary)
    case (.categorical(var summary), .category(let cells), .categorical):
      self = .categorical(CategoricalSummary())
      summary.add(cells, rows: rows, vocabulary: vocabulary)
      self = .categorical(summary)
    default:
      // The file lacks the column; only a reference may, and it then has no summary to compare.
      break
    }
  }
}

extension NumericSummary {
  mutating func add(_ cells: NumberColumn, rows: [Int], anchors: NumericAnchors) {
    let malformedRows = Set(cells.malformedRows)
    for row in rows {
      let number = cells.values[row]
      if number.isFinite {
        add(number, anchors: anchors)
      } else if malformedRows.contains(row) {
        malformed += 1
      } else {
        missing += 1
      }
    }
  }
}

extension CategoricalSummary {
  mutating func add(_ cells: CategoryColumn, rows: [Int], vocabulary: Set<String>) {
    var counts = [Int](repeating: 0, count: cells.values.count)
    for row in rows {
      let code = Int(cells.codes[row])
      if code >= 0 { counts[code] += 1 } else { missing += 1 }
    }
    for (code, count) in counts.enumerated() where count > 0 {
      add(cells.values[code], times: count, vocabulary: vocabulary)
    }
  }
}
