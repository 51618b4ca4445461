import Foundation
import GRDB
package import Profiling

/// A prediction as the record keeps it until, and after, its label has come.
package struct StoredPrediction: Sendable {
  package let arm: ArmKey
  /// Milliseconds since 1970-01-01 UTC.
  package let time: Int64
  package let day: Day
  package let prediction: Answer?
  package let score: Score?
  package let segmentKey: Int
  package let label: StoredLabel?
}

/// A label with the time at which it was observed.
package struct StoredLabel: Hashable, Sendable {
  package let answer: Answer
  /// Milliseconds since 1970-01-01 UTC; `nil` when the label carries no time.
  package let time: Int64?

  package init(answer: Answer, time: Int64?) {
    self.answer = answer
    self.time = time
  }

  /// Whether this label, read later, takes the place of `earlier`.
  ///
  /// The later observation wins whichever file was read first; of two without a difference in time
  /// the one that was read last.
  package func replaces(_ earlier: StoredLabel) -> Bool {
    guard self != earlier else { return false }
    guard let mine = time, let theirs = earlier.time, mine != theirs else { return true }
    return mine > theirs
  }
}

extension HistoryTransaction {
  /// What the record knows of an id, in every version.
  package func predictions(withID id: String, model: ModelKey) throws -> [StoredPrediction] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT versionKey, armKey, time, day, answer, score, segmentKey, label, labelTime
        FROM prediction WHERE modelKey = ? AND id = ?
        """)
    return try Row.fetchAll(statement, arguments: [model.raw, id]).map(StoredPrediction.init)
  }

  /// Enters a prediction that the record does not have.
  package func add(
    _ row: PredictionRow, id: String, label: StoredLabel?, arm: ArmKey, model: ModelKey
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO prediction
          (modelKey, id, versionKey, armKey, time, day, answer, score, segmentKey, label, labelTime)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      model.raw, id, arm.version, arm.raw, row.time, row.day.number, row.prediction?.stored,
      row.score?.stored, row.segmentKey, label?.answer.stored, label?.time,
    ])
  }

  /// Gives a label to the prediction of one version.
  package func set(
    _ label: StoredLabel, onID id: String, arm: ArmKey, model: ModelKey
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        UPDATE prediction SET label = ?, labelTime = ?
        WHERE modelKey = ? AND id = ? AND versionKey = ?
        """)
    try statement.execute(arguments: [
      label.answer.stored, label.time, model.raw, id, arm.version,
    ])
  }

  /// Calls `body` with every labelled prediction of one arm whose day is among `days`.
  package func forEachLabelled(
    of arm: ArmKey, model: ModelKey, days: Set<Day>,
    _ body: (StoredPrediction, StoredLabel) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT versionKey, armKey, time, day, answer, score, segmentKey, label, labelTime
        FROM prediction WHERE modelKey = ? AND armKey = ? AND label IS NOT NULL
        """, arguments: [model.raw, arm.raw])
    while let row = try rows.next() {
      let stored = StoredPrediction(row)
      if days.contains(stored.day), let label = stored.label { body(stored, label) }
    }
  }

  /// The label that waits for a prediction with this id.
  package func waitingLabel(forID id: String, model: ModelKey) throws -> StoredLabel? {
    let statement = try database.cachedStatement(
      sql: "SELECT label, labelTime FROM waitingLabel WHERE modelKey = ? AND id = ?")
    let row = try Row.fetchOne(statement, arguments: [model.raw, id])
    return row.flatMap { row in
      Answer(stored: row["label"]).map { StoredLabel(answer: $0, time: row["labelTime"]) }
    }
  }

  /// Keeps a label until a prediction with its id is read.
  package func keepWaiting(_ label: StoredLabel, forID id: String, model: ModelKey) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO waitingLabel (modelKey, id, label, labelTime) VALUES (?, ?, ?, ?)
        """)
    try statement.execute(arguments: [model.raw, id, label.answer.stored, label.time])
  }

  /// Forgets a waiting label, once its prediction has it.
  package func removeWaitingLabel(forID id: String, model: ModelKey) throws {
    let statement = try database.cachedStatement(
      sql: "DELETE FROM waitingLabel WHERE modelKey = ? AND id = ?")
    try statement.execute(arguments: [model.raw, id])
  }

  /// Labels whose prediction has not been read.
  package func waitingLabelCount(of model: ModelKey) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT COUNT(*) FROM waitingLabel WHERE modelKey = ?",
      arguments: [model.raw]) ?? 0
  }
}

extension StoredPrediction {
  fileprivate init(_ row: Row) {
    arm = ArmKey(raw: row["armKey"], version: row["versionKey"])
    time = row["time"]
    day = Day(number: row["day"])
    prediction = Answer(stored: row["answer"])
    score = Score(stored: row["score"])
    segmentKey = row["segmentKey"]
    label = Answer(stored: row["label"]).map { StoredLabel(answer: $0, time: row["labelTime"]) }
  }
}

extension Score {
  /// One number as such, several as their bytes, least significant first.
  fileprivate var stored: DatabaseValue {
    switch self {
    case .single(let score): return score.databaseValue
    case .perClass(let scores):
      let bytes = scores.flatMap { score in
        (0..<8).map { UInt8(truncatingIfNeeded: score.bitPattern >> (8 * UInt64($0))) }
      }
      return Data(bytes).databaseValue
    }
  }

  fileprivate init?(stored: DatabaseValue) {
    switch stored.storage {
    case .double(let score): self = .single(score)
    case .int64(let score): self = .single(Double(score))
    case .blob(let data):
      let bytes = [UInt8](data)
      self = .perClass(
        stride(from: 0, to: bytes.count - 7, by: 8).map { start in
          let pattern = (0..<8).reduce(UInt64(0)) {
            $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1))
          }
          return Double(bitPattern: pattern)
        })
    case .null, .string: return nil
    }
  }
}

extension Answer {
  /// Classes are kept as text and numbers as numbers, so the kind needs no column of its own.
  fileprivate var stored: DatabaseValue {
    switch self {
    case .category(let name): name.databaseValue
    case .number(let number): number.databaseValue
    }
  }

  fileprivate init?(stored: DatabaseValue) {
    switch stored.storage {
    case .string(let name): self = .category(name)
    case .double(let number): self = .number(number)
    case .int64(let number): self = .number(Double(number))
    case .null, .blob: return nil
    }
  }
}
