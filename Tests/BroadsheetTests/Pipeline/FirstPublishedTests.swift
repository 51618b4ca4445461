import Assessment
import Broadsheet
import Foundation
import History
import Profiling
import Publishing
import Testing

@Suite("First published values")
struct FirstPublishedTests {
  private static let rows = SampleRows(numbers: 0..<42)
  private static let week = "2026-W10"
  private static let april = Day(year: 2026, month: 4, day: 1)
  private static let may = Day(year: 2026, month: 5, day: 1)

  private func start(_ space: Workspace, labels: Range<Int>) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/all.csv", Self.rows.predictions)
    try space.write("labels/a.csv", SampleRows(numbers: labels).labels)
    try space.ingest()
  }

  /// Value, first value and day of the first publication, as the export has them.
  private func cells(
    _ space: Workspace, _ metric: String, slice: String = ""
  ) throws -> [String] {
    let row = try space.table().rows[.init(period: Self.week, slice: slice, metric: metric)]
    return ["value", "first_value", "first_published"].map { row?[$0] ?? "no row" }
  }

  @Test("stay as they were while labels arrive, with the day on which they were published")
  func kept() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      let before = try cells(space, "accuracy")
      #expect(before.dropFirst() == ["", ""])
      try space.publish(on: Self.april)
      #expect(try cells(space, "accuracy") == [before[0], before[0], "2026-04-01"])
      #expect(try cells(space, "row_count").dropFirst() == ["", ""])

      try space.write("labels/b.csv", SampleRows(numbers: 20..<42).labels)
      try space.ingest()
      try space.publish(on: Self.may)
      let after = try cells(space, "accuracy")
      #expect(after[0] != before[0])
      #expect(after.dropFirst() == [before[0], "2026-04-01"])
    }
  }

  @Test("date from the publication that had a value, not from an earlier one without")
  func valueCameLater() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<0)
      try space.publish(on: Self.april)
      #expect(try cells(space, "accuracy") == ["", "", ""])
      try space.write("labels/b.csv", Self.rows.labels)
      try space.ingest()
      try space.publish(on: Self.may)
      let after = try cells(space, "accuracy")
      #expect(after == [after[0], after[0], "2026-05-01"])
    }
  }

  @Test("show a late correction of a label as a restatement")
  func correction() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<42)
      try space.publish(on: Self.april)
      let leading = try #require(try space.record()?.periods.first?.leading)
      #expect(leading.restatements.isEmpty)
      try space.write(
        "labels/b.csv",
        [SampleRows.labelHeader, "3,\(1 - SampleRows.truth(3)),2026-04-20"])
      try space.ingest()
      let restated = try #require(try space.record()?.periods.first?.leading?.restatements)
      let accuracy = try #require(restated.first { $0.value.key == MetricKey(.accuracy) })
      #expect(accuracy.first.day == Self.april)
      let difference = try #require(accuracy.value.estimate.value) - accuracy.first.value
      #expect(abs(abs(difference) - 1.0 / 42) < 1e-12)
    }
  }

  @Test("leave site and history as they are when an unchanged history is published again")
  func unchanged() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      #expect(try space.publish(on: Self.april).written > 0)
      let figures = try space.publishedFigures()
      let again = try space.publish(on: Self.may)
      #expect(again.written == 0)
      #expect(again.unchanged > 0)
      #expect(try space.publishedFigures() == figures)
      #expect(!figures.isEmpty)
    }
  }

  @Test("stand in the published data from the first publication on")
  func dataFiles() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      try space.publish(on: Self.april)
      let data = try String(
        contentsOfFile: space.folder + "/public/data/churn/\(Self.week)/metrics.csv",
        encoding: .utf8)
      let row = try ExportTable(data).rows[.init(period: Self.week, metric: "accuracy")]
      #expect(row?["first_value"] == row?["value"])
      #expect(row?["first_published"] == "2026-04-01")
      #expect(row?["maturity"] == "provisional")
    }
  }

  @Test("are not taken of groups that are too small to be published")
  func smallGroups() throws {
    var settings = PipelineSettings()
    settings.more = ["suppress_below: 25"]
    try Workspace.with(settings) { space in
      try start(space, labels: 0..<42)
      try space.publish(on: Self.april)
      #expect(
        try cells(space, "accuracy", slice: "region=north").dropFirst() == ["", ""])
      #expect(try cells(space, "accuracy")[2] == "2026-04-01")
      space.settings.more = ["suppress_below: 5"]
      try space.publish(on: Self.may)
      #expect(try cells(space, "accuracy", slice: "region=north")[2] == "2026-05-01")
      #expect(try cells(space, "accuracy")[2] == "2026-04-01")
    }
  }

  @Test("outlive a rebuild of the history")
  func rebuild() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      try space.publish(on: Self.april)
      let before = try space.export()
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      #expect(try space.export() == before)
      #expect(try cells(space, "accuracy")[2] == "2026-04-01")
    }
  }

  @Test("are not taken by a publication that fails")
  func failure() throws {
    try Workspace.with { space in
      try start(space, labels: 0..<20)
      try space.write("public", ["a file where the folder should be"])
      #expect(throws: (any Error).self) { try space.publish(on: Self.april) }
      #expect(try cells(space, "accuracy").dropFirst() == ["", ""])
    }
  }
}

extension Workspace {
  fileprivate func publishedFigures() throws -> [PublishedFigure] {
    try HistoryStore(path: historyPath).read { try $0.publishedFigures() }
  }
}
