import GRDB

/// Reads and writes the pages of one model's ledger.
struct LedgerPages {
  let database: Database
  let model: ModelKey
  let scoreCount: Int
  let limits: LedgerLimits

  /// More than any page has, even if some ids have many versions.
  private static let mostEntries = 1 << 24

  /// Every run of the model, oldest first, without the contents of its pages.
  func runs() throws -> [LedgerRun] {
    var runs: [LedgerRun] = []
    let known = try Row.fetchAll(
      database, sql: "SELECT key, kind FROM ledgerRun WHERE modelKey = ? ORDER BY key",
      arguments: [model.raw])
    for row in known {
      guard let kind = LedgerKind(rawValue: row["kind"]) else { throw LedgerFault.invalid }
      let pages = try Row.fetchAll(
        database,
        sql: """
          SELECT key, firstKey, entryCount FROM ledgerPage WHERE runKey = ? ORDER BY firstKey
          """, arguments: [row["key"] as Int64]
      ).map { page in
        let count: Int = page["entryCount"]
        guard (1...Self.mostEntries).contains(count) else { throw LedgerFault.invalid }
        return LedgerRun.Page(
          key: page["key"], firstHigh: LedgerTime.code(of: page["firstKey"]), count: count)
      }
      runs.append(LedgerRun(key: row["key"], kind: kind, pages: pages))
    }
    return runs
  }

  func addRun(_ kind: LedgerKind) throws -> LedgerRun {
    try database.execute(
      sql: "INSERT INTO ledgerRun (modelKey, kind) VALUES (?, ?)",
      arguments: [model.raw, kind.rawValue])
    return LedgerRun(key: database.lastInsertedRowID, kind: kind, pages: [])
  }

  func removeRun(_ run: LedgerRun) throws {
    try database.execute(sql: "DELETE FROM ledgerPage WHERE runKey = ?", arguments: [run.key])
    try database.execute(sql: "DELETE FROM ledgerRun WHERE key = ?", arguments: [run.key])
  }

  /// Adds a page behind those that the run has.
  func append(_ entries: LedgerEntries, to run: inout LedgerRun) throws {
    guard let first = entries.high.first else { return }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO ledgerPage (runKey, firstKey, entryCount, latestLabelTime, keyCodes, otherCodes)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      run.key, LedgerTime.time(of: first), entries.count, latestLabelTime(of: entries),
      WordBlob(words: LedgerPageCodec.keys(of: entries, density: run.kind.density)),
      WordBlob(words: LedgerPageCodec.rest(of: entries, density: run.kind.density)),
    ])
    run.pages.append(
      LedgerRun.Page(
        key: database.lastInsertedRowID, firstHigh: first, count: entries.count))
  }

  /// Puts other entries, of keys within the same bounds, in the place of those of a page.
  func replace(_ page: Int, of run: inout LedgerRun, by entries: LedgerEntries) throws {
    guard !entries.isEmpty else { return try remove(page, of: &run) }
    let statement = try database.cachedStatement(
      sql: """
        UPDATE ledgerPage SET entryCount = ?, latestLabelTime = ?, keyCodes = ?, otherCodes = ?
        WHERE key = ?
        """)
    try statement.execute(arguments: [
      entries.count, latestLabelTime(of: entries),
      WordBlob(words: LedgerPageCodec.keys(of: entries, density: run.kind.density)),
      WordBlob(words: LedgerPageCodec.rest(of: entries, density: run.kind.density)),
      run.pages[page].key,
    ])
    run.pages[page].count = entries.count
  }

  /// Forgets the contents of a page, which stays in the list with no entries.
  func remove(_ page: Int, of run: inout LedgerRun) throws {
    guard run.pages[page].count > 0 else { return }
    let statement = try database.cachedStatement(sql: "DELETE FROM ledgerPage WHERE key = ?")
    try statement.execute(arguments: [run.pages[page].key])
    run.pages[page].count = 0
  }

  /// The keys of a page, ascending.
  func keys(
    of page: LedgerRun.Page, kind: LedgerKind
  ) throws -> (high: [UInt64], low: [UInt64]) {
    guard page.count > 0 else { return ([], []) }
    let statement = try database.cachedStatement(
      sql: "SELECT keyCodes FROM ledgerPage WHERE key = ?")
    guard let blob = try WordBlob.fetchOne(statement, arguments: [page.key]) else {
      throw LedgerFault.truncated
    }
    return try LedgerPageCodec.readKeys(blob.words, count: page.count, density: kind.density)
  }

  func entries(of page: LedgerRun.Page, kind: LedgerKind) throws -> LedgerEntries {
    try entries(of: page, kind: kind, keys: keys(of: page, kind: kind))
  }

  /// The contents of a page whose keys have been read.
  func entries(
    of page: LedgerRun.Page, kind: LedgerKind, keys: (high: [UInt64], low: [UInt64])
  ) throws -> LedgerEntries {
    guard page.count > 0 else { return LedgerEntries(scoreCount: scoreCount) }
    let statement = try database.cachedStatement(
      sql: "SELECT otherCodes FROM ledgerPage WHERE key = ?")
    guard let blob = try WordBlob.fetchOne(statement, arguments: [page.key]) else {
      throw LedgerFault.truncated
    }
    return try LedgerPageCodec.read(
      rest: blob.words, of: keys, count: page.count, scoreCount: scoreCount)
  }

  private func latestLabelTime(of entries: LedgerEntries) -> Int64? {
    entries[.labelTime].max().flatMap { $0 == 0 ? nil : LedgerTime.time(of: $0) }
  }
}
