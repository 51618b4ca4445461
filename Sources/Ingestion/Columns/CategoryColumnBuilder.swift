/// Collects categories and numbers their names anew for each batch.
struct CategoryColumnBuilder: ColumnBuilder {
  private let field: Int
  private let missingTokens: MissingTokens
  private var codes: [Int32] = []
  private var names = CategoryNames()

  init(field: Int, missingTokens: MissingTokens) {
    self.field = field
    self.missingTokens = missingTokens
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    missingTokens.contains(cell, of: bytes) ? .missingValue : nil
  }

  mutating func append(_ records: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    let firstCells = table.firstCells.span
    for record in records {
      let cell = cells[firstCells[record] + field]
      let isMissing = missingTokens.contains(cell, of: bytes)
      codes.append(isMissing ? CategoryColumn.missing : names.code(of: cell, in: bytes))
    }
  }

  mutating func finish() -> Column {
    let column = CategoryColumn(codes: codes, values: names.values)
    let capacity = codes.count
    codes = []
    codes.reserveCapacity(capacity)
    names.removeAll()
    return .category(column)
  }
}
