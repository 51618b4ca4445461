import Assessment
import Broadsheet
import Profiling
import Testing

@Suite("Versions and stages")
struct ArmTests {
  private static let week = "2026-W10"

  private func with(
    _ arms: [SampleRows], settings: PipelineSettings = PipelineSettings(),
    _ body: (Workspace) throws -> Void
  ) throws {
    try Workspace.with(settings) { space in
      try space.write("reference.csv", SampleRows.reference)
      for (index, rows) in arms.enumerated() {
        try space.write("predictions/\(index).csv", rows.predictions)
        try space.write("labels/\(index).csv", rows.labels)
      }
      try space.ingest()
      try body(space)
    }
  }

  @Test("are kept apart: a version counts in each stage for itself")
  func keptApart() throws {
    let arms = [
      SampleRows(version: "v1", stage: "production", numbers: 0..<20),
      SampleRows(version: "v2", stage: "shadow", numbers: 20..<30),
      SampleRows(version: "v2", stage: "production", numbers: 30..<42),
    ]
    try with(arms) { space in
      let table = try space.table()
      for arm in arms {
        let count = table["row_count", Self.week, version: arm.version, stage: arm.stage]
        #expect(count == "\(arm.numbers.count)")
      }
      #expect(table["row_count", Self.week, version: "v1", stage: "shadow"] == nil)
    }
  }

  @Test("without their columns are production and one nameless version")
  func withoutColumns() throws {
    let rows = SampleRows(version: "v2", stage: "shadow", numbers: 0..<42)
    try with([rows], settings: PipelineSettings().without("version", "stage")) { space in
      let table = try space.table()
      #expect(table["row_count", Self.week, version: "", stage: "production"] == "42")
    }
  }

  @Test("the version with most rows in production leads, not the one with most days")
  func mostRowsLead() throws {
    // Six rows on each of two days against thirty on one.
    let arms = [
      SampleRows(version: "v1", numbers: 0..<12),
      SampleRows(version: "v2", numbers: 60..<90, rowsPerDay: 30),
    ]
    try with(arms) { space in
      let leading = try space.record()?.periods.first?.leading
      #expect(leading?.arm.version == "v2")
    }
  }

  @Test("two versions in one period are one period of a run of breaches")
  func runOfBreaches() throws {
    var settings = PipelineSettings()
    settings.more = ["expectations: [{metric: missing_share, feature: tenure, min: 0.5}]"]
    let arms = [
      SampleRows(version: "v1", numbers: 0..<20), SampleRows(version: "v2", numbers: 20..<42),
    ]
    try with(arms, settings: settings) { space in
      let runs = try space.record()?.periods.first?.arms.flatMap {
        $0.findings.map(\.periodsInARow)
      }
      #expect(runs == [1, 1])
    }
  }

  @Test("a version is compared with its own rows of the reference, else with all of them")
  func ownReference() throws {
    let own = SampleRows(version: "v1", numbers: 1_000..<1_030)
    let foreign = SampleRows(version: "v9", stage: "validation", numbers: 2_000..<2_007)
    let unknown = SampleRows(version: "v3", stage: "shadow", numbers: 1_000..<1_030)
    var settings = PipelineSettings()
    settings.period = "quarter"
    try Workspace.with(settings) { space in
      try space.write("reference.csv", own.predictions + foreign.predictionRows)
      try space.write("predictions/a.csv", own.predictions + unknown.predictionRows)
      try space.ingest()
      let table = try space.table()
      #expect(table["row_count", "reference"] == "30")
      #expect(table["row_count", "reference", version: "v9", stage: "validation"] == "7")
      let period = try #require(table.periods.first)
      #expect(table["psi", period, feature: "tenure"] == "0")
      // NumPy: ten bins between the deciles of the pooled 37 rows.
      let pooled = table["psi", period, version: "v3", stage: "shadow", feature: "tenure"]
      let value = try #require(pooled.flatMap { Double($0) })
      #expect(abs(value - 0.019839886164078196) <= 1e-12)
    }
  }
}
