import Foundation
import Testing

/// A file of its own for one test, gone when the test has ended.
final class TemporaryFile {
  let url: URL

  var path: String { url.path }

  init(_ bytes: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ingestion-\(UUID().uuidString).csv")
    try Data(bytes).write(to: url)
  }

  convenience init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      Issue.record(error)
    }
  }
}
