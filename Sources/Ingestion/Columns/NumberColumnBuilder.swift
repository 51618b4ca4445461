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

  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {
    let cells = table.cells.span
    let firstCells = firstCells.span
    let start = self.values.count
    // Out of `self` while it is written, and back.
    var values: [Double] = []
    swap(&values, &self.values)
    values.append(contentsOf: repeatElement(.nan, count: firstCells.count))
    var target = values.mutableSpan
    let isPlainFirst = !reader.tokensMayBeNumbers
    for index in firstCells.indices {
      let cell = cells[firstCells[index] &+ field]
      // What the reader would do first, without its way there: nearly all cells end here.
      if isPlainFirst, let value = DecimalParser.plain(bytes, cell) {
        target[start + index] = value
        continue
      }
      switch reader.read(cell, of: bytes) {
      case .value(let value): target[start + index] = value
      case .missing: break
      case .malformed: malformedRows.append(start + index)
      }
    }
    swap(&values, &self.values)
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
