import Assessment
import Foundation
import Glibc
import History
import Testing

@testable import Broadsheet

@Suite("Sources of records")
struct SourceTests {
  private static let rows = SampleRows(numbers: 0..<60)

  /// The export of the same rows as CSV files.
  private func expected() throws -> String {
    var export = ""
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", Self.rows.predictions)
      try space.write("labels/a.csv", Self.rows.labels)
      try space.ingest()
      export = try space.export()
    }
    return export
  }

  @Test("in JSON Lines give the figures of the same rows in CSV")
  func jsonLines() throws {
    try Workspace.with { space in
      try space.write("reference.csv", JSONRows.lines(of: SampleRows.reference))
      try space.write("predictions/a", JSONRows.lines(of: Self.rows.predictions))
      try space.write("labels/a.json", JSONRows.lines(of: Self.rows.labels))
      try space.ingest()
      #expect(try space.export() == (try expected()))
    }
  }

  @Test("are told apart by content, file by file, under one pattern")
  func mixed() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<30).predictions)
      try space.write(
        "predictions/b.csv", JSONRows.lines(of: SampleRows(numbers: 30..<60).predictions))
      try space.write("labels/a.csv", Self.rows.labels)
      try space.ingest()
      #expect(try space.export() == (try expected()))
    }
  }

  @Test("that are named pipes are read once, under their name, and leave nothing behind")
  func namedPipe() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("labels/a.csv", Self.rows.labels)
      try space.write("rows", Self.rows.predictions)
      let pipe = space.folder + "/predictions/pipe"
      try #require(unsafe mkfifo(pipe, 0o600) == 0)
      for _ in 1...2 {
        // The shell opens the pipe for writing while we open it for reading.
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/bin/sh")
        writer.arguments = ["-c", "cat \"$0\" > \"$1\"", space.folder + "/rows", pipe]
        try writer.run()
        let summary = try space.ingest()
        writer.waitUntilExit()
        #expect(summary.refusals.isEmpty)
      }
      #expect(try space.export() == (try expected()))
      #expect(try space.files().map(\.path).contains("predictions/pipe"))
      #expect(!FileManager.default.fileExists(atPath: space.historyPath + ".spool"))
      #expect(throws: IngestError.self) {
        try HistoryRebuild(configuration: space.configuration()).run { _ in }
      }
    }
  }

  @Test("that a killed run has left spooled are removed by the next one")
  func leftovers() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", Self.rows.predictions)
      let spool = space.historyPath + ".spool"
      try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(fileURLWithPath: spool + "/1"))
      try space.ingest()
      #expect(!FileManager.default.fileExists(atPath: spool))
    }
  }

  @Test("of records may all go without a label, a latency or an error, but not without a feature")
  func sparse() throws {
    var settings = PipelineSettings()
    settings.columns.append(("error", "failure"))
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a", JSONRows.lines(of: Self.rows.predictions))
      _ = try InputInspection(space.configuration())
      let summary = try space.ingest()
      #expect(summary.refusals.isEmpty)
      space.settings.features.append("tenuer")
      let error = #expect(throws: IngestError.self) {
        try InputInspection(space.configuration())
      }
      #expect(error?.description.contains("did you mean 'tenure'?") == true)
    }
  }
}
