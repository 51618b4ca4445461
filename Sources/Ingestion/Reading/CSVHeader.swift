/// The names on the first line of a CSV file.
struct CSVHeader {
  let names: [String]
  private let path: String
  private let line: Int

  /// Takes the first record of the file.
  init(readFrom scanner: inout ByteScanner) throws(IngestionError) {
    let path = scanner.path
    guard let header = try CSVHeader(nextFrom: &scanner) else {
      throw IngestionError(.noHeader, path: path, line: 1)
    }
    self = header
  }

  /// Takes the next record of the scanner; nil when it has none.
  init?(nextFrom scanner: inout ByteScanner) throws(IngestionError) {
    path = scanner.path
    var byteBudget = Int.max
    var table = RecordTable()
    try scanner.scan(into: &table, maximumRecords: 1, byteBudget: &byteBudget)
    guard let line = table.lines.first else { return nil }
    self.line = line
    guard table.fieldWithTextAfterQuote(ofRecord: 0) == nil else {
      throw IngestionError(.malformedHeader, path: path, line: line)
    }
    var names: [String] = []
    for cell in table.cells.prefix(table.cellCount) {
      names.append(cell.text(in: scanner.buffer.span))
    }
    self.names = names
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted {
      throw IngestionError(.duplicateColumn(name: name), path: path, line: line)
    }
  }

  /// The field of each request, or nil for an optional column that is not there.
  func fields(for requests: [ColumnRequest]) throws(IngestionError) -> [Int?] {
    var fields: [Int?] = []
    for request in requests {
      let field = request.name.isEmpty ? nil : names.firstIndex(of: request.name)
      if field == nil, request.presence != .optional { throw missing(request.name) }
      fields.append(field)
    }
    return fields
  }

  private func missing(_ name: String) -> IngestionError {
    let suggestion = NearestName.suggestion(for: name, among: names)
    return IngestionError(
      .missingColumn(name: name), path: path, line: line,
      advice: suggestion.map { "Did you mean '\($0)'?" })
  }
}
