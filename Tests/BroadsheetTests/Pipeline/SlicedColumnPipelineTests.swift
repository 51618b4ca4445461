import Assessment
import Broadsheet
import Profiling
import Testing

@Suite("Expectations on a column within a slice")
struct SlicedColumnPipelineTests {
  private static let asked = [
    "expectations:",
    "  - {metric: missing_share, feature: tenure, slice: region=north, max: 0.1}",
    "  - {metric: jensen_shannon_distance, feature: '*', slice: region=south, max: 0.5}",
    "  - {metric: ks_statistic, feature: score, slice: region=north, max: 0.5}",
    "  - {metric: total_variation_distance, feature: truth, slice: region=south, max: 0.5}",
  ]
  /// What the four expectations name: slice and column.
  private static let pairs = [
    ("region=north", "tenure"), ("region=south", "tenure"), ("region=south", "plan"),
    ("region=north", "score"), ("region=south", "truth"),
  ]

  /// Figures that place values between anchors, of which the whole reference has more than its part.
  private static let placed: Set<String> = [
    "quantile_05", "quantile_50", "quantile_95", "standard_deviation", "wasserstein_distance",
    "normalised_wasserstein_distance",
  ]

  private func fill(_ space: Workspace, _ keep: (String) -> Bool = { _ in true }) throws {
    let rows = SampleRows(numbers: 0..<84)
    try space.write("reference.csv", Self.keeping(SampleRows.reference, keep))
    try space.write("predictions/a.csv", Self.keeping(rows.predictions, keep))
    try space.write("labels/a.csv", rows.labels)
  }

  private static func keeping(_ lines: [String], _ keep: (String) -> Bool) -> [String] {
    Array(lines.prefix(1)) + lines.dropFirst().filter(keep)
  }

  @Test("give the figures that the rows of the slice alone give over all rows")
  func equalsFiltered() throws {
    try Workspace.with { space in
      space.settings.more = Self.asked
      try fill(space)
      try space.ingest()
      let table = try space.table()
      for region in ["north", "south"] {
        try Workspace.with { alone in
          try fill(alone) { $0.contains(region) }
          try alone.ingest()
          let filtered = try alone.table()
          for (slice, column) in Self.pairs where slice == "region=\(region)" {
            let metrics = filtered.rows.keys.filter {
              $0.feature == column && $0.slice.isEmpty && !Self.placed.contains($0.metric)
            }
            #expect(metrics.count > 10)
            for key in metrics {
              var within = key
              within.slice = slice
              for cell in ["value", "lower", "upper", "count", "reason"] {
                #expect(
                  table.rows[within]?[cell] == filtered.rows[key]?[cell], "\(within) \(cell)")
              }
            }
          }
        }
      }
    }
  }

  @Test("are judged, and change no verdict on all rows")
  func judged() throws {
    try Workspace.with { space in
      try fill(space)
      space.settings.more = ["expectations: [{metric: psi, feature: '*', max: 0.25}]"]
      try space.ingest()
      let plain = try #require(try space.record()?.periods.first?.leading?.findings)
      space.settings.more =
        [
          "expectations:", "  - {metric: psi, feature: '*', max: 0.25}",
        ] + Self.asked.dropFirst()
      try space.remove("history.sqlite")
      try space.ingest()
      let findings = try #require(try space.record()?.periods.first?.leading?.findings)
      #expect(findings.prefix(2).map(\.significance) == plain.map(\.significance))
      #expect(findings.count == 7)
      #expect(findings.dropFirst(2).allSatisfy { !$0.value.key.slice.isAll })
      let drift = findings.dropFirst(3)
      #expect(drift.allSatisfy { $0.significance != nil && $0.value.estimate.value != nil })
    }
  }

  @Test("begin with the run in which they are first asked for, without a rebuild")
  func askedLater() throws {
    try Workspace.with { space in
      try fill(space)
      try space.ingest()
      space.settings.more = Self.asked
      var notes: [String] = []
      // Days 14 and 15 belong to a week of which nothing was read before.
      let later = SampleRows(numbers: 84..<96)
      try space.write("predictions/b.csv", later.predictions)
      try space.write("labels/b.csv", later.labels)
      try space.ingest { event in
        if case .note(let text) = event { notes.append(text) }
      }
      #expect(
        notes == [
          "churn: columns within 'region=north', 'region=south' are counted from now on; "
            + "'broadsheet ingest --rebuild' counts those of the rows that were read before"
        ])
      let record = try #require(try space.record())
      #expect(record.periods.map { $0.leading?.findings.count } == [0, 0, 5])
      let old = record.periods[0].leading?[
        MetricKey(.missingShare, slice: .where("region", "north"), feature: "tenure")]
      #expect(
        old?.estimate.reason?.description
          == "not counted within the slice when the rows were read; "
          + "'broadsheet ingest --rebuild' counts them")
      let followed = try space.table()
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      let rebuilt = try space.table()
      // The reference was counted again, so nothing of the new week is missing.
      for key in rebuilt.rows.keys where key.period == "2026-W12" {
        #expect(followed.rows[key] == rebuilt.rows[key])
      }
      #expect(rebuilt.rows.keys.contains { $0.period == "2026-W10" && $0.feature == "truth" })
    }
  }

  @Test("have no figure for a period of which a part was read before, and say so")
  func partOfPeriod() throws {
    try Workspace.with { space in
      let whole = SampleRows(numbers: 0..<42)
      try space.write("reference.csv", SampleRows.reference)
      try space.write(
        "predictions/a.csv", Self.keeping(whole.predictions) { !$0.contains("north") })
      try space.ingest()
      space.settings.more = Self.asked
      try space.write("predictions/b.csv", Self.keeping(whole.predictions) { $0.contains("north") })
      try space.ingest()
      let findings = try #require(try space.record()?.periods.first?.leading?.findings)
      // All rows of the north came after; those of the south before. No label has come.
      #expect(
        findings.map(\.value.key.slice.description) == [
          "region=north", "region=north", "region=south",
        ])
      #expect(findings.map(\.value.estimate.reason) == [nil, nil, .noValues])
      try space.write(
        "predictions/c.csv",
        SampleRows(numbers: 1_002..<1_004).predictions.map {
          $0.replacing("2026-08-16T", with: "2026-03-02T")
        })
      try space.ingest()
      let row = try space.table().rows[
        .init(
          period: "2026-W10", slice: "region=south", feature: "plan",
          metric: "jensen_shannon_distance")]
      #expect(row?["value"] == "")
      #expect(
        row?["reason"]
          == "only 2 of 22 rows counted when the rows were read; "
          + "'broadsheet ingest --rebuild' counts them")
      #expect(row?["status"] == "insufficient")
    }
  }

  @Test("leave the history as it is when the same is asked for again")
  func unchanged() throws {
    try Workspace.with { space in
      space.settings.more = Self.asked
      try fill(space)
      try space.ingest()
      let before = try space.state()
      var notes = 0
      try space.ingest { if case .note = $0 { notes += 1 } }
      #expect(try space.state() == before)
      #expect(notes == 0)
      space.settings.more = []
      try space.ingest()
      #expect(try space.table().rows.keys.allSatisfy { $0.slice.isEmpty || $0.feature.isEmpty })
    }
  }
}
