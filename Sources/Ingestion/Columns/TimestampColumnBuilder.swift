/// Collects instants; what is missing or malformed becomes `TimestampColumn.missing`.
struct TimestampColumnBuilder: ColumnBuilder {
  private let field: Int
  private let reader: TimestampReader
  private var values: [Int64] = []
  private var malformedRows: [Int] = []
  /// Where cells that were found to hold an instant start, and what they hold: they are read once.
  private var checkedStarts: [Int] = []
  private var checked: [Int64] = []

  init(field: Int, reader: TimestampReader) {
    self.field = field
    self.reader = reader
  }

  mutating func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    switch reader.read(cell, of: bytes) {
    case .value(let value):
      checkedStarts.append(cell.start)
      checked.append(value)
      return nil
    case .missing: return .missingValue
    case .malformed: return .notATimestamp
    }
  }

  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    let firstCells = firstCells.span
    let start = self.values.count
    // Out of `self` while it is written, and back.
    var values: [Int64] = []
    swap(&values, &self.values)
    values.append(contentsOf: repeatElement(TimestampColumn.missing, count: firstCells.count))
    var target = values.mutableSpan
    var next = 0
    for index in firstCells.indices {
      let cell = cells[firstCells[index] &+ field]
      // Records that were left out after the check are passed over.
      while next < checked.count, checkedStarts[next] < cell.start { next += 1 }
      if next < checked.count, checkedStarts[next] == cell.start {
        target[start + index] = checked[next]
        next += 1
        continue
      }
      switch reader.read(cell, of: bytes) {
      case .value(let value): target[start + index] = value
      case .missing: break
      case .malformed: malformedRows.append(start + index)
      }
    }
    swap(&values, &self.values)
    checkedStarts.removeAll(keepingCapacity: true)
    checked.removeAll(keepingCapacity: true)
  }

  mutating func finish() -> Column {
    let column = TimestampColumn(values: values, malformedRows: malformedRows)
    let capacity = values.count
    values = []
    values.reserveCapacity(capacity)
    malformedRows = []
    return .timestamp(column)
  }
}
