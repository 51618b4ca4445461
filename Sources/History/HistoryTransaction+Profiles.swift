import Foundation
import GRDB
package import Profiling

extension HistoryTransaction {
  /// The stored input profile of an arm and day, with the unreadable rows counted for it.
  package func inputProfile(
    of arm: ArmKey, day: Day
  ) throws -> (profile: InputProfile, malformedRowCount: Int)? {
    let statement = try database.cachedStatement(
      sql: "SELECT profile, malformedRowCount FROM inputProfile WHERE armKey = ? AND day = ?")
    let row = try Row.fetchOne(statement, arguments: [arm.raw, day.number])
    return try row.map { row in
      let bytes = [UInt8](row["profile"] as Data)
      return (try InputProfile(encoded: bytes), row["malformedRowCount"])
    }
  }

  /// Replaces the input profile of an arm and day.
  package func save(
    _ profile: InputProfile, malformedRowCount: Int, of arm: ArmKey, day: Day
  ) throws {
    let bytes = profile.encoded
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO inputProfile (armKey, day, malformedRowCount, profile)
        VALUES (?, ?, ?, ?)
        """
    ).execute(arguments: [arm.raw, day.number, malformedRowCount, Data(bytes)])
    try note(input: bytes, of: arm, day: day)
  }

  package func outcomeProfile(of arm: ArmKey, day: Day) throws -> OutcomeProfile? {
    let statement = try database.cachedStatement(
      sql: "SELECT profile FROM outcomeProfile WHERE armKey = ? AND day = ?")
    let bytes = try Data.fetchOne(statement, arguments: [arm.raw, day.number])
    return try bytes.map { try OutcomeProfile(encoded: [UInt8]($0)) }
  }

  /// Replaces the outcome profile of an arm and day.
  package func save(_ profile: OutcomeProfile, of arm: ArmKey, day: Day) throws {
    let bytes = profile.encoded
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO outcomeProfile (armKey, day, profile) VALUES (?, ?, ?)"
    ).execute(arguments: [arm.raw, day.number, Data(bytes)])
    try note(outcome: bytes, of: arm, day: day)
  }

  /// Removes the input profile of an arm and day, as if there had been no row.
  package func removeInputProfile(of arm: ArmKey, day: Day) throws {
    try database.execute(
      sql: "DELETE FROM inputProfile WHERE armKey = ? AND day = ?",
      arguments: [arm.raw, day.number])
    try forgetStamp("input", of: arm, day: day)
  }

  /// Removes the outcome profile of an arm and day, as if no label had come.
  package func removeOutcomeProfile(of arm: ArmKey, day: Day) throws {
    try database.execute(
      sql: "DELETE FROM outcomeProfile WHERE armKey = ? AND day = ?",
      arguments: [arm.raw, day.number])
    try forgetStamp("outcome", of: arm, day: day)
  }

  /// The days on which an arm has rows, ascending, with the unreadable rows counted for each.
  package func days(of arm: ArmKey) throws -> [(day: Day, malformedRowCount: Int)] {
    try Row.fetchAll(
      database,
      sql: "SELECT day, malformedRowCount FROM inputProfile WHERE armKey = ? ORDER BY day",
      arguments: [arm.raw]
    ).map { (Day(number: $0["day"]), $0["malformedRowCount"]) }
  }

  /// Replaces the reference of a model.
  ///
  /// - Parameters:
  ///   - chunks: By version, in the order of the chunks.
  ///   - stages: The stage of each version's rows.
  package func saveReference(
    _ chunks: [String: [EncodedProfile]], stages: [String: Stage], of model: ModelKey
  ) throws {
    try database.execute(
      sql: "DELETE FROM referenceProfile WHERE modelKey = ?", arguments: [model.raw])
    for (version, profiles) in chunks.sorted(by: { $0.key < $1.key }) {
      for (chunk, profile) in profiles.enumerated() {
        try database.execute(
          sql: """
            INSERT INTO referenceProfile (modelKey, version, chunk, stage, input, outcome)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            model.raw, version, chunk, stages[version, default: .production].rawValue,
            Data(profile.input), Data(profile.outcome),
          ])
      }
    }
  }

  /// The reference of a model.
  ///
  /// - Returns: The chunks in order and the stage, both by version.
  package func reference(
    of model: ModelKey
  ) throws -> (chunks: [String: [Profile]], stages: [String: Stage]) {
    var chunks: [String: [Profile]] = [:]
    var stages: [String: Stage] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT version, stage, input, outcome FROM referenceProfile
        WHERE modelKey = ? ORDER BY version, chunk
        """, arguments: [model.raw])
    for row in rows {
      let profile = Profile(
        input: try InputProfile(encoded: [UInt8](row["input"] as Data)),
        outcome: try OutcomeProfile(encoded: [UInt8](row["outcome"] as Data)))
      chunks[row["version"], default: []].append(profile)
      stages[row["version"]] = Stage(rawValue: row["stage"])
    }
    return (chunks, stages)
  }
}
