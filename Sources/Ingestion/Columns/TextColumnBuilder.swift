/// Collects texts as they are.
struct TextColumnBuilder: ColumnBuilder {
  private let field: Int
  private var values: [String] = []

  init(field: Int) {
    self.field = field
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    cell.isEmpty ? .missingValue : nil
  }

  mutating func append(_ records: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    for record in records {
      values.append(table.cells[table.firstCells[record] + field].text(in: bytes))
    }
  }

  mutating func finish() -> Column {
    let column = TextColumn(values: values)
    values = []
    return .text(column)
  }
}
