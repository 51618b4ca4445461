import GRDB

/// A file with the digest that it had when it was last read for it.
package struct KnownFile: Hashable, Sendable {
  package let path: String
  /// What the file system said of the file before it was read.
  package let stamp: String
  /// Bytes.
  package let size: Int
  /// 64 hexadecimal digits.
  package let digest: String
  /// Whether two runs found this digest under the same stamp.
  package let isConfirmed: Bool

  package init(path: String, stamp: String, size: Int, digest: String, isConfirmed: Bool) {
    self.path = path
    self.stamp = stamp
    self.size = size
    self.digest = digest
    self.isConfirmed = isConfirmed
  }
}

extension HistoryTransaction {
  /// What was known of files after the last run, by path.
  package func knownFiles() throws -> [String: KnownFile] {
    try Row.fetchAll(database, sql: "SELECT * FROM knownFile").reduce(into: [:]) { files, row in
      let file = KnownFile(
        path: row["path"], stamp: row["stamp"], size: row["size"], digest: row["digest"],
        isConfirmed: row["isConfirmed"])
      files[file.path] = file
    }
  }

  package func put(_ file: KnownFile) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO knownFile (path, stamp, size, digest, isConfirmed)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [file.path, file.stamp, file.size, file.digest, file.isConfirmed])
  }

  package func forgetFile(at path: String) throws {
    try database.execute(sql: "DELETE FROM knownFile WHERE path = ?", arguments: [path])
  }
}
