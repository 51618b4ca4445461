import Foundation
import Testing

/// Text files beside the tests; `RECORD_GOLDEN=1` writes them anew for a reviewer to look at.
enum Golden {
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(
      text == recorded,
      """
      \(name) differs from line \(first.map { $0.offset + 1 } ?? min(lines.count, expected.count)): \
      \(first.map { String($0.element.0) } ?? "other length"). \
      Run with RECORD_GOLDEN=1 and look at the change.
      """,
      sourceLocation: sourceLocation)
  }
}
