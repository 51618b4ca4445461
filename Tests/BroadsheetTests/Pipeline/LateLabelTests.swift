import Assessment
import Broadsheet
import Testing

@Suite("Labels that come late, twice, or for nobody")
struct LateLabelTests {
  private static let rows = SampleRows(numbers: 0..<42)
  private static let week = "2026-W10"

  private func start(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/all.csv", Self.rows.predictions)
  }

  /// The labels of all rows, with other cells for some ids.
  private func labels(replacing changed: [Int: String] = [:]) -> [String] {
    [SampleRows.labelHeader] + Self.rows.numbers.map { changed[$0] ?? Self.rows.labelRow($0) }
  }

  /// The export of a history that only ever saw the given labels.
  private func fresh(_ labels: [String]) throws -> String {
    var export = ""
    try Workspace.with { space in
      try start(space)
      try space.write("labels/only.csv", labels)
      try space.ingest()
      export = try space.export()
    }
    return export
  }

  private func flipped(_ number: Int, seen: String) -> String {
    "\(number),\(1 - SampleRows.truth(number)),\(seen)"
  }

  @Test("join in a later run")
  func joinLater() throws {
    try Workspace.with { space in
      try start(space)
      try space.ingest()
      #expect(try space.table()["label_count", Self.week] == "0")
      try space.write("labels/late.csv", labels())
      #expect(try space.ingest().labelsJoined == 42)
      #expect(try space.export() == fresh(labels()))
    }
  }

  @Test("a later observation replaces an earlier one, in whichever order they are read")
  func laterTimeWins() throws {
    let correction = flipped(3, seen: "2026-04-01")
    let expected = try fresh(labels(replacing: [3: correction]))
    for names in [["a", "b"], ["b", "a"]] {
      try Workspace.with { space in
        try start(space)
        try space.write("labels/\(names[0]).csv", labels())
        try space.write("labels/\(names[1]).csv", [SampleRows.labelHeader, correction])
        let summary = try space.ingest()
        #expect(summary.labelsCorrected == (names == ["a", "b"] ? 1 : 0))
        #expect(try space.export() == expected)
      }
    }
  }

  @Test("of two observations at one time the one read last wins")
  func lastReadWins() throws {
    let correction = flipped(3, seen: "2026-03-12")
    let expected = try fresh(labels(replacing: [3: correction]))
    try Workspace.with { space in
      try start(space)
      try space.write("labels/a.csv", labels())
      try space.ingest()
      try space.write("labels/a-corrected.csv", [SampleRows.labelHeader, correction])
      #expect(try space.ingest().labelsCorrected == 1)
      #expect(try space.export() == expected)
    }
  }

  @Test("a correction inside one file counts once")
  func correctionWithinAFile() throws {
    let correction = flipped(3, seen: "2026-04-01")
    try Workspace.with { space in
      try start(space)
      try space.write("labels/a.csv", labels() + [correction])
      try space.ingest()
      #expect(try space.export() == fresh(labels(replacing: [3: correction])))
    }
  }

  @Test("a label for an unknown id waits, is counted, and joins when its prediction comes")
  func waitingLabel() throws {
    let later = SampleRows(numbers: 42..<48)
    try Workspace.with { space in
      try start(space)
      try space.write("labels/a.csv", labels() + later.labelRows)
      try space.ingest()
      #expect(try space.record()?.unmatchedLabelCount == 6)
      #expect(try space.table()["label_count", Self.week] == "42")
      try space.write("predictions/later.csv", later.predictions)
      #expect(try space.ingest().labelsJoined == 6)
      #expect(try space.record()?.unmatchedLabelCount == 0)
      #expect(try space.table()["label_count", "2026-W11"] == "6")
    }
  }

  @Test("a waiting label can be corrected while it waits")
  func correctedWhileWaiting() throws {
    let correction = flipped(3, seen: "2026-04-01")
    try Workspace.with { space in
      try space.write("reference.csv", SampleRows.reference)
      try space.write("predictions/0.csv", [SampleRows.predictionHeader])
      try space.write("labels/a.csv", [SampleRows.labelHeader, correction])
      try space.write("labels/b.csv", labels())
      try space.ingest()
      try space.write("predictions/all.csv", Self.rows.predictions)
      try space.ingest()
      #expect(try space.export() == fresh(labels(replacing: [3: correction])))
    }
  }

  @Test("a label belongs to every version that answered, also to one read after it")
  func labelOfEveryVersion() throws {
    var shadow = Self.rows
    shadow.version = "v2"
    shadow.stage = "shadow"
    try Workspace.with { space in
      try start(space)
      try space.write("labels/a.csv", labels())
      try space.ingest()
      try space.write("predictions/shadow.csv", shadow.predictions)
      #expect(try space.ingest().labelsJoined == 42)
      let table = try space.table()
      for metric in ["label_count", "accuracy", "roc_auc", "true_positive_count"] {
        let production = table[metric, Self.week]
        #expect(production != nil)
        #expect(table[metric, Self.week, version: "v2", stage: "shadow"] == production)
      }
    }
  }

  @Test("a correction reaches every version")
  func correctionOfEveryVersion() throws {
    var shadow = Self.rows
    shadow.version = "v2"
    shadow.stage = "shadow"
    try Workspace.with { space in
      try start(space)
      try space.write("predictions/shadow.csv", shadow.predictions)
      try space.write("labels/a.csv", labels())
      try space.ingest()
      try space.write("labels/b.csv", [SampleRows.labelHeader, flipped(3, seen: "2026-04-01")])
      #expect(try space.ingest().labelsCorrected == 2)
      let table = try space.table()
      #expect(
        table["accuracy", Self.week]
          == table["accuracy", Self.week, version: "v2", stage: "shadow"])
    }
  }

  @Test("an empty label tells nothing")
  func emptyLabel() throws {
    try Workspace.with { space in
      try start(space)
      try space.write("labels/a.csv", labels(replacing: [3: "3,,2026-04-01"]))
      #expect(try space.ingest().labelsJoined == 41)
    }
  }
}
