/// Collects texts as they are.
struct TextColumnBuilder: ColumnBuilder {
  private let field: Int
  private var texts: [UInt8] = []
  private var ends: [Int] = []

  init(field: Int) {
    self.field = field
  }

  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? {
    cell.isEmpty ? .missingValue : nil
  }

  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    for first in firstCells {
      let cell = cells[first + field]
      for index in cell.start..<cell.end { texts.append(bytes[index]) }
      ends.append(texts.count)
    }
  }

  mutating func finish() -> Column {
    let column = TextColumn(bytes: texts, ends: ends)
    let (byteCapacity, capacity) = (texts.count, ends.count)
    texts = []
    texts.reserveCapacity(byteCapacity)
    ends = []
    ends.reserveCapacity(capacity)
    return .text(column)
  }
}
