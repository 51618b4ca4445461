/// Some consecutive well-formed rows of a file, column by column.
package struct Batch: Sendable {
  /// Rows in each present column; at least 1.
  package let rowCount: Int

  /// One column for each request, in the order of the requests.
  package let columns: [Column]

  /// The 1-based line of the file on which each row starts.
  package let lines: [Int]

  package init(rowCount: Int, columns: [Column], lines: [Int]) {
    self.rowCount = rowCount
    self.columns = columns
    self.lines = lines
  }
}
