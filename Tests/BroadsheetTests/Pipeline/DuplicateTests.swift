import Assessment
import Broadsheet
import Testing

@Suite("Rows that come twice")
struct DuplicateTests {
  private static let rows = SampleRows(numbers: 0..<42)
  private static let week = "2026-W10"

  private func table(_ files: [[String]]) throws -> ExportTable {
    var table: ExportTable?
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("labels/all.csv", Self.rows.labels)
      for (index, lines) in files.enumerated() {
        try space.write("predictions/\(index).csv", lines)
      }
      try space.ingest()
      table = try space.table()
    }
    return try #require(table)
  }

  /// Every row except that of the duplicates themselves is what it is without them.
  private func expectOnlyTheCountDiffers(_ table: ExportTable, duplicates: String) throws {
    let once = try self.table([Self.rows.predictions])
    var cells = table.rows
    let key = ExportTable.Key(period: Self.week, metric: "duplicate_id_count")
    #expect(cells[key]?["value"] == duplicates)
    cells[key] = once.rows[key]
    #expect(cells == once.rows)
  }

  @Test("count once within a file")
  func withinAFile() throws {
    let lines = Self.rows.predictions + Self.rows.predictionRows.prefix(5)
    try expectOnlyTheCountDiffers(try table([lines]), duplicates: "5")
  }

  @Test("count once across files")
  func acrossFiles() throws {
    let again = [SampleRows.predictionHeader] + Self.rows.predictionRows.suffix(7)
    try expectOnlyTheCountDiffers(try table([Self.rows.predictions, again]), duplicates: "7")
  }

  @Test("count once for each version")
  func inAnotherVersion() throws {
    var other = Self.rows
    other.version = "v2"
    let table = try table([Self.rows.predictions, other.predictions])
    for version in ["v1", "v2"] {
      #expect(table["row_count", Self.week, version: version] == "42")
      #expect(table["duplicate_id_count", Self.week, version: version] == "0")
    }
  }

  @Test("make no day, period or arm of their own, however late they come")
  func laterAndElsewhere() throws {
    let repeated = Self.rows.predictionRows.prefix(3).map {
      $0.replacing("2026-03-02", with: "2026-03-20").replacing("production", with: "shadow")
    }
    let table = try table([Self.rows.predictions + repeated])
    #expect(table.periods == [Self.week])
    #expect(!table.rows.keys.contains { $0.stage == "shadow" })
    #expect(table["duplicate_id_count", Self.week] == "3")
  }

  @Test("are all counted in a log without ids")
  func withoutIDs() throws {
    var settings = PipelineSettings().without("id")
    settings.hasLabelFiles = false
    settings.columns.removeAll { $0.0.hasPrefix("label") }
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/all.csv", Self.rows.predictions + Self.rows.predictionRows)
      #expect(try space.ingest().duplicates == 0)
      #expect(try space.table()["row_count", Self.week] == "84")
    }
  }
}
