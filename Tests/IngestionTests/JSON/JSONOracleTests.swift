import Foundation
import Testing

@testable import Ingestion

@Suite("JSON lines as Python reads them")
struct JSONOracleTests {
  /// The columns of `Oracles/json_lines.py`.
  private let paths = ["a", "b.c", "b.d.e", "f\\.g", "h.1", "h.0.x", "ü", "k\\\\l"]

  private func oracle() throws -> (url: URL, rows: [[String?]?]) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles")
    let rows = try JSONDecoder().decode(
      [[String?]?].self,
      from: Data(contentsOf: folder.appendingPathComponent("json_lines.expected.json")))
    return (folder.appendingPathComponent("json_lines.jsonl"), rows)
  }

  @Test("have the same cells and the same malformed lines, whatever the block")
  func cells() throws {
    let (url, expected) = try oracle()
    for blockBytes in [1 << 20, 1_000, 61] {
      let read = ReadFile(
        path: url.path, paths.map { ColumnRequest($0, type: .text, presence: .sparse) },
        .tolerant(blockBytes: blockBytes), format: .jsonLines)
      #expect(read.error == nil)
      #expect(read.malformedRowCount == expected.count { $0 == nil })
      let good = expected.indices.filter { expected[$0] != nil }
      #expect(read.lines == good.map { $0 + 1 })
      for (row, index) in zip(read.rows, good) {
        let wanted = try #require(expected[index])
        // Of an object or array the text is compared elsewhere.
        let compared = zip(row, wanted).map { $1 == nil ? nil : $0 }
        #expect(compared == wanted, "line \(index + 1)")
      }
    }
  }
}
