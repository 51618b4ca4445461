/// Collects instants; what is missing or malformed becomes `TimestampColumn.missing`.
struct TimestampColumnBuilder: ColumnBuilder {
  private let field: Int
  private let reader: TimestampReader
  private var values: [Int64] = []
  private var malformedRows: [Int] = []

  init(field: Int, reader: TimestampReader) {
    self.field = field
    self.reader = reader
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    switch reader.read(cell, of: bytes) {
    case .value: nil
    case .missing: .missingValue
    case .malformed: .notATimestamp
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
    for index in firstCells.indices {
      switch reader.read(cells[firstCells[index] &+ field], of: bytes) {
      case .value(let value): target[start + index] = value
      case .missing: break
      case .malformed: malformedRows.append(start + index)
      }
    }
    swap(&values, &self.values)
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
