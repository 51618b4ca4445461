/// What was published; it cannot be counted again from the files.
let createPublications = [
  """
  CREATE TABLE editionSeries (
    edition TEXT NOT NULL,
    number INTEGER NOT NULL,
    scope TEXT NOT NULL,
    PRIMARY KEY (edition, number)
  ) WITHOUT ROWID
  """,
  // As they lie in the folder, so that a lost folder can be published again with its chain.
  """
  CREATE TABLE manifest (
    edition TEXT NOT NULL,
    series INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    signature BLOB,
    PRIMARY KEY (edition, series, number)
  )
  """,
  """
  CREATE TABLE reportRevision (
    edition TEXT NOT NULL,
    series INTEGER NOT NULL,
    role TEXT NOT NULL,
    model TEXT NOT NULL,
    period TEXT NOT NULL,
    number INTEGER NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (edition, series, role, model, period, number)
  ) WITHOUT ROWID
  """,
  """
  CREATE TABLE publishedContent (
    digest TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
  )
  """,
]
