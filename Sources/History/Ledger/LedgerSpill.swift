import GRDB

/// Rows of one file that have no room in memory until the file has ended: sorted chunks, page by page
/// in a temporary table.
///
/// The table lies in a file of its own that SQLite makes in the system's folder for temporary files and
/// removes when the connection ends. It is made within the transaction and goes with it.
struct LedgerSpill {
  /// A chunk: consecutive pages in the order of their keys.
  struct Chunk {
    var firstPage: Int64
    var pageCount: Int
    var rowCount: Int
  }

  /// Rows in a page. Merging holds one page of every chunk.
  private static let pageRows = 512

  private let database: Database
  let scoreCount: Int
  private(set) var chunks: [Chunk] = []

  init(database: Database, scoreCount: Int) {
    self.database = database
    self.scoreCount = scoreCount
  }

  var isEmpty: Bool { chunks.isEmpty }
  var rowCount: Int { chunks.reduce(0) { $0 + $1.rowCount } }

  /// Adds a chunk, which follows the one before it in the file.
  ///
  /// - Parameter order: The positions of the rows by their keys.
  mutating func add(_ rows: LedgerRows, order: [Int]) throws {
    guard !rows.isEmpty else { return }
    if chunks.isEmpty {
      // Of the temporary file, which is made now; that of the history has its pages already.
      try database.execute(sql: "PRAGMA page_size = 32768")
      try database.execute(
        sql: "CREATE TEMP TABLE ledgerSpill (key INTEGER PRIMARY KEY, codes BLOB NOT NULL)")
    }
    var chunk = Chunk(firstPage: 0, pageCount: 0, rowCount: rows.count)
    let statement = try database.cachedStatement(
      sql: "INSERT INTO temp.ledgerSpill (codes) VALUES (?)")
    let same = rows.entries.columns.map(Self.onlyValue)
    for start in stride(from: 0, to: rows.count, by: Self.pageRows) {
      let picked = order[start..<min(start + Self.pageRows, rows.count)]
      let words = Self.words(of: rows, picked: picked, same: same)
      try statement.execute(arguments: [WordBlob(words: words)])
      if start == 0 { chunk.firstPage = database.lastInsertedRowID }
      chunk.pageCount += 1
    }
    chunks.append(chunk)
  }

  /// The rows of a page of a chunk.
  func page(_ page: Int, of chunk: Chunk) throws -> LedgerRows {
    let statement = try database.cachedStatement(
      sql: "SELECT codes FROM temp.ledgerSpill WHERE key = ?")
    let key = chunk.firstPage + Int64(page)
    guard let blob = try WordBlob.fetchOne(statement, arguments: [key]) else {
      throw LedgerFault.truncated
    }
    let isLast = page + 1 == chunk.pageCount
    let count = isLast ? chunk.rowCount - page * Self.pageRows : Self.pageRows
    var rows = LedgerRows(scoreCount: scoreCount)
    var position = 0
    rows.entries.high = try PackedColumn.read(count, from: blob.words, at: &position)
    for column in rows.entries.columns.indices {
      rows.entries.columns[column] = try PackedColumn.read(
        count, from: blob.words, at: &position)
    }
    rows.ordinals = try PackedColumn.read(count, from: blob.words, at: &position)
    return rows
  }

  /// Forgets all chunks.
  mutating func clear() throws {
    guard !chunks.isEmpty else { return }
    try database.execute(sql: "DROP TABLE temp.ledgerSpill")
    chunks = []
  }

  /// The value of a column that has no other.
  private static func onlyValue(of column: [UInt64]) -> UInt64? {
    guard let first = column.first else { return nil }
    var differences: UInt64 = 0
    for code in column { differences |= code ^ first }
    return differences == 0 ? first : nil
  }

  /// A page of the picked rows.
  ///
  /// - Parameter same: The value of each column that has one only: what lies in all rows need not be gathered
  ///   from a chunk that no cache holds.
  private static func words(
    of rows: LedgerRows, picked: ArraySlice<Int>, same: [UInt64?]
  ) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(picked.count * (rows.entries.columns.count + 2))
    var column: [UInt64] = []
    column.reserveCapacity(picked.count)
    func write(_ source: [UInt64], same: UInt64?) {
      column.removeAll(keepingCapacity: true)
      if let same {
        column.append(contentsOf: repeatElement(same, count: picked.count))
      } else {
        LedgerEntries.append(source, picked, to: &column)
      }
      PackedColumn.write(column, density: .passing, to: &words)
    }
    write(rows.entries.high, same: nil)
    for (index, source) in rows.entries.columns.enumerated() { write(source, same: same[index]) }
    write(rows.ordinals, same: nil)
    return words
  }
}
