import Foundation
import Glibc

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
    let status = try run(
      script, messages: messages, in: folder, timeoutSeconds: source.timeoutSeconds)
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
        ["\(source.shown): DuckDB failed (exit status \(status)): \(try Self.words(in: messages))"])
    }
  }

  /// - Returns: The exit status, or `nil` when the time was up.
  private func run(
    _ script: String, messages: String, in folder: String, timeoutSeconds: Int
  ) throws -> Int32? {
    let files = FileManager.default
    guard files.createFile(atPath: messages, contents: nil) else {
      throw IngestError(.badData, ["\(messages): the file cannot be written"])
    }
    let log = try FileHandle(forWritingTo: URL(fileURLWithPath: messages))
    defer { log.closeFile() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-no-init", "-batch", "-bail", "-no-stdin", "-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    let hasEnded = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in hasEnded.signal() }
    try process.run()
    let leader = process.processIdentifier
    let group = getpgid(leader) == leader ? leader : nil
    if hasEnded.wait(timeout: .now() + .seconds(timeoutSeconds)) == .success {
      return process.terminationStatus
    }
    process.terminate()
    if hasEnded.wait(timeout: .now() + .seconds(5)) == .timedOut {
      _ = kill(process.processIdentifier, SIGKILL)
      hasEnded.wait()
    }
    // What is installed as `duckdb` may be a script; the program that it started ends with it.
    if let group { _ = kill(-group, SIGKILL) }
    return nil
  }

  /// What the program said, on one line; long messages are cut.
  private static func words(in path: String) throws -> String {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && $0 != "^" }
    let words = lines.joined(separator: " ").prefix(600)
    return words.isEmpty ? "it gave no reason" : String(words)
  }
}
