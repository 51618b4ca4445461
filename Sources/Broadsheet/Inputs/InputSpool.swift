import Foundation
import History
import Ingestion

/// Keeps what can be read only once, or only through another program, in files while a run lasts.
///
/// The files lie in a folder beside the history, as they may be as large as what comes in. The
/// folder is removed at the end of the run; what a run that was killed left behind, the next one
/// removes, since only one run at a time holds the lock.
final class InputSpool {
  let folder: String
  private var fileCount = 0
  /// What messages call the spooled files.
  private var names: [String: String] = [:]
  /// Where all rows of files of DuckDB's lie, by their paths.
  private var converted: [String: String] = [:]
  /// The first rows of files of DuckDB's, by their paths.
  private var beginnings: [String: String] = [:]

  /// How much of a file is asked for.
  enum Extent {
    case everything
    /// Enough for a look at the header and the first batch of rows.
    case firstRows
  }

  /// More rows than a look needs, even if most of them are malformed.
  private static let firstRowCount = 1 << 16

  init(folder: String) throws {
    self.folder = folder
    try remove()
  }

  convenience init(besideHistory path: String) throws {
    try self.init(folder: path + ".spool")
  }

  /// Removes everything.
  func remove() throws {
    converted = [:]
    beginnings = [:]
    if FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  /// What a spooled file is called in messages and in the record; `nil` for other files.
  func name(of path: String) -> String? { names[path] }

  // MARK: - Streams

  /// Writes everything that a pipe brings to a file.
  ///
  /// - Parameter path: The named pipe; `nil` for standard input.
  /// - Returns: The file; `nil` when nothing came.
  func spool(stream path: String?, shown: String) throws -> String? {
    if path == nil, isatty(STDIN_FILENO) == 1 {
      throw IngestError(
        .missingInput,
        ["standard input is a terminal; pipe the records into the program, or name a file"])
    }
    let source =
      try path.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: $0)) }
      ?? FileHandle.standardInput
    let target = try newPath(shown: shown)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
    var isEmpty = true
    while let block = try source.read(upToCount: 1 << 20), !block.isEmpty {
      try file.write(contentsOf: block)
      isEmpty = false
    }
    try file.close()
    if path != nil { try source.close() }
    return isEmpty ? nil : target
  }

  // MARK: - DuckDB

  /// Writes the rows of a query to a file.
  func spool(
    _ query: String, of source: Configuration.Source.DuckDB, limit: Int? = nil, in folder: String
  ) throws -> String {
    let program = try DuckDBProgram()
    let target = try newPath(shown: source.shown)
    try program.export(query, of: source, limit: limit, to: target, in: folder)
    return target
  }

  /// The rows of a file of DuckDB's as CSV; the first rows are kept until the end, all of them until those of a
  /// file are asked for that is not read together with it.
  ///
  /// - Parameter together: Files that are read in turn more than once, this one among them or not.
  func rows(
    _ extent: Extent = .everything, ofFile path: String, shown: String,
    by source: Configuration.Source.DuckDB, limit: Int?, in folder: String,
    together: [String] = []
  ) throws -> String {
    if let rows = converted[path] { return rows }
    if extent == .firstRows, let rows = beginnings[path] { return rows }
    let file = Configuration.Source.DuckDB(
      content: source.content, setup: source.setup, timeoutSeconds: source.timeoutSeconds,
      shown: shown)
    let query = "SELECT * FROM \(DuckDBProgram.quoted(path))"
    if extent == .firstRows {
      let most = min(limit ?? Self.firstRowCount, Self.firstRowCount)
      let rows = try spool(query, of: file, limit: most, in: folder)
      beginnings[path] = rows
      return rows
    }
    for (other, rows) in converted where !together.contains(other) {
      try FileManager.default.removeItem(atPath: rows)
      converted[other] = nil
    }
    let rows = try spool(query, of: file, limit: limit, in: folder)
    converted[path] = rows
    return rows
  }

  /// An empty file that only its owner may read: it can hold personal data.
  private func newPath(shown: String) throws -> String {
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    fileCount += 1
    let path = "\(folder)/\(fileCount)"
    guard files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else {
      throw HistoryError(
        .storage, path: folder, message: "what comes in cannot be written here",
        advice: "Check free space and permissions of the folder, and run again")
    }
    names[path] = shown
    return path
  }
}
