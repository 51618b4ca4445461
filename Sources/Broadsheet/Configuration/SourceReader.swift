import Ingestion

/// Reads `reference`, `predictions` or `labels` of a model: a path, a map, or a list of both.
struct SourceReader {
  /// The one program that sources can be read through.
  private enum Program: String, CaseIterable {
    case duckdb
  }

  private enum Key: String, CaseIterable {
    case from, format, via, query, setup
    case timeout = "timeout_seconds"
  }

  /// Stands for standard input.
  static let standardInput = "-"

  /// An hour: long for a query that runs before each publication, short for one that hangs.
  private static let usualTimeoutSeconds = 3_600

  func read(_ reader: NodeReader) -> [Configuration.Source]? {
    guard reader.isList else { return readElement(reader) }
    guard let elements = reader.elements() else { return nil }
    return reader.distinct(elements, "source") { readElement($0) }.flatMap { $0 }
  }

  private func readElement(_ reader: NodeReader) -> [Configuration.Source]? {
    guard !reader.isList else {
      reader.report(
        "expected a path or a map, found a list", advice: "write one path, or {from: …}")
      return nil
    }
    guard reader.isMap else { return readPlaces(reader, format: nil) }
    guard let map = reader.map(Key.self) else { return nil }
    guard let via = map[.via] else { return readFiles(map) }
    guard let program: Program = via.choice("program") else { return nil }
    switch program {
    case .duckdb: return readDuckDB(map)
    }
  }

  // MARK: - Files

  private func readFiles(_ map: MapReader<Key>) -> [Configuration.Source]? {
    for key in [Key.query, .setup, .timeout] {
      map[key]?.report("stands without 'via'", advice: "write 'via: duckdb' beside it")
    }
    let format = map[.format].flatMap { reader -> RecordFormat? in reader.choice("format") }
    guard map[.query] == nil else { return nil }
    return map.required(.from, "write the path of the files").flatMap {
      readPlaces($0, format: format)
    }
  }

  /// One path or several; `-` is standard input.
  private func readPlaces(
    _ reader: NodeReader, format: RecordFormat?
  ) -> [Configuration.Source]? {
    guard let names = reader.oneOrMoreNames("path") else { return nil }
    return names.map { name in
      guard name != Self.standardInput else {
        reader.log.noteStandardInput(reader)
        return Configuration.Source(.standardInput, format: format)
      }
      return Configuration.Source(.files(pattern: reader.pattern(name)), format: format)
    }
  }

  // MARK: - DuckDB

  private func readDuckDB(_ map: MapReader<Key>) -> [Configuration.Source]? {
    map[.format]?.report(
      "DuckDB finds out the format itself",
      advice: "remove the key, or name a function such as read_csv in 'query'")
    let setup = map[.setup]?.name()
    let timeout = map[.timeout]?.count(atLeast: 1) ?? Self.usualTimeoutSeconds
    func source(
      _ content: Configuration.Source.DuckDB.Content, _ shown: String
    ) -> Configuration.Source {
      Configuration.Source(
        .duckDB(
          Configuration.Source.DuckDB(
            content: content, setup: setup, timeoutSeconds: timeout, shown: shown)))
    }
    switch (map[.from], map[.query]) {
    case (let from?, nil):
      return from.oneOrMoreNames("path")?.map { name in
        name.contains("://")
          ? source(.query("SELECT * FROM \(DuckDBProgram.quoted(name))"), name)
          : source(.files(pattern: from.pattern(name)), name)
      }
    case (nil, let query?):
      return query.name().map { [source(.query($0), "query \(oneLine($0))")] }
    case (nil, nil):
      _ = map.required(.from, "write 'from: PATH' or 'query: SELECT …'")
      return nil
    case (_?, let query?):
      query.report("stands beside 'from'", advice: "keep one of the two")
      return nil
    }
  }
}
