/// Stands for an optional column that the file does not have.
struct AbsentColumnBuilder: ColumnBuilder {
  func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason? { nil }

  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>) {}

  mutating func finish() -> Column { .absent }
}
