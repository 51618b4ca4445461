import Ingestion
import Testing

@testable import Broadsheet

@Suite("Sources in a configuration")
struct SourceReaderTests {
  private func model(_ predictions: String, _ more: String = "") throws -> Configuration.Model {
    try Sample.firstModel(text(predictions, more))
  }

  private func text(_ predictions: String, _ more: String = "") -> String {
    Sample.binary(more).replacing(
      "predictions: predictions.csv", with: "predictions: \(predictions)")
  }

  @Test("are paths, maps, or a list of both")
  func forms() throws {
    let sources = try model(
      #"[a/*.csv, {from: [b.jsonl, "c d"], format: jsonl}, "-", {from: e, format: csv}]"#
    ).predictions
    #expect(
      sources == [
        Configuration.Source(.files(pattern: "/reports/a/*.csv")),
        Configuration.Source(.files(pattern: "/reports/b.jsonl"), format: .jsonLines),
        Configuration.Source(.files(pattern: "/reports/c d"), format: .jsonLines),
        Configuration.Source(.standardInput),
        Configuration.Source(.files(pattern: "/reports/e"), format: .csv),
      ])
  }

  @Test("are read through DuckDB as files, addresses or queries")
  func duckDB() throws {
    func content(_ text: String) throws -> Configuration.Source.DuckDB? {
      guard case .duckDB(let source)? = try model(text).predictions.first?.origin else {
        return nil
      }
      return source
    }
    let files = try #require(try content("{via: duckdb, from: 'data/*.parquet'}"))
    #expect(files.content == .files(pattern: "/reports/data/*.parquet"))
    #expect(files.timeoutSeconds == 3_600)
    let remote = try #require(try content("{via: duckdb, from: \"s3://logs/it's.parquet\"}"))
    #expect(remote.content == .query("SELECT * FROM 's3://logs/it''s.parquet'"))
    let query = try #require(
      try content("{via: duckdb, query: SELECT 1, setup: LOAD httpfs, timeout_seconds: 5}"))
    #expect(query.content == .query("SELECT 1"))
    #expect(query.setup == "LOAD httpfs")
    #expect(query.timeoutSeconds == 5)
  }

  @Test(
    "that are wrong are reported with place and remedy",
    arguments: [
      ("{from: a, format: json}", "unknown format 'json'; did you mean 'jsonl'?"),
      ("{via: duckbd, from: a}", "unknown program 'duckbd'; did you mean 'duckdb'?"),
      ("{via: duckdb}", "this key is required; write 'from: PATH' or 'query: SELECT …'"),
      ("{via: duckdb, from: a, query: b}", "stands beside 'from'; keep one of the two"),
      (
        "{via: duckdb, from: a, format: csv}",
        "DuckDB finds out the format itself; remove the key, or name a function such as read_csv "
          + "in 'query'"
      ),
      ("{query: SELECT 1}", "stands without 'via'; write 'via: duckdb' beside it"),
      ("{form: a}", "unknown key; did you mean 'from'?"),
      ("[[a]]", "expected a path or a map, found a list; write one path, or {from: …}"),
      (
        "[\"-\", \"-\"]",
        "standard input is read already, on line 7; give one of them a file or a named pipe"
      ),
    ])
  func wrong(predictions: String, message: String) throws {
    let problems = try Sample.problems(text(predictions))
    #expect(
      problems.contains { $0.hasPrefix("broadsheet.yaml:7:") && $0.contains(message) },
      "\(problems)")
  }

  @Test("name standard input once, and never as the reference, which has to stay")
  func standardInput() throws {
    let twice = try Sample.problems(text("\"-\"", "labels: \"-\""))
    #expect(twice.contains { $0.contains("standard input is read already, on line 7") })
    let reference = try Sample.problems(text("a.csv", "reference: \"-\""))
    #expect(reference.contains { $0.contains("the reference must be a file that stays as it is") })
  }

  @Test("that are queries need ids, by which rows that come again are known")
  func queryWithoutID() throws {
    let problems = try Sample.problems(
      text("{via: duckdb, query: SELECT 1}").replacing("id: id, ", with: ""))
    #expect(problems.contains { $0.contains("predictions from a query need 'columns.id'") })
  }
}
