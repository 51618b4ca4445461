/// The numbers of one column of a batch.
package struct NumberColumn: Sendable {
  /// One value for each row: finite, or NaN where the value is missing or malformed.
  package let values: [Double]

  /// Rows of this batch, 0-based and ascending, whose text is neither a number nor a missing token.
  package let malformedRows: [Int]

  package init(values: [Double], malformedRows: [Int]) {
    self.values = values
    self.malformedRows = malformedRows
  }
}
