import Foundation

/// The command-line program `duckdb`, run as a child process for one question at a time.
///
/// It never goes through a shell, reads no start-up file, and counts days in UTC whatever the
/// machine says. Rows reach us as a CSV file that is complete before a byte of it is read, so that
/// a failure leaves nothing half-read.
struct DuckDBProgram {
  let path: String

  /// Looks for the program where the shell would.
  ///
  /// - Throws: ``IngestError`` that says how to install it.
  init(searchPath: String? = ProcessInfo.processInfo.environment["PATH"]) throws {
    let folders = (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let places = folders.map { "\($0)/duckdb" }
    guard let path = places.first(where: FileManager.default.isExecutableFile) else {
      throw IngestError(
        .missingInput,
        [
          "a source is declared 'via: duckdb', and the program 'duckdb' is not installed; "
            + "install it with 'pip install duckdb-cli' or from https://duckdb.org/install, and "
            + "make sure that PATH names its folder"
        ])
    }
    self.path = path
  }

  /// A text as SQL writes it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// Writes the rows of a query to a CSV file.
  ///
  /// - Parameters:
  ///   - query: One SELECT statement; a closing semicolon is ignored.
  ///   - limit: Most rows, or `nil` for all.
  ///   - target: Path of the file; messages of the program go to one beside it.
  ///   - folder: What relative paths in the query are seen from.
  /// - Throws: ``IngestError`` with the program's own words.
  func export(
    _ query: String, of source: Configuration.Source.DuckDB, limit: Int?, to target: String,
    in folder: String
  ) throws {
    let trimmed = query.trimmingCharacters(in: .whitespacesAndNewlines.union([";"]))
    // The line breaks end a comment that may stand on the last line.
    let rows =
      limit.map { "SELECT * FROM (\n\(trimmed)\n) LIMIT \($0)" } ?? trimmed
    let scratch = (target as NSString).deletingLastPathComponent
    var script = "SET TimeZone = 'UTC';\nSET temp_directory = \(Self.quoted(scratch));\n"
    if let setup = source.setup { script += setup + "\n;\n" }
    script += "COPY (\n\(rows)\n) TO \(Self.quoted(target)) (FORMAT csv, HEADER true);"
    let messages = target + ".messages"
    let status = try ChildProgram(
      path: path, arguments: ["-no-init", "-batch", "-bail", "-no-stdin", "-c", script]
    ).run(messages: messages, in: folder, timeoutSeconds: source.timeoutSeconds)
    guard let status else {
      throw IngestError(
        .badData,
        [
          "\(source.shown): DuckDB was stopped after \(source.timeoutSeconds) seconds; raise "
            + "'timeout_seconds', or ask for less"
        ])
    }
    guard status == 0, FileManager.default.fileExists(atPath: target) else {
      throw IngestError(
        .badData,
        [
          "\(source.shown): DuckDB failed (exit status \(status)): \(try ChildProgram.words(in: messages))"
        ])
    }
  }
}
