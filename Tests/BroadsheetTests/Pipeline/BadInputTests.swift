import Assessment
import Broadsheet
import Testing

@Suite("Input that cannot be read")
struct BadInputTests {
  /// A prediction log that must be refused.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var name = "bad.csv"
    let bytes: [UInt8]
    /// What the message begins with: the place.
    let place: String
    /// What it must say besides.
    let words: [String]
  }

  private static let rows = SampleRows(numbers: 42..<84)

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The log with the row at one place changed.
  private static func log(
    changing row: Int, _ change: (String) -> String, header: String = SampleRows.predictionHeader
  ) -> [UInt8] {
    var lines = rows.predictionRows
    lines[row] = change(lines[row])
    return bytes([header] + lines)
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a gzip file that ends too early", name: "bad.csv.gz",
      bytes: Array(GzipSample.file(bytes(rows.predictions)).dropLast(200)),
      place: "predictions/bad.csv.gz: ", words: ["ends early", "Copy the file again"]),
    Case(
      testDescription: "a binary file", bytes: (0..<5_000).map { UInt8($0 * $0 % 251) },
      place: "predictions/bad.csv", words: []),
    Case(
      testDescription: "a renamed column",
      bytes: log(
        changing: 0, { $0 }, header: "id,at,version,stage,churned,score,tenures,plan,region"),
      place: "predictions/bad.csv:1: ", words: ["'tenure'", "Did you mean 'tenures'?"]),
    Case(
      testDescription: "a line of three megabytes",
      bytes: log(changing: 1) { $0 + String(repeating: "x", count: 3_000_000) },
      place: "predictions/bad.csv:3", words: ["longer"]),
    Case(
      testDescription: "one row in twenty with a broken time",
      bytes: bytes(
        [SampleRows.predictionHeader]
          + SampleRows(numbers: 42..<142).predictionRows.enumerated().map { index, row in
            index % 20 == 9 ? row.replacing("T08:00:00Z", with: "T25:00:00Z") : row
          }),
      place: "predictions/bad.csv:11", words: ["5 of 100 rows", "at", "malformed_share"]),
    Case(
      testDescription: "Latin-1 text",
      bytes: bytes([SampleRows.predictionHeader] + rows.predictionRows.prefix(2))
        + Array("999,2026-03-09T08:00:00Z,v1,production,1,0.5,1.5,caf".utf8) + [0xE9]
        + Array(",north\n".utf8),
      place: "predictions/bad.csv:4:53: ", words: ["UTF-8"]),
    Case(
      testDescription: "a quote that is never closed",
      bytes: log(changing: 2) { $0.replacing(",v1,", with: ",\"v1,") },
      place: "predictions/bad.csv:4:", words: ["never closed"]),
    Case(
      testDescription: "no header", bytes: [], place: "predictions/bad.csv:1: ", words: ["header"]),
  ]

  /// What was said of the refused file, whether the run was stopped or the file left out.
  private func refusal(_ space: Workspace) throws -> [String] {
    do {
      return try space.ingest().refusals
    } catch let error as IngestError {
      #expect(error.kind == .badData)
      return error.messages
    }
  }

  private func start(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/good.csv", SampleRows(numbers: 0..<42).predictions)
    try space.write("labels/good.csv", SampleRows(numbers: 0..<42).labels)
    try space.ingest()
  }

  @Test(
    "is named with its place and what to do, and leaves the history as it was", arguments: cases)
  func refused(_ sample: Case) throws {
    try Workspace.with { space in
      try start(space)
      let before = try space.state()
      try space.write("predictions/\(sample.name)", bytes: sample.bytes)
      let messages = try refusal(space)
      #expect(messages.count == 1)
      let message = messages.first ?? ""
      #expect(message.hasPrefix(sample.place))
      for words in sample.words { #expect(message.contains(words)) }
      #expect(try space.state() == before)
    }
  }

  @Test("can be mended: the good file is read in the next run")
  func mended() throws {
    try Workspace.with { space in
      try start(space)
      let whole = GzipSample.file(Self.bytes(Self.rows.predictions))
      try space.write("predictions/bad.csv.gz", bytes: Array(whole.dropLast(9)))
      #expect(try refusal(space).count == 1)
      try space.write("predictions/bad.csv.gz", bytes: whole)
      #expect(try space.ingest().rowsRead == 42)
    }
  }

  @Test("stops the first run before anything is read")
  func firstRun() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      try space.write(
        "predictions/b.csv",
        [
          SampleRows.predictionHeader.replacing("score", with: "points")
        ] + Self.rows.predictionRows)
      #expect(try refusal(space).first?.hasPrefix("predictions/b.csv:1: ") == true)
      #expect(try space.record() == nil)
    }
  }

  @Test("far down in a file refuses that file whole, and the others are read")
  func farDown() throws {
    let long = SampleRows(numbers: 0..<4_200, rowsPerDay: 600)
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", long.predictions + ["4200,\"2026-03-08"])
      try space.write(
        "predictions/b.csv", SampleRows(numbers: 5_000..<5_042, rowsPerDay: 1_000).predictions)
      let summary = try space.ingest()
      #expect(summary.refusals.count == 1)
      #expect(summary.refusals.first?.hasPrefix("predictions/a.csv:4202:") == true)
      #expect(summary.rowsRead == 42)
      #expect(try space.files().map(\.path) == ["predictions/b.csv", "reference.csv"])
    }
  }

  @Test("an unknown stage is refused, with the line and the nearest stage")
  func unknownStage() throws {
    try Workspace.with { space in
      try start(space)
      let before = try space.state()
      try space.write(
        "predictions/bad.csv",
        bytes: Self.log(changing: 3) { $0.replacing("production", with: "prodction") })
      let message = try refusal(space).first ?? ""
      #expect(message.hasPrefix("predictions/bad.csv:"))
      #expect(message.contains("nearest: 'production'"))
      #expect(message.hasPrefix("predictions/bad.csv:5:4: "))
      #expect(try space.state() == before)
    }
  }

  @Test("an unknown stage in the reference is refused too, with its place, and nothing is kept")
  func unknownStageInReference() throws {
    try Workspace.with { space in
      var lines = SampleRows.reference
      lines[4] = lines[4].replacing("production", with: "shadwo")
      try space.write("reference.csv", lines)
      try space.write("predictions/a.csv", SampleRows(numbers: 0..<42).predictions)
      let error = try #require(throws: IngestError.self) { try space.ingest() }
      #expect(error.kind == .badData)
      #expect(
        error.messages == [
          "reference.csv:5:4: the stage column holds a value that is no stage; use production, "
            + "candidate, shadow, validation (nearest: 'shadow')"
        ])
      #expect(try space.record() == nil)
    }
  }

  @Test("some malformed rows are allowed, left out and counted")
  func fewMalformedRows() throws {
    var settings = PipelineSettings()
    settings.more = ["malformed_share: 0.05"]
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write(
        "predictions/a.csv", SampleRows(numbers: 0..<40).predictions + ["40,yesterday,v1"])
      #expect(try space.ingest().malformed == 1)
      let table = try space.table()
      #expect(table["row_count", "2026-W10"] == "40")
      #expect(table["malformed_row_count", "2026-W10"] == "1")
    }
  }
}
