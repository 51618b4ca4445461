import Foundation
import GRDB
package import Profiling

extension HistoryTransaction {
  /// A model as the record knows it.
  package struct StoredModel: Sendable {
    package let key: ModelKey
    package let schema: ModelSchema
    /// SHA-256 of the reference that the schema was made from; `nil` without a reference.
    package let referenceDigest: String?
    /// Digest of the schema as it is stored, and of the reference counted under it.
    package let stamp: [UInt8]
  }

  /// The model with this name; `nil` when nothing of it was read yet.
  package func model(named name: String) throws -> StoredModel? {
    let row = try Row.fetchOne(
      database, sql: "SELECT key, schema, referenceDigest FROM model WHERE name = ?",
      arguments: [name])
    guard let row else { return nil }
    let text = Data((row["schema"] as String).utf8)
    let key = ModelKey(raw: row["key"])
    return StoredModel(
      key: key, schema: try JSONDecoder().decode(ModelSchema.self, from: text),
      referenceDigest: row["referenceDigest"],
      stamp: Array(Self.stamp(of: text)) + (try referenceStamp(of: key)))
  }

  /// Enters a model with the schema of its profiles.
  package func addModel(
    named name: String, schema: ModelSchema, referenceDigest: String?
  ) throws -> ModelKey {
    try database.execute(
      sql: "INSERT INTO model (name, schema, referenceDigest) VALUES (?, ?, ?)",
      arguments: [name, try Self.text(of: schema), referenceDigest])
    return ModelKey(raw: database.lastInsertedRowID)
  }

  /// Replaces the schema, when columns or slices were added to the configuration.
  package func update(_ key: ModelKey, schema: ModelSchema) throws {
    try database.execute(
      sql: "UPDATE model SET schema = ? WHERE key = ?",
      arguments: [try Self.text(of: schema), key.raw])
  }

  private static func text(of schema: ModelSchema) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(schema), as: UTF8.self)
  }

  /// The number of an arm, entering the arm when it is new.
  package func key(of arm: Arm, model: ModelKey) throws -> ArmKey {
    try database.execute(
      sql: "INSERT OR IGNORE INTO version (modelKey, name) VALUES (?, ?)",
      arguments: [model.raw, arm.version])
    let version = try Int64.fetchOne(
      database, sql: "SELECT key FROM version WHERE modelKey = ? AND name = ?",
      arguments: [model.raw, arm.version])
    try database.execute(
      sql: "INSERT OR IGNORE INTO arm (versionKey, stage) VALUES (?, ?)",
      arguments: [version, arm.stage.rawValue])
    let key = try Int64.fetchOne(
      database, sql: "SELECT key FROM arm WHERE versionKey = ? AND stage = ?",
      arguments: [version, arm.stage.rawValue])
    guard let version, let key else {
      throw DatabaseError(message: "an arm that was just entered is not there")
    }
    return ArmKey(raw: key, version: version)
  }

  /// Every arm of a model.
  package func arms(of model: ModelKey) throws -> [(arm: Arm, key: ArmKey)] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT arm.key, arm.stage, version.key AS versionKey, version.name
        FROM arm JOIN version ON version.key = arm.versionKey
        WHERE version.modelKey = ? ORDER BY arm.key
        """, arguments: [model.raw])
    return rows.compactMap { row in
      Stage(rawValue: row["stage"]).map { stage in
        (
          Arm(version: row["name"], stage: stage),
          ArmKey(raw: row["key"], version: row["versionKey"])
        )
      }
    }
  }

  /// The combinations of segment values that occurred so far.
  package func segmentCombinations(
    of model: ModelKey
  ) throws -> [(key: Int, values: [String])] {
    try Row.fetchAll(
      database,
      sql: "SELECT key, segmentValues FROM segmentCombination WHERE modelKey = ? ORDER BY key",
      arguments: [model.raw]
    ).map { row in
      let values = try JSONDecoder().decode(
        [String].self, from: Data((row["segmentValues"] as String).utf8))
      return (row["key"], values)
    }
  }

  /// Keeps combinations that were met for the first time.
  package func addSegmentCombinations(
    _ combinations: [(key: Int, values: [String])], to model: ModelKey
  ) throws {
    for (key, values) in combinations {
      let text = String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
      try database.execute(
        sql: "INSERT INTO segmentCombination (modelKey, key, segmentValues) VALUES (?, ?, ?)",
        arguments: [model.raw, key, text])
    }
  }
}
