import GRDB

extension DatabaseMigrator {
  /// Every change of the tables, by name, oldest first. A migration that was published never changes.
  static let history: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("create the record") { database in
      for statement in createTheRecord { try database.execute(sql: statement) }
    }
    migrator.registerMigration("keep first published values") { database in
      try database.execute(sql: createPublishedValue)
    }
    migrator.registerMigration("keep first published terms") { database in
      for statement in createTerms { try database.execute(sql: statement) }
    }
    migrator.registerMigration("keep predictions in a compact ledger") { database in
      for statement in createTheLedger { try database.execute(sql: statement) }
      try database.execute(
        sql: "INSERT INTO ledgerSecret (low, high) VALUES (?, ?)",
        arguments: [Int64.random(in: .min ... .max), Int64.random(in: .min ... .max)])
      try LedgerMigration(history: HistoryTransaction(database)).run()
    }
    migrator.registerMigration("keep manifests and revisions") { database in
      for statement in createPublications { try database.execute(sql: statement) }
    }
    migrator.registerMeasures()
    migrator.registerMigration("know files by what the file system says of them") { database in
      try database.execute(sql: createKnownFile)
    }
    return migrator
  }()
}

/// Names instead of keys, for the same reason as in `publishedValue`. Most periods share their
/// terms, so the text is kept once.
private let createTerms = [
  """
  CREATE TABLE terms (
    key INTEGER PRIMARY KEY,
    content TEXT NOT NULL UNIQUE
  )
  """,
  """
  CREATE TABLE publishedTerms (
    model TEXT NOT NULL,
    period TEXT NOT NULL,
    day INTEGER NOT NULL,
    termsKey INTEGER NOT NULL REFERENCES terms,
    PRIMARY KEY (model, period)
  ) WITHOUT ROWID
  """,
]

/// Names instead of keys: what readers saw stays true when the rest of the record is counted again.
private let createPublishedValue = """
  CREATE TABLE publishedValue (
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    stage TEXT NOT NULL,
    period TEXT NOT NULL,
    slice TEXT NOT NULL,
    feature TEXT NOT NULL,
    metric TEXT NOT NULL,
    value REAL NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (model, version, stage, period, slice, feature, metric)
  ) WITHOUT ROWID
  """

/// Predictions and labels as sorted runs of pages (see `Ledger`). All that is asked of a page without
/// its contents stands in the index, so that pages themselves are read only for their entries. A key
/// is never used twice, as a run may still name a page that is gone.
private let createTheLedger = [
  """
  CREATE TABLE ledgerSecret (
    low INTEGER NOT NULL,
    high INTEGER NOT NULL
  )
  """,
  """
  CREATE TABLE ledgerAnswer (
    modelKey INTEGER NOT NULL REFERENCES model,
    code INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (modelKey, code)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE ledgerRun (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    modelKey INTEGER NOT NULL REFERENCES model,
    kind INTEGER NOT NULL
  )
  """,
  """
  CREATE TABLE ledgerPage (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    runKey INTEGER NOT NULL,
    firstKey INTEGER NOT NULL,
    entryCount INTEGER NOT NULL,
    latestLabelTime INTEGER,
    keyCodes BLOB NOT NULL,
    otherCodes BLOB NOT NULL
  )
  """,
  """
  CREATE INDEX ledgerPageOrder
  ON ledgerPage (runKey, firstKey, entryCount, latestLabelTime)
  """,
]

/// Files whose content need not be read to know their digest. Nothing is lost with the table but time.
private let createKnownFile = """
  CREATE TABLE knownFile (
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest TEXT NOT NULL,
    isConfirmed INTEGER NOT NULL
  ) WITHOUT ROWID
  """

private let createTheRecord = [
  """
  CREATE TABLE model (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    schema TEXT NOT NULL,
    referenceDigest TEXT
  )
  """,
  """
  CREATE TABLE version (
    key INTEGER PRIMARY KEY,
    modelKey INTEGER NOT NULL REFERENCES model,
    name TEXT NOT NULL,
    UNIQUE (modelKey, name)
  )
  """,
  """
  CREATE TABLE arm (
    key INTEGER PRIMARY KEY,
    versionKey INTEGER NOT NULL REFERENCES version,
    stage TEXT NOT NULL,
    UNIQUE (versionKey, stage)
  )
  """,
  """
  CREATE TABLE inputFile (
    key INTEGER PRIMARY KEY,
    modelKey INTEGER NOT NULL REFERENCES model,
    role TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest TEXT NOT NULL,
    rowCount INTEGER NOT NULL,
    malformedRowCount INTEGER NOT NULL,
    duplicateCount INTEGER NOT NULL,
    firstDay INTEGER,
    lastDay INTEGER,
    UNIQUE (modelKey, role, digest)
  )
  """,
  """
  CREATE TABLE inputProfile (
    armKey INTEGER NOT NULL REFERENCES arm,
    day INTEGER NOT NULL,
    malformedRowCount INTEGER NOT NULL,
    profile BLOB NOT NULL,
    PRIMARY KEY (armKey, day)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE outcomeProfile (
    armKey INTEGER NOT NULL REFERENCES arm,
    day INTEGER NOT NULL,
    profile BLOB NOT NULL,
    PRIMARY KEY (armKey, day)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE referenceProfile (
    modelKey INTEGER NOT NULL REFERENCES model,
    version TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    stage TEXT NOT NULL,
    input BLOB NOT NULL,
    outcome BLOB NOT NULL,
    PRIMARY KEY (modelKey, version, chunk)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE segmentCombination (
    modelKey INTEGER NOT NULL REFERENCES model,
    key INTEGER NOT NULL,
    segmentValues TEXT NOT NULL,
    PRIMARY KEY (modelKey, key)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE prediction (
    modelKey INTEGER NOT NULL,
    id TEXT NOT NULL,
    versionKey INTEGER NOT NULL,
    armKey INTEGER NOT NULL,
    time INTEGER NOT NULL,
    day INTEGER NOT NULL,
    answer,
    score,
    segmentKey INTEGER NOT NULL,
    label,
    labelTime INTEGER,
    PRIMARY KEY (modelKey, id, versionKey)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE waitingLabel (
    modelKey INTEGER NOT NULL,
    id TEXT NOT NULL,
    label NOT NULL,
    labelTime INTEGER,
    PRIMARY KEY (modelKey, id)
  ) WITHOUT ROWID
  """,
]
