import Foundation
import GRDB
import Profiling

/// The record of everything that was read: one SQLite file in write-ahead mode.
///
/// A reader sees the state before or after a transaction, and a crash leaves the last finished one.
package struct HistoryStore: Sendable {
  /// Path of the file.
  package let path: String
  private let pool: DatabasePool

  /// Opens the history, creating it or bringing its tables up to date where needed.
  package init(path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.label = "history"
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = DatabaseMigrator.history
      if try pool.read(migrator.hasBeenSuperseded) {
        throw HistoryError(
          .tooNew, path: path, message: "the history was written by a newer Broadsheet",
          advice: "Install that version or a later one")
      }
      try migrator.migrate(pool)
    } catch {
      throw HistoryError(error, path: path)
    }
  }

  /// Runs `body` in one transaction: all of its changes happen, or none.
  package func write<Result>(_ body: (HistoryTransaction) throws -> Result) throws -> Result {
    try unwrappingOwn {
      try pool.write { database in try body(HistoryTransaction(database)) }
    }
  }

  /// Runs `body` on one unchanging state of the record.
  package func read<Result>(_ body: (HistoryTransaction) throws -> Result) throws -> Result {
    try unwrappingOwn {
      try pool.read { database in try body(HistoryTransaction(database)) }
    }
  }

  /// Moves the write-ahead log into the file, so that the file alone is the whole record.
  package func settle() throws {
    try unwrappingOwn {
      try pool.writeWithoutTransaction { database in
        _ = try database.checkpoint(.truncate)
      }
    }
  }

  /// Faults of the database become ``HistoryError``; errors of the caller pass through.
  private func unwrappingOwn<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault where fault is DatabaseError || fault is ProfileCodecError {
      throw HistoryError(fault, path: path)
    }
  }
}
