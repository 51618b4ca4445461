import Foundation
import GRDB
import Profiling
import Testing

@testable import History

@Suite("A history with a row for each prediction")
struct LedgerMigrationTests {
  /// A history as the program kept it before it had a ledger.
  private func writeOldHistory(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try DatabaseMigrator.history.migrate(queue, upTo: "keep first published values")
    try queue.write { database in
      let history = HistoryTransaction(database)
      let model = try SampleModel.key(in: history)
      let arms = try [
        SampleModel.arm(in: history), SampleModel.arm(in: history, version: "v2"),
      ]
      let scores = Data([0, 0, 0, 0, 0, 0, 0xD0, 0x3F])
      let rows: [(String, ArmKey, (any DatabaseValueConvertible)?, String?, Int64?)] = [
        ("a", arms[0], 0.25, "1", 1_700_100_000_000), ("a", arms[1], 1, "1", 1_700_100_000_000),
        ("b", arms[0], nil, "0", nil), ("c", arms[1], scores, nil, nil),
      ]
      for (id, arm, score, label, time) in rows {
        try database.execute(
          sql: """
            INSERT INTO prediction (modelKey, id, versionKey, armKey, time, day, answer, score,
              segmentKey, label, labelTime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            model.raw, id, arm.version, arm.raw, 1_700_000_000_123, 19_675, "1", score, 3, label,
            time,
          ])
      }
      try database.execute(
        sql: "INSERT INTO waitingLabel (modelKey, id, label, labelTime) VALUES (?, 'w', '1', 77)",
        arguments: [model.raw])
    }
    try queue.close()
  }

  private func settled(_ intake: LedgerIntake, _ arm: ArmKey) throws -> [SettledPrediction] {
    var found: [SettledPrediction] = []
    let place = LedgerVerdict.Place(arm: arm, day: Day(number: 19_675))
    try intake.forEachSettled(at: [place]) { block in
      for index in 0..<block.count { found.append(try block.prediction(at: index)) }
    }
    return found
  }

  @Test("becomes a ledger with the same predictions, labels and waiting labels")
  func moves() throws {
    try withTemporaryHistory { path in
      try writeOldHistory(at: path)
      let store = try HistoryStore(path: path)
      try store.write { history in
        let model = try SampleModel.key(in: history)
        let arm = try SampleModel.arm(in: history)
        #expect(try history.waitingLabelCount(of: model) == 1)
        #expect(try history.latestLabelTime(of: model) == 1_700_100_000_000)
        var intake = try LedgerIntake(
          history: history, model: model, schema: SampleModel.schema)
        let first = try settled(intake, arm)
        #expect(first.count == 2)
        #expect(Set(first.map(\.label.answer)) == [.category("1"), .category("0")])
        #expect(Set(first.map(\.label.time)) == [1_700_100_000_000, nil])
        #expect(Set(first.map(\.score)) == [.single(0.25), nil])
        #expect(first.allSatisfy { $0.time == 1_700_000_000_123 && $0.segmentKey == 3 })
        #expect(first.allSatisfy { $0.prediction == .category("1") })
        // Every id is known again: as repetition, and with the label that waits for it.
        for (ordinal, id) in ["a", "b", "c", "w"].enumerated() {
          try intake.add(SampleModel.row(id: id), id: id, arm: arm, ordinal: ordinal)
        }
        try intake.enter { _ in }
        #expect((0..<4).map(intake.verdict.repeats.contains) == [true, true, false, false])
        #expect(intake.verdict.joinedCount == 1)
        #expect(try history.waitingLabelCount(of: model) == 0)
      }
    }
  }

  @Test("has no table for predictions afterwards, and can shrink")
  func shrinkable() throws {
    try withTemporaryHistory { path in
      try writeOldHistory(at: path)
      try HistoryStore(path: path).settle()
      let (mode, tables) = try DatabaseQueue(path: path).read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA auto_vacuum"),
          try String.fetchAll(database, sql: "SELECT name FROM sqlite_master")
        )
      }
      #expect(mode == 2)
      #expect(!tables.contains("prediction") && !tables.contains("waitingLabel"))
    }
  }
}
