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
  private static let pageRows = 1_024

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
      try database.execute(
        sql: "CREATE TEMP TABLE ledgerSpill (key INTEGER PRIMARY KEY, codes BLOB NOT NULL)")
    }
    var chunk = Chunk(firstPage: 0, pageCount: 0, rowCount: rows.count)
    let statement = try database.cachedStatement(
      sql: "INSERT INTO temp.ledgerSpill (codes) VALUES (?)")
    for start in stride(from: 0, to: rows.count, by: Self.pageRows) {
      let end = min(start + Self.pageRows, rows.count)
      var page = LedgerRows(scoreCount: scoreCount, capacity: end - start)
      page.append(rows, picked: order[start..<end])
      try statement.execute(arguments: [WordBlob(words: Self.words(of: page))])
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

  private static func words(of page: LedgerRows) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(page.count * (page.entries.columns.count + 2))
    PackedColumn.write(page.entries.high, density: .passing, to: &words)
    for column in page.entries.columns {
      PackedColumn.write(column, density: .passing, to: &words)
    }
    PackedColumn.write(page.ordinals, density: .passing, to: &words)
    return words
  }
}
