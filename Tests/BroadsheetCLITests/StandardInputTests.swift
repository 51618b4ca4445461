import Foundation
import Testing

@Suite("Standard input")
struct StandardInputTests {
  private static let configuration = Program.configuration.replacing(
    "predictions: predictions/*.csv", with: "predictions: '-'")

  @Test("is read like a file, once")
  func read() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("broadsheet.yaml", Self.configuration)
      try program.write("rows", Program.header + Program.rows(0..<40))
      #expect(try program.run("check").status == 0)
      let first = try program.run(["ingest"], input: "rows")
      #expect(first.status == 0)
      #expect(first.errors.contains("churn: standard input: 40 rows"))
      let again = try program.run(["ingest"], input: "rows")
      #expect(again.status == 0)
      #expect(again.errors.contains("standard input: these predictions were read before"))
      // The rest of a longer stream: rows that came before are left out by their ids.
      try program.write("more", Program.header + Program.rows(20..<50))
      let more = try program.run(["ingest"], input: "more")
      #expect(more.errors.contains("20 rows read before and left out"))
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/history.sqlite.spool"))
    }
  }

  @Test("may bring nothing at all")
  func empty() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("broadsheet.yaml", Self.configuration)
      let outcome = try program.run("run")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("Read 0 rows from 0 files"))
    }
  }

  @Test("cannot be counted again, which is said before anything is lost")
  func rebuild() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("broadsheet.yaml", Self.configuration)
      try program.write("rows", Program.header + Program.rows(0..<40))
      _ = try program.run(["ingest"], input: "rows")
      let outcome = try program.run(["ingest", "--rebuild"], input: "rows")
      #expect(outcome.status == 78)
      #expect(outcome.errors.contains("cannot be read again"))
      #expect(try program.run("status").output.contains("40"))
    }
  }

  @Test("with a record that is no record is refused with its line, and nothing of it is kept")
  func refused() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write("broadsheet.yaml", Self.configuration)
      try program.write("rows", Program.header + "1,2026-03-02,\"1,1,1\n")
      let outcome = try program.run(["ingest"], input: "rows")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("standard input:2:"))
    }
  }
}

@Suite("Sources through DuckDB")
struct MissingDuckDBTests {
  @Test("end with 66 and the way to install it when the program is missing")
  func missing() throws {
    try Program.with { program in
      try program.writeSite()
      try program.write(
        "broadsheet.yaml",
        Program.configuration.replacing(
          "predictions: predictions/*.csv",
          with: "predictions: {via: duckdb, from: predictions/*.csv}"))
      let outcome = try Program(folder: program.folder, environment: ["PATH": "/nowhere"])
        .run("ingest")
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("pip install duckdb-cli"))
    }
  }
}
