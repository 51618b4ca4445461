import GRDB

extension HistoryTransaction {
  /// Labels whose prediction has not been read.
  package func waitingLabelCount(of model: ModelKey) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT COALESCE(SUM(entryCount), 0) FROM ledgerPage
        JOIN ledgerRun ON ledgerRun.key = ledgerPage.runKey WHERE modelKey = ? AND kind = ?
        """, arguments: [model.raw, LedgerKind.label.rawValue]) ?? 0
  }

  /// The latest time at which a label was observed, in milliseconds since 1970-01-01 UTC.
  ///
  /// - Complexity: O(n / 2,048) for n predictions of the model.
  package func latestLabelTime(of model: ModelKey) throws -> Int64? {
    try Int64.fetchOne(
      database,
      sql: """
        SELECT MAX(latestLabelTime) FROM ledgerPage
        JOIN ledgerRun ON ledgerRun.key = ledgerPage.runKey WHERE modelKey = ?
        """, arguments: [model.raw])
  }
}
