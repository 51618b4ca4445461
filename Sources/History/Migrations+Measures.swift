import Crypto
import Foundation
import GRDB

/// What a publication need not make again: measures of periods and the files of pages, each with the
/// digest of everything it was made from. All of it can be made again from the rest of the record.
private let createMeasures = [
  // Digests of stored profiles, so that a change is seen without reading them.
  """
  CREATE TABLE profileStamp (
    armKey INTEGER NOT NULL REFERENCES arm,
    day INTEGER NOT NULL,
    input BLOB,
    outcome BLOB,
    PRIMARY KEY (armKey, day)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE measuredPeriod (
    model TEXT NOT NULL,
    period TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    digest BLOB NOT NULL,
    streaks BLOB NOT NULL,
    record BLOB NOT NULL,
    isNoted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (model, period)
  )
  """,
  // First values are never changed, so that their number tells whether there are new ones.
  """
  CREATE TABLE publishedValueCount (
    model TEXT NOT NULL,
    period TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (model, period)
  ) WITHOUT ROWID
  """,
  """
  INSERT INTO publishedValueCount (model, period, number)
  SELECT model, period, COUNT(*) FROM publishedValue GROUP BY model, period
  """,
  """
  CREATE TABLE publishedUnit (
    edition TEXT NOT NULL,
    series INTEGER NOT NULL,
    name TEXT NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (edition, series, name)
  ) WITHOUT ROWID
  """,
  // The manifest of the site that the units describe.
  """
  CREATE TABLE publishedState (
    edition TEXT NOT NULL,
    series INTEGER NOT NULL,
    manifest TEXT NOT NULL,
    PRIMARY KEY (edition, series)
  ) WITHOUT ROWID
  """,
]

extension DatabaseMigrator {
  mutating func registerMeasures() {
    registerMigration("keep measures and what pages were made from") { database in
      for statement in createMeasures { try database.execute(sql: statement) }
      try HistoryTransaction(database).stampProfiles()
    }
    registerMigration("keep measures of references") { database in
      try database.execute(
        sql: """
          CREATE TABLE measuredReference (
            model TEXT PRIMARY KEY,
            fingerprint BLOB NOT NULL,
            record BLOB NOT NULL
          )
          """)
    }
  }
}

extension HistoryTransaction {
  /// Enters the digests of profiles that were stored before there were any.
  fileprivate func stampProfiles() throws {
    for (table, column) in [("inputProfile", "input"), ("outcomeProfile", "outcome")] {
      let rows = try Row.fetchCursor(database, sql: "SELECT armKey, day, profile FROM \(table)")
      while let row = try rows.next() {
        try database.execute(
          sql: """
            INSERT INTO profileStamp (armKey, day, \(column)) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET \(column) = excluded.\(column)
            """,
          arguments: [row["armKey"] as Int64, row["day"] as Int, Self.stamp(of: row["profile"])])
      }
    }
  }

  /// 128 bits of SHA-256.
  static func stamp(of bytes: Data) -> Data { Data(SHA256.hash(data: bytes).prefix(16)) }
}
