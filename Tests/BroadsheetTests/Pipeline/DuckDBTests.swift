import Foundation
import Testing

@testable import Broadsheet

/// Whether the program is there; without it the suite says so and is skipped.
private let hasDuckDB: Bool = {
  do {
    _ = try DuckDBProgram()
    return true
  } catch {
    return false
  }
}()

@Suite(
  "Sources read through DuckDB",
  .enabled(if: hasDuckDB, "the program duckdb is not installed: pip install duckdb-cli"))
struct DuckDBTests {
  private static let rows = SampleRows(numbers: 0..<60)

  /// Writes rows of CSV as a Parquet file.
  private func writeParquet(_ name: String, _ lines: [String], in space: Workspace) throws {
    try space.write("rows.csv", lines)
    let source = Configuration.Source.DuckDB(
      content: .query(""), setup: "COPY (FROM 'rows.csv') TO '\(name.replacing("'", with: "''"))'",
      timeoutSeconds: 60, shown: "test")
    try DuckDBProgram().export(
      "SELECT 1", of: source, limit: nil, to: space.folder + "/ignored", in: space.folder)
  }

  private func export(_ predictions: String, _ prepare: (Workspace) throws -> Void) throws -> String
  {
    var settings = PipelineSettings()
    settings.predictions = predictions
    var export = ""
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("labels/a.csv", Self.rows.labels)
      try prepare(space)
      _ = try InputInspection(space.configuration())
      let summary = try space.ingest()
      #expect(summary.refusals.isEmpty)
      #expect(summary.rowsRead > 0)
      export = try space.export()
      let again = try space.ingest()
      #expect(again.filesRead == 0)
      #expect(!FileManager.default.fileExists(atPath: space.historyPath + ".spool"))
    }
    return export
  }

  @Test("give the figures of the same rows in CSV, whatever the name of the file")
  func parquet() throws {
    let csv = try export("predictions/a.csv") {
      try $0.write("predictions/a.csv", Self.rows.predictions)
    }
    let parquet = try export("{via: duckdb, from: 'predictions/*.parquet'}") { space in
      try writeParquet(
        "predictions/it's; \"$(x)\" 1.parquet", SampleRows(numbers: 0..<30).predictions, in: space)
      try writeParquet("predictions/2.parquet", SampleRows(numbers: 30..<60).predictions, in: space)
    }
    #expect(parquet == csv)
    let query = try export("{via: duckdb, query: \"FROM 'a.csv' ORDER BY id -- all\"}") {
      try $0.write("a.csv", Self.rows.predictions)
    }
    #expect(query == csv)
  }

  @Test("may be the reference, which is then known by the digest of its file")
  func reference() throws {
    try Workspace.with { space in
      space.settings.hasReference = false
      space.settings.more = ["reference: {via: duckdb, from: reference.parquet}"]
      try writeParquet("reference.parquet", SampleRows.reference, in: space)
      try space.write("predictions/a.csv", Self.rows.predictions)
      try space.ingest()
      try space.write("predictions/b.csv", SampleRows(numbers: 60..<80).predictions)
      #expect(try space.ingest().filesRead == 1)
    }
  }

  @Test("are looked at by their first rows, until all of them were asked for")
  func beginnings() throws {
    try Workspace.with { space in
      func source(_ setup: String?) -> Configuration.Source.DuckDB {
        .init(content: .query(""), setup: setup, timeoutSeconds: 60, shown: "test")
      }
      try DuckDBProgram().export(
        "SELECT 1", of: source("COPY (FROM range(70000)) TO 'many.parquet'"), limit: nil,
        to: space.folder + "/ignored", in: space.folder)
      let spool = try InputSpool(folder: space.folder + "/spool")
      func rowCount(_ extent: InputSpool.Extent) throws -> Int {
        let path = try spool.rows(
          extent, ofFile: space.folder + "/many.parquet", shown: "many", by: source(nil),
          limit: nil, in: space.folder)
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count - 1
      }
      #expect(try rowCount(.firstRows) == 65_536)
      #expect(try rowCount(.everything) == 70_000)
      #expect(try rowCount(.firstRows) == 70_000)
      try spool.remove()
    }
  }

  @Test("are converted once when they are read in turn, and kept no longer")
  func together() throws {
    try Workspace.with { space in
      let source = Configuration.Source.DuckDB(
        content: .query(""), setup: nil, timeoutSeconds: 60, shown: "test")
      let names = ["a", "b", "c"].map { "\(space.folder)/\($0).parquet" }
      for name in names { try writeParquet(name, ["n", name], in: space) }
      let spool = try InputSpool(folder: space.folder + "/spool")
      func rows(_ name: String, together: [String]) throws -> String {
        try spool.rows(
          ofFile: name, shown: "test", by: source, limit: nil, in: space.folder, together: together)
      }
      let pair = Array(names.prefix(2))
      let first = try pair.map { try rows($0, together: pair) }
      #expect(try pair.map { try rows($0, together: pair) } == first)
      #expect(try first.map { try String(contentsOfFile: $0, encoding: .utf8) }.count == 2)
      let other = try rows(names[2], together: [])
      #expect(first.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
      #expect(try rows(names[0], together: []) != first[0])
      #expect(!FileManager.default.fileExists(atPath: other))
      try spool.remove()
    }
  }

  @Test("fail with DuckDB's own words, and nothing of them is read")
  func failure() throws {
    var settings = PipelineSettings()
    settings.predictions = "[predictions/*.csv, {via: duckdb, query: SELECT nonsense FROM nowhere}]"
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", Self.rows.predictions)
      let error = #expect(throws: IngestError.self) { try space.ingest() }
      #expect(error?.description.contains("Table with name nowhere does not exist") == true)
      #expect(error?.description.hasPrefix("query SELECT nonsense FROM nowhere: ") == true)
      #expect(try space.files().isEmpty)
      #expect(!FileManager.default.fileExists(atPath: space.historyPath + ".spool"))
    }
  }

  @Test("are stopped when their time is up")
  func timeout() throws {
    var settings = PipelineSettings()
    settings.predictions =
      "{via: duckdb, timeout_seconds: 1, query: 'SELECT sum(a.range * b.range) FROM range(10000000) a, "
      + "range(10000000) b'}"
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      let error = #expect(throws: IngestError.self) { try space.ingest() }
      #expect(error?.description.contains("stopped after 1 seconds") == true)
    }
  }
}

@Suite("The program DuckDB")
struct DuckDBProgramTests {
  @Test("that is missing is asked for, with the way to install it")
  func missing() throws {
    let error = #expect(throws: IngestError.self) {
      try DuckDBProgram(searchPath: "/nowhere:/nothing")
    }
    #expect(error?.kind == .missingInput)
    #expect(error?.description.contains("pip install duckdb-cli") == true)
  }

  @Test("gets names in quotes")
  func quotes() {
    #expect(DuckDBProgram.quoted("a'b\"c") == "'a''b\"c'")
  }
}
