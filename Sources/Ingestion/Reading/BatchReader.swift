/// Something that turns a file of records into batches of typed columns.
///
/// A reader is a class because it is a place in a file: two copies of it could not both advance. It
/// belongs to one task at a time; work in parallel means one reader per file.
package protocol BatchReader: AnyObject {
  /// The names of all fields of the file, in file order, asked for or not.
  var header: [String] { get }

  /// The first malformed rows, at most ten, in file order.
  var problems: [RowProblem] { get }

  /// Malformed rows left out so far.
  var malformedRowCount: Int { get }

  /// Rows handed out so far; malformed rows are not among them.
  var rowCount: Int { get }

  /// The next rows in file order, or nil after the last.
  ///
  /// After an error every further call throws the same error.
  func nextBatch() throws(IngestionError) -> Batch?
}
