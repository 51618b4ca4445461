/// Reads a JSON Lines file, plain or compressed, as batches of typed columns, in bounded memory.
///
/// Every line is one JSON object in UTF-8; a byte order mark is skipped, and so are blank lines.
/// A column is named by the path of its key, see ``JSONPath``. A key that a record does not have,
/// `null`, `NaN` and the empty string are missing values; `true` and `false` are the numbers 1 and 0
/// or the texts; an array or object is the text that it has in the file. A line that is something
/// else, or without a value that a request insists on, is malformed: it is left out, counted and
/// reported. A file with too many of them ends in an error after its last batch.
package final class JSONLinesReader: BatchReader {
  /// The paths of all values in the first records, by their bytes, and those asked for that were
  /// found further down or that records may go without.
  package let header: [String]

  private var scanner: JSONLineScanner
  private var assembly: BatchAssembly

  /// Opens the file and looks at its first records.
  ///
  /// - Throws: An error when the file cannot be opened or a required column occurs in no record.
  ///   To be sure of that the whole file is read, but only when the first records lack the column.
  package init(
    path: String, requests: [ColumnRequest], options: CSVOptions = CSVOptions()
  ) throws(IngestionError) {
    let keys = try JSONKeySearch(path: path, requests: requests, options: options)
    header = keys.header
    var tree = JSONKeyTree()
    var names: [String] = []
    var fields: [Int?] = []
    for request in requests {
      guard keys.isThere(request) else {
        fields.append(nil)
        continue
      }
      if let field = names.firstIndex(of: request.name) {
        fields.append(field)
      } else {
        fields.append(tree.addField(try JSONKeySearch.parsed(request.name, path: path)))
        names.append(request.name)
      }
    }
    scanner = try JSONLineScanner(path: path, parser: JSONParser(tree: tree), options: options)
    assembly = BatchAssembly(
      path: path, options: options,
      builder: BatchBuilder(
        header: names, requests: requests, fields: fields, options: options,
        numbersFields: false))
  }

  package var problems: [RowProblem] { assembly.problems }

  package var malformedRowCount: Int { assembly.malformedRowCount }

  package var rowCount: Int { assembly.rowCount }

  package func nextBatch() throws(IngestionError) -> Batch? {
    try assembly.nextBatch(from: &scanner)
  }
}
