/// Finds out which keys the records of a JSON Lines file have.
struct JSONKeySearch {
  /// Records that are looked at for keys that nobody asked for. A key that first occurs further
  /// down has to be named.
  static let probedRecords = 1_000

  /// Paths of the values in the first records by their bytes, then those asked for and found later,
  /// then those that records may go without.
  let header: [String]
  private let found: Set<JSONPath>
  private let isEmpty: Bool

  /// - Throws: For a required column that no record has.
  init(
    path: String, requests: [ColumnRequest], options: CSVOptions
  ) throws(IngestionError) {
    var probe = try JSONLineScanner(
      path: path, parser: JSONParser(tree: JSONKeyTree(), remembersAll: true), options: options)
    let recordCount = try Self.scan(&probe, atMost: Self.probedRecords)
    var found = probe.parser.tree.paths
    isEmpty = recordCount == 0
    var open: [JSONPath] = []
    for request in requests where request.presence != .sparse {
      let wanted = try Self.parsed(request.name, path: path)
      if !found.contains(wanted), !open.contains(wanted) { open.append(wanted) }
    }
    if !open.isEmpty, !isEmpty {
      found += try Self.search(open, path: path, options: options)
    }
    for request in requests where request.presence == .sparse {
      let wanted = try Self.parsed(request.name, path: path)
      if !found.contains(wanted) { found.append(wanted) }
    }
    header = found.map(\.text)
    self.found = Set(found)
    for request in requests where request.presence == .required && !isThere(request) {
      let suggestion = NearestName.suggestion(for: request.name, among: header)
      throw IngestionError(
        .missingColumn(name: request.name), path: path,
        advice: suggestion.map { "Did you mean '\($0)'?" }
          ?? "No record has this key. The first records have \(Self.list(header)).")
    }
  }

  /// Whether the column is to be read; without it the request was optional.
  func isThere(_ request: ColumnRequest) -> Bool {
    guard request.presence == .optional || !isEmpty && request.presence == .required else {
      return true
    }
    return JSONPath(request.name).map(found.contains) ?? false
  }

  static func parsed(_ name: String, path: String) throws(IngestionError) -> JSONPath {
    guard let parsed = JSONPath(name) else {
      throw IngestionError(.malformedPath(name: name), path: path)
    }
    return parsed
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 20 ? shown + ", …" : shown
  }

  /// Those of the paths that occur anywhere in the file.
  private static func search(
    _ open: [JSONPath], path: String, options: CSVOptions
  ) throws(IngestionError) -> [JSONPath] {
    var tree = JSONKeyTree()
    for path in open { _ = tree.addField(path) }
    var scanner = try JSONLineScanner(
      path: path, parser: JSONParser(tree: tree), options: options)
    while try scan(&scanner, atMost: probedRecords) > 0 {
      if open.indices.allSatisfy(scanner.parser.tree.hasMet) { break }
    }
    return open.indices.filter(scanner.parser.tree.hasMet).map { open[$0] }
  }

  /// Reads on.
  ///
  /// - Returns: Lines read, malformed ones included; 0 at the end of the file.
  private static func scan(
    _ scanner: inout JSONLineScanner, atMost limit: Int
  ) throws(IngestionError) -> Int {
    var table = RecordTable()
    var count = 0
    while count < limit {
      var byteBudget = Int.max
      try scanner.scan(into: &table, maximumRecords: limit - count, byteBudget: &byteBudget)
      let added = table.count + table.faults.count
      if added == 0 { break }
      count += added
    }
    return count
  }
}
