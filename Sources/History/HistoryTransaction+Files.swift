package import Assessment
import GRDB
package import Profiling

extension HistoryTransaction {
  /// Whether a file with this content was read in this role before.
  package func hasRead(digest: String, as role: InputFile.Role, model: ModelKey) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM inputFile WHERE modelKey = ? AND role = ? AND digest = ?)",
      arguments: [model.raw, role.rawValue, digest]) ?? false
  }

  /// Notes that a file was read.
  ///
  /// - Parameter days: First and last day that its rows belong to; `nil` for a file without rows.
  package func add(_ file: InputFile, days: ClosedRange<Day>?, to model: ModelKey) throws {
    try database.execute(
      sql: """
        INSERT INTO inputFile
          (modelKey, role, path, size, digest, rowCount, malformedRowCount, duplicateCount,
           firstDay, lastDay)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        model.raw, file.role.rawValue, file.path, file.size, file.digest, file.rowCount,
        file.malformedRowCount, file.duplicateCount, days?.lowerBound.number,
        days?.upperBound.number,
      ])
  }

  /// Every file that was read, by role, path and digest: an order that does not tell when.
  package func files(
    of model: ModelKey
  ) throws -> [(file: InputFile, days: ClosedRange<Day>?)] {
    try Row.fetchAll(
      database,
      sql: "SELECT * FROM inputFile WHERE modelKey = ? ORDER BY role, path, digest",
      arguments: [model.raw]
    ).compactMap { row in
      guard let role = InputFile.Role(rawValue: row["role"]) else { return nil }
      let file = InputFile(
        role: role, path: row["path"], size: row["size"], digest: row["digest"],
        rowCount: row["rowCount"], malformedRowCount: row["malformedRowCount"],
        duplicateCount: row["duplicateCount"])
      guard let first = row["firstDay"] as Int?, let last = row["lastDay"] as Int? else {
        return (file, nil)
      }
      return (file, Day(number: first)...Day(number: max(first, last)))
    }
  }
}
