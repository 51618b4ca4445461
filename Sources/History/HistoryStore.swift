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

  /// Bytes of a page of a new history.
  private static let pageSize = 8_192

  /// Opens the history, creating it or bringing its tables up to date where needed.
  package init(path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      configuration.label = "history"
      configuration.prepareDatabase { database in
        // Profiles and pages of the ledger are large, and every page is written by a call of its own. A
        // history that was made with pages of four kilobytes keeps them.
        try database.execute(sql: "PRAGMA page_size = \(Self.pageSize)")
        // Space that is no longer used goes back to the system. Only an empty file can be told so.
        if try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 {
          try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
        }
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = DatabaseMigrator.history
      if try pool.read(migrator.hasBeenSuperseded) {
        throw HistoryError(
          .tooNew, path: path, message: "the history was written by a newer Broadsheet",
          advice: "Install that version or a later one")
      }
      try migrator.migrate(pool)
      try pool.writeWithoutTransaction(Self.makeShrinkable)
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

  /// A history of an earlier program keeps the space that it no longer uses, until it is written
  /// anew once.
  private static func makeShrinkable(_ database: Database) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA auto_vacuum") == 0 else { return }
    try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
    try database.execute(sql: "VACUUM")
  }

  /// Gives unused space back and moves the write-ahead log into the file, so that the file alone is
  /// the whole record.
  package func settle() throws {
    try unwrappingOwn {
      try pool.writeWithoutTransaction { database in
        if try Int.fetchOne(database, sql: "PRAGMA freelist_count") != 0 {
          try database.execute(sql: "PRAGMA incremental_vacuum")
        }
        _ = try database.checkpoint(.truncate)
      }
    }
  }

  /// Faults of the database become ``HistoryError``; errors of the caller pass through.
  private func unwrappingOwn<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let fault
      where fault is DatabaseError || fault is ProfileCodecError || fault is LedgerFault
    {
      throw HistoryError(fault, path: path)
    }
  }
}
