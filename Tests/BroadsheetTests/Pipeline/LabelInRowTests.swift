import Assessment
import Broadsheet
import Testing

@Suite("Labels in the rows of the predictions")
struct LabelInRowTests {
  private static let rows = SampleRows(numbers: 0..<42)
  private static let week = "2026-W10"
  private static let header = SampleRows.predictionHeader + ",truth,seen_at"

  private func file(
    _ rows: SampleRows = Self.rows, labelled: (Int) -> Bool = { _ in true }
  ) -> [String] {
    [Self.header]
      + rows.numbers.map { number in
        rows.predictionRow(number)
          + (labelled(number) ? ",\(SampleRows.truth(number)),2026-03-20" : ",,")
      }
  }

  private func read(_ files: [[String]]) throws -> String {
    var export = ""
    try Workspace.with(PipelineSettings().withLabelsInRows) { space in
      try space.write("reference.csv", SampleRows.reference)
      for (index, lines) in files.enumerated() {
        try space.write("predictions/\(index).csv", lines)
        try space.ingest()
      }
      export = try space.export()
    }
    return export
  }

  @Test("count like those of a file of labels")
  func equalToLabelFile() throws {
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/all.csv", Self.rows.predictions)
      try space.write(
        "labels/all.csv",
        [SampleRows.labelHeader]
          + Self.rows.numbers.map { "\($0),\(SampleRows.truth($0)),2026-03-20" })
      try space.ingest()
      #expect(try space.export() == read([file()]))
    }
  }

  @Test("that are filled in by a later export of the same rows join then")
  func filledInLater() throws {
    let both = try ExportTable(try read([file { $0 % 2 == 0 }, file()]))
    let once = try ExportTable(try read([file()]))
    #expect(both["duplicate_id_count", Self.week] == "42")
    for metric in ["row_count", "label_count", "accuracy", "roc_auc", "label_delay_days_p50"] {
      #expect(once[metric, Self.week] != nil)
      #expect(both[metric, Self.week] == once[metric, Self.week])
    }
  }

  @Test("stay when a later export of the same rows no longer has them")
  func emptiedLater() throws {
    let table = try ExportTable(try read([file(), file { $0 % 2 == 0 }]))
    #expect(table["label_count", Self.week] == "42")
  }

  @Test("are counted in a log without ids")
  func withoutIDs() throws {
    try Workspace.with(PipelineSettings().withLabelsInRows.without("id")) { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/all.csv", file())
      try space.write("predictions/more.csv", file { $0 % 2 == 0 })
      let summary = try space.ingest()
      #expect(summary.duplicates == 0)
      let table = try space.table()
      #expect(table["row_count", Self.week] == "84")
      #expect(table["label_count", Self.week] == "63")
    }
  }

  @Test("belong to every version with the id, whichever row is read first")
  func everyVersion() throws {
    var shadow = Self.rows
    shadow.version = "v2"
    shadow.stage = "shadow"
    let production = file()
    let unlabelled = file(shadow) { _ in false }
    let productionFirst = try read([production, unlabelled])
    let shadowFirst = try read([unlabelled, production])
    let table = try ExportTable(productionFirst)
    #expect(table["label_count", Self.week, version: "v2", stage: "shadow"] == "42")
    #expect(shadowFirst == productionFirst)
  }
}
