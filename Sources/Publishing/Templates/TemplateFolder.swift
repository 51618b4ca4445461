import Foundation

/// A folder with templates and static files in place of the built-in ones.
struct TemplateFolder {
  let folder: URL

  private static let templateParts = ["reports", "partials", "pages", "packs"]

  init(_ folder: URL) { self.folder = folder }

  /// Every template and static file, by its path inside the folder. Files that begin with a dot
  /// are left out, and so is everything outside the five known folders.
  func files() throws(PublishingError) -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw PublishingError(
        .file("there is no such folder"), place: folder.path,
        advice: "Eject the templates into it, or take it out of the configuration.")
    }
    var result: [String: [UInt8]] = [:]
    for part in Self.templateParts + ["site"] {
      for name in try names(in: part) {
        let path = "\(part)/\(name)"
        do {
          result[path] = Array(try Data(contentsOf: folder.appending(path: path)))
        } catch {
          throw failure("cannot be read", path, "Check that it is a file, and its rights.")
        }
      }
    }
    return result
  }

  /// Every file that lies directly in the folder, by its name.
  func staticFiles() throws(PublishingError) -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw PublishingError(
        .file("there is no such folder"), place: folder.path,
        advice: "Put the files there, or take the folder out of the configuration.")
    }
    var result: [String: [UInt8]] = [:]
    for name in try names(in: "") {
      do {
        result[name] = Array(try Data(contentsOf: folder.appending(path: name)))
      } catch {
        throw failure("cannot be read", name, "Check that it is a file, and its rights.")
      }
    }
    return result
  }

  /// Writes files by path; one that is there already is left as it is.
  ///
  /// - Returns: The paths that were written.
  func write(_ files: [String: [UInt8]]) throws(PublishingError) -> [String] {
    var written: [String] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = folder.appending(path: path)
      if FileManager.default.fileExists(atPath: file.path) { continue }
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .withoutOverwriting)
      } catch {
        throw failure("cannot be written", path, "Check the rights of the folder.")
      }
      written.append(path)
    }
    return written
  }

  private func names(in part: String) throws(PublishingError) -> [String] {
    let path = part.isEmpty ? folder.path : folder.appending(path: part).path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw failure("cannot be listed", part, "Check the rights of the folder.")
    }
  }

  private func failure(_ what: String, _ path: String, _ advice: String) -> PublishingError {
    PublishingError(.file(what), place: path, advice: advice)
  }
}
