import Foundation
import GRDB

extension HistoryTransaction {
  /// The digest of the manifest of the site that the units of a series describe; `nil` before the
  /// first publication.
  package func publishedState(of series: EditionSeries) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT manifest FROM publishedState WHERE edition = ? AND series = ?",
      arguments: [series.edition, series.number])
  }

  /// Notes which site the units of a series describe.
  package func put(publishedState manifest: String, of series: EditionSeries) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO publishedState (edition, series, manifest) VALUES (?, ?, ?)",
      arguments: [series.edition, series.number, manifest])
  }

  /// What is known of each unit of a published site, by its name, as its writer understands it.
  package func publishedUnits(of series: EditionSeries) throws -> [String: [UInt8]] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT name, facts FROM publishedUnit WHERE edition = ? AND series = ?",
      arguments: [series.edition, series.number])
    var units: [String: [UInt8]] = [:]
    while let row = try rows.next() { units[row["name"]] = Array(row["facts"] as Data) }
    return units
  }

  /// The names of all units that are known.
  package func publishedUnitNames(of series: EditionSeries) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT name FROM publishedUnit WHERE edition = ? AND series = ?",
      arguments: [series.edition, series.number])
  }

  /// Replaces what is known of a unit.
  package func put(unit name: String, facts: [UInt8], of series: EditionSeries) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO publishedUnit (edition, series, name, facts) VALUES (?, ?, ?, ?)
        """
    ).execute(arguments: [series.edition, series.number, name, Data(facts)])
  }

  /// Forgets a unit that is no longer published.
  package func removeUnit(_ name: String, of series: EditionSeries) throws {
    try database.cachedStatement(
      sql: "DELETE FROM publishedUnit WHERE edition = ? AND series = ? AND name = ?"
    ).execute(arguments: [series.edition, series.number, name])
  }
}
