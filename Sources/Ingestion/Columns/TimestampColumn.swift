/// The instants of one column of a batch.
package struct TimestampColumn: Sendable {
  /// Stands for a missing or malformed value; no readable timestamp comes near it.
  package static let missing = Int64.min

  /// Milliseconds since 1970-01-01 00:00 UTC for each row, or `missing`.
  package let values: [Int64]

  /// Rows of this batch, 0-based and ascending, whose text is neither a timestamp nor a missing
  /// token.
  package let malformedRows: [Int]

  package init(values: [Int64], malformedRows: [Int]) {
    self.values = values
    self.malformedRows = malformedRows
  }
}
