import Foundation
import Testing

@testable import Broadsheet

@Suite("The list of files in a manifest")
struct PlainFileListTests {
  private func bytes(_ paths: [String]) throws -> [UInt8] {
    try AuditManifest(
      edition: "main",
      scope: EditionScope(redacted: [], metrics: nil, models: nil, roles: nil, groups: []),
      number: 1, time: "2026-01-01T00:00:00Z", program: "1", configuration: "c", key: nil,
      previous: nil, inputs: [],
      files: paths.map { AuditManifest.File(path: $0, size: $0.utf8.count, sha256: "\($0.count)a") }
    ).canonicalBytes()
  }

  @Test("is what a JSON decoder reads", arguments: [0, 1, 3])
  func sameAsDecoder(count: Int) throws {
    let bytes = try bytes((0..<count).map { "a/\($0).html" })
    let list = try #require(PlainFileList(in: bytes))
    let decoded = try JSONDecoder().decode(AuditManifest.self, from: Data(bytes))
    #expect(list.files == decoded.files)
    #expect(
      try JSONDecoder().decode(AuditManifest.self, from: Data(list.rest)).files.isEmpty)
    #expect(AuditManifest(canonical: bytes) == decoded)
  }

  @Test("is left to the decoder where a path needs an escape")
  func escaped() throws {
    let bytes = try bytes(["a/\"b\".html", "c.html"])
    #expect(PlainFileList(in: bytes) == nil)
    #expect(AuditManifest(canonical: bytes)?.files.map(\.path) == ["a/\"b\".html", "c.html"])
  }

  @Test(
    "is not read from damaged bytes, and neither is the manifest",
    arguments: [
      (",\"size\":", ",\"size\":+"), (",\"size\":", ", \"size\":"), ("},{", "} ,{"),
      ("}],\"format\"", "}"), ("},{\"path\"", "},,{\"path\""), ("\"size\":8", "\"size\":08"),
    ])
  func damaged(change: (before: String, after: String)) throws {
    let text = String(decoding: try bytes(["a/1.html", "a/2.html"]), as: UTF8.self)
    let damaged = text.replacing(change.before, with: change.after)
    #expect(damaged != text)
    #expect(AuditManifest(canonical: Array(damaged.utf8)) == nil)
  }
}
