/// One requested column of a batch.
package enum Column: Sendable {
  case number(NumberColumn)
  case category(CategoryColumn)
  case text(TextColumn)
  case timestamp(TimestampColumn)

  /// The request was optional and the file has no such column.
  case absent
}
