/// Collects one column of a batch from the scanner's records.
protocol ColumnBuilder: Sendable {
  /// Why the cell does not hold a value, or nil if it does.
  ///
  /// Asked for cells of ascending records, before those that are kept are appended.
  mutating func fault(in cell: CellRange, of bytes: Span<UInt8>) -> RowProblem.Reason?

  /// Appends this column's cell of each record.
  ///
  /// - Parameters:
  ///   - firstCells: Where records of the table begin that have a cell for every field of the header.
  mutating func append(_ firstCells: [Int], of table: RecordTable, _ bytes: Span<UInt8>)

  /// Hands out the column and starts the next one empty.
  mutating func finish() -> Column
}
