import Foundation
import GRDB
package import Profiling

/// What was measured of one period of one model, as the record keeps it.
package struct StoredMeasure: Hashable, Sendable {
  /// Digest of everything that it was measured from.
  package let fingerprint: [UInt8]
  /// Digest of what was measured.
  package let digest: [UInt8]
  /// The streaks after the period.
  package let streaks: [UInt8]
  /// Whether the first values of all its figures are on record.
  package let isNoted: Bool

  package init(
    fingerprint: [UInt8], digest: [UInt8], streaks: [UInt8], isNoted: Bool = false
  ) {
    self.isNoted = isNoted
    self.fingerprint = fingerprint
    self.digest = digest
    self.streaks = streaks
  }
}

/// What was measured of the reference of one model, as the record keeps it.
package struct StoredReference: Hashable, Sendable {
  /// Digest of everything that it was measured from.
  package let fingerprint: [UInt8]
  package let record: [UInt8]

  package init(fingerprint: [UInt8], record: [UInt8]) {
    self.fingerprint = fingerprint
    self.record = record
  }
}

/// A measure whose figures were published.
package struct NotedMeasure: Hashable, Sendable {
  package let model: String
  package let period: String
  /// Digest of what was measured, in hexadecimal digits.
  package let digest: String

  package init(model: String, period: String, digest: String) {
    self.model = model
    self.period = period
    self.digest = digest
  }
}

extension HistoryTransaction {
  /// Digests of the stored profiles of an arm, by day: input and outcome, either of which may be
  /// missing.
  package func stamps(of arm: ArmKey) throws -> [Day: [UInt8]] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT day, input, outcome FROM profileStamp WHERE armKey = ?",
      arguments: [arm.raw])
    var stamps: [Day: [UInt8]] = [:]
    while let row = try rows.next() {
      let parts = [row["input"] as Data?, row["outcome"] as Data?]
      stamps[Day(number: row["day"])] = parts.flatMap { part -> [UInt8] in
        part.map { [1] + $0 } ?? [0]
      }
    }
    return stamps
  }

  /// Digest of the stored reference of a model.
  func referenceStamp(of model: ModelKey) throws -> [UInt8] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT version, chunk, stage, input, outcome FROM referenceProfile
        WHERE modelKey = ? ORDER BY version, chunk
        """, arguments: [model.raw])
    var parts = Data()
    while let row = try rows.next() {
      let name = "\(row["version"] as String) \(row["chunk"] as Int) \(row["stage"] as String)"
      parts += Data("\(name.utf8.count) \(name)\n".utf8)
      parts += Self.stamp(of: row["input"]) + Self.stamp(of: row["outcome"])
    }
    return Array(Self.stamp(of: parts))
  }

  /// Notes that a profile was stored.
  func note(input bytes: [UInt8], of arm: ArmKey, day: Day) throws {
    try note("input", bytes, of: arm, day: day)
  }

  func note(outcome bytes: [UInt8], of arm: ArmKey, day: Day) throws {
    try note("outcome", bytes, of: arm, day: day)
  }

  func forgetStamp(_ column: String, of arm: ArmKey, day: Day) throws {
    try database.execute(
      sql: "UPDATE profileStamp SET \(column) = NULL WHERE armKey = ? AND day = ?",
      arguments: [arm.raw, day.number])
    try database.execute(
      sql: """
        DELETE FROM profileStamp WHERE armKey = ? AND day = ? AND input IS NULL AND outcome IS NULL
        """, arguments: [arm.raw, day.number])
  }

  private func note(_ column: String, _ bytes: [UInt8], of arm: ArmKey, day: Day) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO profileStamp (armKey, day, \(column)) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET \(column) = excluded.\(column)
        """
    ).execute(arguments: [arm.raw, day.number, Self.stamp(of: Data(bytes))])
  }

  /// What is known of the periods of a model without the measures themselves, by name of the period.
  package func measures(of model: String) throws -> [String: StoredMeasure] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT period, fingerprint, digest, streaks, isNoted FROM measuredPeriod WHERE model = ?
        """,
      arguments: [model])
    var measures: [String: StoredMeasure] = [:]
    while let row = try rows.next() {
      measures[row["period"]] = StoredMeasure(
        fingerprint: Array(row["fingerprint"] as Data), digest: Array(row["digest"] as Data),
        streaks: Array(row["streaks"] as Data), isNoted: row["isNoted"])
    }
    return measures
  }

  /// The measures of one period; `nil` when there are none.
  package func measuredRecord(of model: String, period: String) throws -> [UInt8]? {
    try Data.fetchOne(
      database, sql: "SELECT record FROM measuredPeriod WHERE model = ? AND period = ?",
      arguments: [model, period]
    ).map { Array($0) }
  }

  /// Notes that all figures of a measure have first values on record.
  package func note(_ measure: NotedMeasure) throws {
    try database.cachedStatement(
      sql: """
        UPDATE measuredPeriod SET isNoted = 1 WHERE model = ? AND period = ? AND hex(digest) = ?
        """
    ).execute(arguments: [measure.model, measure.period, measure.digest.uppercased()])
  }

  /// Replaces the measures of one period; their figures count as not noted.
  package func put(
    _ measure: StoredMeasure, record: [UInt8], of model: String, period: String
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO measuredPeriod
          (model, period, fingerprint, digest, streaks, record)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      model, period, Data(measure.fingerprint), Data(measure.digest), Data(measure.streaks),
      Data(record),
    ])
  }

  /// What was measured of the reference of a model; `nil` when nothing is on record.
  package func measuredReference(of model: String) throws -> StoredReference? {
    try Row.fetchOne(
      database, sql: "SELECT fingerprint, record FROM measuredReference WHERE model = ?",
      arguments: [model]
    ).map { row in
      StoredReference(
        fingerprint: Array(row["fingerprint"] as Data), record: Array(row["record"] as Data))
    }
  }

  /// Replaces what was measured of the reference of a model.
  package func put(_ reference: StoredReference, ofReferenceOf model: String) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO measuredReference (model, fingerprint, record) VALUES (?, ?, ?)
        """, arguments: [model, Data(reference.fingerprint), Data(reference.record)])
  }
}
