import Assessment
import Broadsheet
import Profiling
import Testing

@Suite("Scores by group")
struct GroupScorePipelineTests {
  private static let protected = ["protected: [{attribute: region}]"]

  @Test("are counted from the run in which an attribute is protected, and before by a rebuild")
  func protectedLater() throws {
    try Workspace.with { space in
      let rows = SampleRows(numbers: 0..<84)
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/a.csv", rows.predictions)
      try space.write("labels/a.csv", rows.labels)
      try space.ingest()
      #expect(try !space.export().contains("scoring_rate"))
      space.settings.more = Self.protected
      try space.write("predictions/b.csv", SampleRows(numbers: 84..<96).predictions)
      var notes: [String] = []
      try space.ingest { event in
        if case .note(let text) = event { notes.append(text) }
      }
      #expect(
        notes == [
          "churn: scores by 'region' are counted from now on; "
            + "'broadsheet ingest --rebuild' counts those of the rows that were read before"
        ])
      let followed = try space.table()
      let periods = followed.periods
      #expect(periods.count == 3)
      let old = followed.rows[key(periods[0])]
      #expect(old?["value"] == "" && old?["reason"]?.hasPrefix("not counted within") == true)
      #expect(followed["scoring_rate", periods[2], slice: "region=north"] != "")
      #expect(followed["scoring_rate", "reference", slice: "region=north"] != "")
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      let rebuilt = try space.table()
      for period in periods {
        #expect(rebuilt.rows[key(period)]?["value"] != "")
      }
      #expect(rebuilt.rows[key(periods[2])] == followed.rows[key(periods[2])])
      notes = []
      try space.ingest { event in
        if case .note(let text) = event { notes.append(text) }
      }
      #expect(notes.isEmpty)
    }
  }

  private func key(_ period: String) -> ExportTable.Key {
    ExportTable.Key(period: period, slice: "region=north", metric: "scoring_rate")
  }
}
