import Foundation
import Ingestion

/// Files that somebody named on the command line, and how a configuration names them.
struct DraftInput {
  /// Text files with the same rows, in order of their paths.
  let readable: [String]
  /// The value of the key in the configuration.
  let value: String
  /// What messages and comments call it.
  let shown: String

  /// - Parameters:
  ///   - name: A file, a folder, which stands for the files in it, or a pattern; seen from the
  ///     current folder.
  ///   - folder: Absolute folder of the configuration.
  /// - Throws: ``IngestError`` when there is no such file, or it can be read only once.
  init(_ name: String, seenFrom folder: String, spool: InputSpool) throws {
    shown = name
    let (pattern, files) = try Self.find(name)
    guard let first = files.first else {
      throw IngestError(.missingInput, ["\(name): no such file; check the path"])
    }
    guard !PathPattern.isPipe(first) else {
      throw IngestError(
        .missingInput,
        ["\(name): a pipe can be read only once; name a file with some of its records"])
    }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    let path = pattern.hasPrefix(prefix) ? String(pattern.dropFirst(prefix.count)) : pattern
    if try Self.needsDuckDB(first) {
      let source = Configuration.Source.DuckDB(
        content: .files(pattern: pattern), setup: nil, timeoutSeconds: 600, shown: name)
      readable = [
        try spool.rows(
          ofFile: first, shown: name, by: source, limit: FileSurvey.rowLimit, in: folder)
      ]
      value = "{via: duckdb, from: \(YAMLText.scalar(path))}"
    } else {
      readable = files
      value = YAMLText.scalar(path)
    }
  }

  /// The pattern, absolute, and the files that it stands for.
  private static func find(_ name: String) throws -> (pattern: String, files: [String]) {
    let path = currentAbsolutePath(name)
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists else { return (path, PathPattern.files(matching: path)) }
    let escaped = escaped(path)
    guard isFolder.boolValue else { return (escaped, [path]) }
    // Files of one kind: the ending of the first name decides.
    let all = PathPattern.files(matching: escaped + "/*")
    let ending = all.first.map { ($0 as NSString).pathExtension } ?? ""
    let pattern = escaped + (ending.isEmpty ? "/*" : "/*.\(Self.escaped(ending))")
    return (pattern, PathPattern.files(matching: pattern))
  }

  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { text, character in
      if "*?[\\".contains(character) { text.append("\\") }
      text.append(character)
    }
  }

  private static func needsDuckDB(_ path: String) throws -> Bool {
    do throws(IngestionError) {
      _ = try RecordFormat(ofFileAt: path)
      return false
    } catch {
      guard case .foreignFormat(let name) = error.kind, name.contains("Parquet") else {
        throw error
      }
      return true
    }
  }
}
