import Foundation
import GRDB

/// One revision of one report, as the record keeps it.
package struct StoredRevision: Hashable, Sendable {
  package let role: String
  /// Id of the model.
  package let model: String
  /// Name of the period.
  package let period: String
  package let number: Int
  /// What is known of it, as JSON that its writer understands.
  package let facts: [UInt8]

  package init(role: String, model: String, period: String, number: Int, facts: [UInt8]) {
    self.role = role
    self.model = model
    self.period = period
    self.number = number
    self.facts = facts
  }
}

extension HistoryTransaction {
  /// All revisions of a series, the first one of each report first.
  package func revisions(of series: EditionSeries) throws -> [StoredRevision] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT role, model, period, number, facts FROM reportRevision
        WHERE edition = ? AND series = ? ORDER BY role, model, period, number
        """, arguments: [series.edition, series.number]
    ).map { row in
      StoredRevision(
        role: row["role"], model: row["model"], period: row["period"], number: row["number"],
        facts: Array(row["facts"] as Data))
    }
  }

  /// The revisions of one report, the first one first.
  package func revisions(
    of series: EditionSeries, role: String, model: String, period: String
  ) throws -> [StoredRevision] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT number, facts FROM reportRevision
        WHERE edition = ? AND series = ? AND role = ? AND model = ? AND period = ? ORDER BY number
        """, arguments: [series.edition, series.number, role, model, period]
    ).map { row in
      StoredRevision(
        role: role, model: model, period: period, number: row["number"],
        facts: Array(row["facts"] as Data))
    }
  }

  /// Enters a revision, or what is new about one.
  package func put(_ revision: StoredRevision, in series: EditionSeries) throws {
    try database.execute(
      sql: """
        INSERT INTO reportRevision (edition, series, role, model, period, number, facts)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET facts = excluded.facts
        """,
      arguments: [
        series.edition, series.number, revision.role, revision.model, revision.period,
        revision.number, Data(revision.facts),
      ])
  }

  /// Bytes that were published, by their SHA-256; `nil` when they are not kept.
  package func content(_ digest: String) throws -> [UInt8]? {
    try Data.fetchOne(
      database, sql: "SELECT bytes FROM publishedContent WHERE digest = ?", arguments: [digest]
    ).map { Array($0) }
  }

  /// Keeps bytes that were published; equal ones are kept once.
  package func keep(content: [UInt8], digest: String) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO publishedContent (digest, bytes) VALUES (?, ?)",
      arguments: [digest, Data(content)])
  }

  /// The digests of everything that is kept.
  package func contentDigests() throws -> [String] {
    try String.fetchAll(database, sql: "SELECT digest FROM publishedContent ORDER BY digest")
  }
}
