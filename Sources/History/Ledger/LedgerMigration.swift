import Foundation
import GRDB
import Profiling

/// Moves predictions and waiting labels from the tables of an earlier program into the ledger.
struct LedgerMigration {
  let history: HistoryTransaction

  func run() throws {
    let database = history.database
    for name in try String.fetchAll(database, sql: "SELECT name FROM model ORDER BY key") {
      guard let model = try history.model(named: name) else { continue }
      try move(model)
    }
    try database.execute(sql: "DROP TABLE prediction")
    try database.execute(sql: "DROP TABLE waitingLabel")
  }

  private func move(_ model: HistoryTransaction.StoredModel) throws {
    var intake = try LedgerIntake(history: history, model: model.key, schema: model.schema)
    let arms = Dictionary(
      uniqueKeysWithValues: try history.arms(of: model.key).map { ($0.key.raw, $0) })
    // Whatever has met its label before was counted before.
    let counted: (SettledBlock) -> Void = { _ in }
    let predictions = try Row.fetchCursor(
      history.database, sql: "SELECT * FROM prediction WHERE modelKey = ?",
      arguments: [model.key.raw])
    while let row = try predictions.next() {
      guard let (arm, key) = arms[row["armKey"]] else { throw LedgerFault.invalid }
      try intake.add(
        PredictionRow(
          id: row["id"], arm: arm, time: row["time"], day: Day(number: row["day"]),
          prediction: Answer(stored: row["answer"]), score: Score(stored: row["score"]),
          segmentKey: row["segmentKey"], label: Answer(stored: row["label"]),
          labelTime: row["labelTime"]), id: row["id"], arm: key, ordinal: 0)
      try intake.makeRoom(counted)
    }
    let labels = try Row.fetchCursor(
      history.database, sql: "SELECT * FROM waitingLabel WHERE modelKey = ?",
      arguments: [model.key.raw])
    while let row = try labels.next() {
      guard let answer = Answer(stored: row["label"]) else { throw LedgerFault.invalid }
      try intake.add(
        StoredLabel(answer: answer, time: row["labelTime"]), id: row["id"], ordinal: 0)
      try intake.makeRoom(counted)
    }
    try intake.enter(counted)
  }
}

extension Score {
  /// One number as such, several as their bytes, least significant first.
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
  /// Classes were kept as text and numbers as numbers.
  fileprivate init?(stored: DatabaseValue) {
    switch stored.storage {
    case .string(let name): self = .category(name)
    case .double(let number): self = .number(number)
    case .int64(let number): self = .number(Double(number))
    case .null, .blob: return nil
    }
  }
}
