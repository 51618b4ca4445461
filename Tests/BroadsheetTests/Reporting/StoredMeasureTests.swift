import Assessment
import Foundation
import GRDB
import History
import Profiling
import Testing

@testable import Broadsheet

@Suite("Measures that are kept")
struct StoredMeasureTests {
  /// Two arms side by side, one of them promoted, labels late, and a week without rows.
  private func start(_ space: Workspace) throws {
    try space.write("reference.csv", SampleRows.reference)
    try space.write("predictions/a.csv", SampleRows(numbers: 0..<84).predictions)
    try space.write(
      "predictions/b.csv",
      SampleRows(version: "v2", stage: "shadow", numbers: 0..<84).predictions)
    try space.write(
      "predictions/c.csv", SampleRows(version: "v2", numbers: 126..<168).predictions)
    try space.write("labels/a.csv", SampleRows(numbers: 0..<60).labels)
    try space.ingest()
  }

  private static let settings = {
    var settings = PipelineSettings()
    settings.more = ["protected: [{attribute: region}]"]
    return settings
  }()

  private func records(
    _ space: Workspace, recalling: Bool, keeping: Bool = false
  ) throws -> [ModelRecord] {
    try RecordAssembler(
      configuration: try space.configuration(), store: try HistoryStore(path: space.historyPath),
      recalling: recalling
    ).records(keeping: keeping)
  }

  @Test("come back with every part as it was measured")
  func roundTrip() throws {
    try Workspace.with(Self.settings) { space in
      try start(space)
      let measured = try records(space, recalling: false, keeping: true)
      let recalled = try records(space, recalling: true)
      #expect(measured.count == 1)
      for (one, other) in zip(measured, recalled) {
        #expect(one.periods.count == 4)
        #expect(one.stamp == other.stamp)
        for (before, after) in zip(one.periods, other.periods) {
          // Every stored property, those that are added later too.
          #expect(CanonicalText.of(before) == CanonicalText.of(after), "\(before.period)")
        }
      }
      let all = measured[0].periods
      #expect(all.contains { !$0.comparisons.isEmpty })
      #expect(all.contains { !$0.promotions.isEmpty })
      #expect(all.contains { $0.arms.contains { !$0.groupComparisons.isEmpty } })
      #expect(all.contains { $0.arms.contains { $0.diagnostics != .none } })
    }
  }

  @Test("are taken from the history, not measured again")
  func recalled() throws {
    try Workspace.with(Self.settings) { space in
      try start(space)
      let before = try records(space, recalling: true, keeping: true)
      // Whoever measured again would now fail.
      let queue = try DatabaseQueue(path: space.historyPath)
      try queue.write { try $0.execute(sql: "UPDATE inputProfile SET profile = x'FF'") }
      try queue.close()
      let after = try records(space, recalling: true)
      #expect(before[0].periods.map(CanonicalText.of) == after[0].periods.map(CanonicalText.of))
      #expect(throws: HistoryError.self) { try records(space, recalling: false) }
    }
  }

  @Test("hold for the same project in another folder")
  func moved() throws {
    try Workspace.with(Self.settings) { space in
      try start(space)
      let before = try records(space, recalling: true, keeping: true)
      try Workspace.with(Self.settings) { elsewhere in
        let after = try RecordAssembler(
          configuration: try elsewhere.configuration(),
          store: try HistoryStore(path: space.historyPath)
        ).records()
        #expect(before[0].stamp == after[0].stamp)
      }
    }
  }

  @Test("are measured again from the day on whose labels came late")
  func lateLabels() throws {
    try Workspace.with(Self.settings) { space in
      try start(space)
      let before = try records(space, recalling: true, keeping: true)
      try space.write("labels/b.csv", SampleRows(numbers: 60..<84).labels)
      try space.ingest()
      let after = try records(space, recalling: true)
      let rebuilt = try records(space, recalling: false)
      #expect(after[0].stamp?.periods.map(\.digest) == rebuilt[0].stamp?.periods.map(\.digest))
      #expect(before[0].stamp?.periods[0] == after[0].stamp?.periods[0])
      #expect(before[0].stamp?.periods[1] != after[0].stamp?.periods[1])
    }
  }

  @Test("that are damaged are an error, not other figures")
  func damaged() throws {
    let record = RecordWriter().bytes
    var reader = try RecordReader(record)
    #expect(throws: RecordCodecError.self) { try reader.measuredPeriod() }
    #expect(throws: RecordCodecError.self) { try RecordReader([0x7F]) }
    #expect(throws: RecordCodecError.self) { try RecordReader([]) }
  }
}
