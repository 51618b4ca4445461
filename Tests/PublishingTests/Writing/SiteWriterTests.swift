import Foundation
import Testing

@testable import Publishing

@Suite("Writing a site")
struct SiteWriterTests {
  private static let marker = SitePath.markerName

  private func plan(_ files: [String: String]) throws -> SitePlan {
    var plan = SitePlan()
    for (path, text) in files { try plan.add(text, at: SitePath(path), from: "test") }
    return plan
  }

  @Test("replaces the site as a whole and counts what changed", arguments: [true, false])
  func replaces(inOneStep: Bool) throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/deep/site"
    let writer = SiteWriter(swap: inOneStep ? .exchange : .renameAside)
    let first = try writer.write(
      plan(["index.html": "1", "a/b/c.html": "same", "gone/x.html": "x"]), to: site)
    #expect(first == SiteChanges(written: 3, unchanged: 0, removed: 0, warning: nil))
    let second = try writer.write(
      plan(["index.html": "2", "a/b/c.html": "same", "new.html": "n"]), to: site)
    #expect(second == SiteChanges(written: 2, unchanged: 1, removed: 1, warning: nil))
    #expect(try folder.names(in: "deep") == ["site"])
    #expect(try folder.names(in: "deep/site") == [Self.marker, "a", "index.html", "new.html"])
    #expect(try folder.read("deep/site/index.html") == "2")
    #expect(try folder.read("deep/site/a/b/c.html") == "same")
  }

  @Test("keeps the file itself when its bytes are the same")
  func keepsUnchangedFiles() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    _ = try SiteWriter().write(plan(["a.html": "same", "b.html": "1"]), to: site)
    let before = (try folder.fileNumber("site/a.html"), try folder.fileNumber("site/b.html"))
    _ = try SiteWriter().write(plan(["a.html": "same", "b.html": "2"]), to: site)
    #expect(try folder.fileNumber("site/a.html") == before.0)
    #expect(try folder.fileNumber("site/b.html") != before.1)
  }

  @Test("touches nothing when nothing changed")
  func nothingChanged() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    let same = try plan(["a.html": "1", "b/c.html": "2"])
    _ = try SiteWriter().write(same, to: site)
    let before = try folder.fileNumber("site")
    let changes = try SiteWriter().write(same, to: site)
    #expect(changes == SiteChanges(written: 0, unchanged: 2, removed: 0, warning: nil))
    #expect(changes.isEmpty)
    #expect(try folder.fileNumber("site") == before)
  }

  @Test("notices a file that was changed or added by hand")
  func changedByHand() throws {
    let folder = try TemporaryFolder()
    let same = try plan(["a.html": "1"])
    _ = try SiteWriter().write(same, to: folder.path + "/site")
    try folder.write("2", to: "site/a.html")
    try folder.write("x", to: "site/extra/x.html")
    let changes = try SiteWriter().write(same, to: folder.path + "/site")
    #expect(changes == SiteChanges(written: 1, unchanged: 0, removed: 1, warning: nil))
    #expect(try folder.names(in: "site") == [Self.marker, "a.html"])
    #expect(try folder.read("site/a.html") == "1")
  }

  @Test("writes into a folder that is there but empty")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    _ = try SiteWriter().write(plan(["a.html": "1"]), to: folder.path)
    #expect(try folder.names() == [Self.marker, "a.html"])
  }

  @Test("refuses a folder that it did not write, and leaves it as it is")
  func foreignFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "site/thesis.txt")
    let site = folder.path + "/site"
    let files = try plan(["a.html": "1"])
    let error = try #require(throws: SiteError.self) { try SiteWriter().write(files, to: site) }
    #expect(error.problem == .foreignFolder)
    #expect(error.path == site)
    #expect(error.description.contains("Choose an empty or new folder as output"))
    #expect(try folder.names(in: "site") == ["thesis.txt"])
    #expect(try folder.names() == ["site"])
  }

  @Test("refuses a file in the site's place, and the root of the file system")
  func notAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "site")
    for place in [folder.path + "/site", "/"] {
      let files = try plan(["a.html": "1"])
      let error = try #require(throws: SiteError.self) { try SiteWriter().write(files, to: place) }
      #expect(error.problem == .foreignFolder)
      #expect(error.path == place)
    }
  }

  @Test("refuses a foreign folder that happens to have the name of its own working folder")
  func foreignWorkingFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: ".site.new/thesis.txt")
    let files = try plan(["a.html": "1"])
    let site = folder.path + "/site"
    let error = try #require(throws: SiteError.self) { try SiteWriter().write(files, to: site) }
    #expect(error.path == folder.path + "/.site.new")
    #expect(try folder.read(".site.new/thesis.txt") == "precious")
  }

  @Test("leaves the old site and no half of the new one when a write fails midway")
  func failure() throws {
    let folder = try TemporaryFolder()
    // So deep that the short names of the first plan fit into the system's longest path, while the
    // long one of the second does not.
    let component = String(repeating: "d", count: 200)
    let depth = (3_700 - folder.path.utf8.count) / 201
    let base = folder.path + String(repeating: "/" + component, count: depth)
    let site = base + "/site"
    _ = try SiteWriter().write(plan(["a.html": "old"]), to: site)
    let long = (1...4).map { _ in component }.joined(separator: "/") + "/z.html"
    let files = try plan(["a.html": "new", long: "z"])
    let error = try #require(throws: SiteError.self) { try SiteWriter().write(files, to: site) }
    guard case .inputOutput = error.problem else {
      Issue.record("not an input/output error: \(error)")
      return
    }
    #expect(error.description.contains("Check the permissions and free space there"))
    #expect(try String(contentsOfFile: site + "/a.html", encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["site"])
  }

  @Test("cleans up what an interrupted run left beside the site")
  func interruptedBuild() throws {
    let folder = try TemporaryFolder()
    let same = try plan(["a.html": "1"])
    _ = try SiteWriter().write(same, to: folder.path + "/site")
    try folder.write("", to: ".site.new/" + Self.marker)
    try folder.write("half", to: ".site.new/b/b.html")
    let changes = try SiteWriter().write(same, to: folder.path + "/site")
    #expect(changes.isEmpty)
    #expect(try folder.names() == ["site"])
    #expect(try folder.read("site/a.html") == "1")
  }

  @Test("brings the old site back after a crash between the two steps of a replacement")
  func interruptedSwap() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".site.old/" + Self.marker)
    try folder.write("old", to: ".site.old/a.html")
    try folder.write("", to: ".site.new/" + Self.marker)
    try folder.write("half", to: ".site.new/b.html")
    let changes = try SiteWriter().write(plan(["a.html": "old"]), to: folder.path + "/site")
    #expect(changes == SiteChanges(written: 0, unchanged: 1, removed: 0, warning: nil))
    #expect(try folder.names() == ["site"])
  }

  @Test("replaces what a symbolic link leads to, and keeps the link")
  func symbolicLink() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "real/" + Self.marker)
    let link = folder.path + "/site"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/real")
    _ = try SiteWriter().write(plan(["a.html": "1"]), to: link)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == folder.path + "/real")
    #expect(try folder.read("real/a.html") == "1")
  }

  @Test("does not follow a symbolic link inside the old site")
  func symbolicLinkInside() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "outside/thesis.txt")
    _ = try SiteWriter().write(plan(["a.html": "1"]), to: folder.path + "/site")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/site/x", withDestinationPath: folder.path + "/outside")
    let changes = try SiteWriter().write(plan(["a.html": "2"]), to: folder.path + "/site")
    #expect(changes.removed == 1)
    #expect(try folder.read("outside/thesis.txt") == "precious")
  }
}
