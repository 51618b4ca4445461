/// Collects categories and numbers their names, anew for each batch or on and on while they are few.
struct CategoryColumnBuilder: ColumnBuilder {
  /// Beyond either of these a list that is kept is begun anew.
  private static let nameLimit = 16_384
  private static let byteLimit = 1 << 20

  private let field: Int
  private let missingTokens: MissingTokens
  private var codes: [Int32] = []
  private var names = CategoryNames()
  private var list: Int?

  /// - Parameter keepsNames: Whether names keep their codes from batch to batch.
  init(field: Int, missingTokens: MissingTokens, keepsNames: Bool) {
    self.field = field
    self.missingTokens = missingTokens
    list = keepsNames ? CategoryColumn.nextList() : nil
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    missingTokens.contains(cell, of: bytes) ? .missingValue : nil
  }

  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    let firstCells = firstCells.span
    let start = self.codes.count
    // Out of `self` while it is written, and back.
    var codes: [Int32] = []
    swap(&codes, &self.codes)
    codes.append(contentsOf: repeatElement(CategoryColumn.missing, count: firstCells.count))
    var target = codes.mutableSpan
    for index in firstCells.indices {
      let cell = cells[firstCells[index] &+ field]
      if !missingTokens.contains(cell, of: bytes) {
        target[start + index] = names.code(of: cell, in: bytes)
      }
    }
    swap(&codes, &self.codes)
  }

  mutating func finish() -> Column {
    let column = CategoryColumn(codes: codes, values: names.values, list: list)
    let capacity = codes.count
    codes = []
    codes.reserveCapacity(capacity)
    if list == nil {
      names.removeAll()
    } else if names.values.count > Self.nameLimit || names.byteCount > Self.byteLimit {
      names = CategoryNames()
      list = CategoryColumn.nextList()
    }
    return .category(column)
  }
}
