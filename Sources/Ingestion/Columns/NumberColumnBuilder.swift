/// Collects numbers; what is missing or malformed becomes NaN.
struct NumberColumnBuilder: ColumnBuilder {
  private let field: Int
  private let reader: NumberReader
  private var values: [Double] = []
  private var malformedRows: [Int] = []

  init(field: Int, reader: NumberReader) {
    self.field = field
    self.reader = reader
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    switch reader.read(cell, of: bytes) {
    case .value: nil
    case .missing: .missingValue
    case .malformed: .notANumber
    }
  }

  mutating func append(_ records: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    let firstCells = table.firstCells.span
    for record in records {
      switch reader.read(cells[firstCells[record] + field], of: bytes) {
      case .value(let value): values.append(value)
      case .missing: values.append(.nan)
      case .malformed:
        malformedRows.append(values.count)
        values.append(.nan)
      }
    }
  }

  mutating func finish() -> Column {
    let column = NumberColumn(values: values, malformedRows: malformedRows)
    let capacity = values.count
    values = []
    values.reserveCapacity(capacity)
    malformedRows = []
    return .number(column)
  }
}
