import GRDB

/// Keeps a second run away from a history for as long as it exists.
///
/// The lock is an open exclusive transaction on a database of its own beside the history: the
/// system releases it when the process ends, however it ends.
package final class RunLock {
  private let queue: DatabaseQueue

  /// Takes the lock.
  ///
  /// - Throws: ``HistoryError`` of kind `locked` when another process holds it.
  package init(history path: String) throws {
    do {
      var configuration = Configuration()
      configuration.busyMode = .immediateError
      configuration.allowsUnsafeTransactions = true
      queue = try DatabaseQueue(path: path + ".lock", configuration: configuration)
      try queue.inDatabase { database in
        try database.execute(sql: "BEGIN EXCLUSIVE")
      }
    } catch {
      throw HistoryError(error, path: path)
    }
  }

  /// Gives the lock back before the end of the process.
  package func release() throws {
    try queue.close()
  }
}
