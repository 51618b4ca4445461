import Foundation
import Testing

@testable import Publishing

@Suite("Publishing by way of a spare copy")
struct SpareSiteTests {
  private static let copy = [".site.spare", ".site.spare.txt", "site"]

  /// A site that is published time after time.
  private final class Site {
    let folder: TemporaryFolder
    private var files: [String: String] = [:]
    private var number = 0

    init() throws {
      folder = try TemporaryFolder()
    }

    var path: String { folder.path + "/site" }

    /// Publishes the files; those that are as before are taken over.
    @discardableResult
    func publish(_ next: [String: String], knowing: Bool = true) throws -> SiteChanges {
      var plan = SitePlan()
      for (name, text) in next {
        let path = try SitePath(name)
        if knowing, files[name] == text {
          try plan.keep(
            KeptFile(path: path, byteCount: text.utf8.count, sha256: ""), from: "test")
        } else {
          try plan.add(text, at: path, from: "test")
        }
      }
      let delta = SiteDelta(
        base: "\(number)",
        written: try next.filter { files[$0.key] != $0.value }.keys.sorted().map {
          try SitePath($0)
        },
        removed: try files.keys.filter { next[$0] == nil }.sorted().map { try SitePath($0) },
        unchangedCount: next.filter { files[$0.key] == $0.value }.count)
      let changes = try SiteWriter().write(
        plan, to: path, delta: knowing ? delta : nil, state: "\(number + 1)")
      files = next
      number += 1
      return changes
    }

    /// What lies in the folder, the writer's mark left out.
    func found() throws -> [String: String] {
      var found: [String: String] = [:]
      let site = try SiteFolder(path)
      for (name, kind) in site.entries where name != SitePath.markerName {
        if case .file = kind {
          found[name] = String(decoding: try #require(try site.bytes(at: name)), as: UTF8.self)
        }
      }
      return found
    }
  }

  private static let steps: [[String: String]] = [
    ["index.html": "1", "a/b/c.html": "same", "gone/x.html": "x"],
    ["index.html": "2", "a/b/c.html": "same", "new/y.html": "y"],
    ["index.html": "3", "a/b/c.html": "other", "new/y.html": "y", "gone/x.html": "again"],
    ["index.html": "3", "a/b/c.html": "other", "new": "a file now", "gone/x.html": "again"],
    ["index.html": "4", "a/b/c.html": "other", "new": "a file now", "gone/x.html": "again"],
  ]

  @Test("gives the planned site, publication after publication")
  func sequence() throws {
    let site = try Site()
    for (number, files) in Self.steps.enumerated() {
      try site.publish(files, knowing: number > 0)
      #expect(try site.found() == files, "publication \(number)")
      // No folder stays behind empty.
      let entries = try SiteFolder(site.path).entries
      for (name, kind) in entries where kind == .folder {
        #expect(entries.keys.contains { $0.hasPrefix(name + "/") }, "\(name)")
      }
      #expect(try site.folder.names().contains("site"))
    }
    #expect(try site.folder.names() == Self.copy)
  }

  @Test("leaves the files that are as before, and writes each other one once")
  func keepsFiles() throws {
    let site = try Site()
    try site.publish(Self.steps[0], knowing: false)
    try site.publish(Self.steps[1], knowing: false)
    let kept = try site.folder.fileNumber("site/a/b/c.html")
    let changes = try site.publish([
      "index.html": "9", "a/b/c.html": "same", "new/y.html": "y",
    ])
    #expect(changes == SiteChanges(written: 1, unchanged: 2, removed: 0, warning: nil))
    #expect(try site.folder.fileNumber("site/a/b/c.html") == kept)
    #expect(try site.folder.read(".site.spare/index.html") == "2")
  }

  @Test("does not rely on a copy that a killed run left half changed")
  func killed() throws {
    let site = try Site()
    try site.publish(Self.steps[0], knowing: false)
    try site.publish(Self.steps[1], knowing: false)
    // The list goes first, then the copy is touched.
    try FileManager.default.removeItem(atPath: site.folder.path + "/.site.spare.txt")
    try site.folder.write("half", to: ".site.spare/index.html")
    try site.publish(Self.steps[2])
    #expect(try site.found() == Self.steps[2])
    try site.publish(Self.steps[4])
    #expect(try site.found() == Self.steps[4])
  }

  @Test("does not rely on a copy of another site")
  func otherSite() throws {
    let site = try Site()
    try site.publish(Self.steps[0], knowing: false)
    try site.publish(Self.steps[1], knowing: false)
    let list = try site.folder.read(".site.spare.txt")
    try site.folder.write(list.replacing("\n2\n", with: "\n7\n"), to: ".site.spare.txt")
    try site.publish(Self.steps[2])
    #expect(try site.found() == Self.steps[2])
  }

  @Test("says so when a file that is taken over is gone, and leaves the site as it is")
  func lost() throws {
    let site = try Site()
    try site.publish(Self.steps[0], knowing: false)
    try FileManager.default.removeItem(atPath: site.path + "/a/b/c.html")
    let before = try site.found()
    let error = #expect(throws: SiteError.self) { try site.publish(Self.steps[1]) }
    #expect(error?.problem == .lostFile)
    #expect(error?.description.contains("--full") == true)
    #expect(try site.found() == before)
  }
}
