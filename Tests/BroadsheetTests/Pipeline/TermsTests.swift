import Assessment
import Broadsheet
import Foundation
import History
import Profiling
import Publishing
import Testing

@Suite("What was in force")
struct TermsTests {
  private static let april = Day(year: 2026, month: 4, day: 1)
  private static let may = Day(year: 2026, month: 5, day: 1)

  /// Two weeks of rows, 2026-W10 and 2026-W11.
  private func start(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/a.csv", SampleRows(numbers: 0..<84).predictions)
    try space.write("labels/a.csv", SampleRows(numbers: 0..<84).labels)
    try space.ingest()
  }

  @discardableResult
  private func publish(_ space: Workspace, on day: Day) throws -> SiteChanges {
    let store = try HistoryStore(path: space.historyPath)
    let ledger = PublicationLedger(store: store)
    let configuration = try Configuration.parse(
      text: "roles: [compliance]\n" + space.settings.text, path: "broadsheet.yaml",
      directory: space.folder)
    let entry = ledger.entry(
      for: try RecordAssembler(
        configuration: configuration, store: store, programVersion: "0.1.0"
      ).records(), on: day)
    let changes = try SitePublication(
      configuration: configuration, edition: try configuration.editions(named: nil)[0],
      store: store, programVersion: "0.1.0", time: PublicationTime(day)
    ).publish(entry.records)
    try ledger.keep(entry)
    return changes
  }

  private func report(_ space: Workspace, _ week: String) throws -> String {
    try String(
      contentsOfFile: space.folder + "/public/compliance/churn/\(week)/index.md", encoding: .utf8)
  }

  @Test("is found to be unchanged between two reports of one run")
  func unchanged() throws {
    try Workspace.with { space in
      try start(space)
      try publish(space, on: Self.april)
      #expect(
        try report(space, "2026-W11").contains(
          "Model version, columns, expectations, settings, reference and program are those of the "
            + "report for week 10 of 2026."))
      #expect(try report(space, "2026-W10").contains("This is the first report of the model"))
      #expect(try publish(space, on: Self.may).written == 0)
    }
  }

  @Test("shows in the next report when it changed, and in old ones as a change after the fact")
  func changedSetting() throws {
    try Workspace.with { space in
      try start(space)
      try publish(space, on: Self.april)
      space.settings.more = ["suppress_below: 3"]
      try space.write("predictions/b.csv", SampleRows(numbers: 84..<126).predictions)
      try space.ingest()
      try publish(space, on: Self.may)
      let row = "| Setting suppress_below | 10 | 3 |"
      let old = try report(space, "2026-W11")
      #expect(old.contains("1 change since this report was first published on 1 April 2026."))
      #expect(old.contains(row))
      let new = try report(space, "2026-W12")
      #expect(new.contains("1 change since the report for week 11 of 2026"))
      #expect(new.contains(row))
      #expect(!new.contains("since this report was first published"))
    }
  }

  @Test("names a changed version and a changed expectation with before and after")
  func changedVersion() throws {
    var settings = PipelineSettings()
    settings.more = ["expectations: [{metric: accuracy, min: 0.4}]"]
    try Workspace.with(settings) { space in
      try start(space)
      try publish(space, on: Self.april)
      space.settings.more = ["expectations: [{metric: accuracy, min: 0.5}]"]
      var rows = SampleRows(numbers: 84..<126)
      rows.version = "v2"
      try space.write("predictions/b.csv", rows.predictions)
      try space.ingest()
      try publish(space, on: Self.may)
      let text = try report(space, "2026-W12")
      #expect(text.contains("| Version in use | v1 (production) | v2 (production) |"))
      #expect(text.contains("| Expectation of accuracy | at least 40 % | at least 50 % |"))
    }
  }

  @Test("outlives a rebuild of the history")
  func rebuild() throws {
    try Workspace.with { space in
      try start(space)
      try publish(space, on: Self.april)
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      let kept = try HistoryStore(path: space.historyPath).read { try $0.publishedTerms() }
      #expect(kept.map(\.period) == ["2026-W10", "2026-W11"])
      #expect(kept.allSatisfy { $0.published.day == Self.april })
    }
  }
}
