import Assessment
import Foundation
import History
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite("The audit of a site")
struct SiteAuditTests {
  private static let april = Day(year: 2026, month: 4, day: 1)

  private func manifest(_ space: Workspace) throws -> AuditManifest {
    let bytes = try #require(try space.siteFiles()["audit/manifest.json"])
    return try #require(AuditManifest(canonical: bytes))
  }

  /// The first of two manifests.
  private func earlier(_ space: Workspace) throws -> [UInt8] {
    let bytes = try #require(try space.siteFiles()["audit/manifests/000001.json"])
    let earlier = try #require(try AuditManifest(bytes, before: try manifest(space)))
    return try earlier.canonicalBytes()
  }

  @Test("lists every file and every input with size, digest and rows")
  func contents() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let manifest = try manifest(space)
      var files = try space.siteFiles()
      for name in ["audit/manifest.json", "audit/manifest.json.sha256"] { files[name] = nil }
      #expect(
        Dictionary(uniqueKeysWithValues: manifest.files.map { ($0.path, $0.size) })
          == files.mapValues(\.count))
      #expect(manifest.files.map(\.path) == manifest.files.map(\.path).sorted())
      for name in ["labels/a.csv", "predictions/all.csv", "reference.csv"] {
        let input = try #require(manifest.inputs.first { $0.name == name })
        let digest = try FileDigest(ofFileAt: space.folder + "/" + name)
        #expect(input.sha256 == digest.hexadecimal)
        #expect(input.size == digest.size)
      }
      #expect(manifest.inputs.first { $0.role == .predictions }?.rows == 42)
      #expect(manifest.inputs.first { $0.role == .labels }?.rows == 20)
      #expect(manifest.time == "2026-04-01T00:00:00Z")
      #expect(manifest.previous == nil)
      // A digest may break where a line ends.
      let page = try #require(try space.siteText("audit/index.html")).replacing("<wbr>", with: "")
      for input in manifest.inputs { #expect(page.contains(input.sha256)) }
    }
  }

  @Test("can be checked with the tools of the system")
  func systemTools() throws {
    try Workspace.with { space in
      try space.start()
      let key = SigningKey()
      _ = try key.save(to: space.folder + "/key.pem")
      try space.publish(on: Self.april, key: key)
      let audit = space.site + "/audit"
      #expect(try Tool.run("sha256sum", ["--check", "manifest.json.sha256"], in: audit) ?? 0 == 0)
      let openssl = [
        "pkeyutl", "-verify", "-pubin", "-inkey", space.folder + "/key.pem.pub", "-rawin", "-in",
        "manifest.json", "-sigfile", "manifest.json.sig",
      ]
      #expect(try Tool.run("openssl", openssl, in: audit) ?? 0 == 0)
    }
  }

  @Test("adds a manifest for a publication with something new, and none for one without")
  func chain() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let before = try space.siteFiles()
      #expect(try space.publish(on: Self.april.advanced(by: 1)).written == 0)
      #expect(try space.siteFiles() == before)
      try space.addLabels()
      try space.publish(on: Self.april.advanced(by: 7))
      let first = try #require(before["audit/manifest.json"])
      #expect(try earlier(space) == first)
      let link = try manifest(space).previous
      #expect(link?.number == 1)
      #expect(link?.sha256 == ContentDigest.hexadecimal(of: first))
    }
  }

  @Test("is the same to the byte on another machine")
  func elsewhere() throws {
    var sites: [[String: [UInt8]]] = []
    for _ in 1...2 {
      try Workspace.with { space in
        try space.start()
        try space.publish(on: Self.april)
        let files = try space.siteFiles()
        sites.append(files)
        for (path, bytes) in files {
          #expect(!String(decoding: bytes, as: UTF8.self).contains(space.folder), "\(path)")
        }
      }
    }
    #expect(sites[0] == sites[1])
  }

  @Test("comes back whole when the folder of the site was lost")
  func lostFolder() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      try space.addLabels()
      try space.publish(on: Self.april.advanced(by: 7))
      let before = try space.siteFiles()
      try space.remove("public")
      try space.publish(on: Self.april.advanced(by: 8))
      #expect(try space.siteFiles() == before)
    }
  }

  @Test("goes on from the folder when the history is begun anew or lags behind")
  func lostHistory() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let first = try #require(try space.siteFiles()["audit/manifest.json"])
      for name in ["", "-wal", "-shm"]
      where FileManager.default.fileExists(atPath: space.historyPath + name) {
        try space.remove("history.sqlite" + name)
      }
      try space.addLabels()
      try space.ingest()
      try space.publish(on: Self.april.advanced(by: 7))
      #expect(try manifest(space).number == 2)
      #expect(try earlier(space) == first)
    }
  }

  @Test("does not go on from a folder that somebody has changed")
  func changedFolder() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let first = try #require(try space.siteText("audit/manifest.json"))
      try space.write(
        "public/audit/manifest.json",
        bytes: Array(first.replacing("\"rows\":42", with: "\"rows\":43").utf8))
      try space.publish(on: Self.april)
      #expect(try space.siteText("audit/manifest.json") == first)
    }
  }

  @Test("outlives a rebuild of the history")
  func rebuild() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      _ = try HistoryRebuild(configuration: try space.configuration()).run { _ in }
      #expect(try space.publish(on: Self.april.advanced(by: 1)).written == 0)
    }
  }

  @Test("is due again when the key changes")
  func newKey() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let key = SigningKey()
      try space.publish(on: Self.april, key: key)
      #expect(try manifest(space).number == 2)
      #expect(try manifest(space).key == key.publicKey.hexadecimal)
      #expect(try space.publish(on: Self.april, key: key).written == 0)
      try space.publish(on: Self.april)
      #expect(try manifest(space).key == nil)
      #expect(try space.siteFiles()["audit/manifests/000002.json.sig"]?.count == 64)
    }
  }

  @Test("names files outside of the configuration's folder without saying where they are")
  func namesOutside() throws {
    let configuration = try Configuration.parse(
      text: PipelineSettings().text, path: "broadsheet.yaml", directory: "/srv/reports")
    #expect(configuration.published("/srv/reports/data/a.csv") == "data/a.csv")
    #expect(configuration.published("/srv/data/a.csv") == "../data/a.csv")
    #expect(configuration.published("/mnt/logs/a.csv") == "a.csv")
    #expect(configuration.published("data/a.csv") == "data/a.csv")
  }
}

/// A program of the system.
enum Tool {
  /// Where the program is; `nil` where the machine lacks it.
  static func path(_ name: String) -> String? {
    let folders =
      (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
      + ["/usr/sbin"]
    return folders.map { $0 + "/" + name }.first(where: FileManager.default.isExecutableFile)
  }

  /// - Returns: The exit code; `nil` where the machine lacks the program.
  static func run(_ name: String, _ arguments: [String], in folder: String) throws -> Int32? {
    guard let path = path(name) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension Workspace {
  /// Predictions of 42 rows, of which 20 have labels.
  func start() throws {
    try write("reference.csv", SampleRows.reference)
    try write("predictions/all.csv", SampleRows(numbers: 0..<42).predictions)
    try write("labels/a.csv", SampleRows(numbers: 0..<20).labels)
    try ingest()
  }

  /// The labels of the rest.
  func addLabels() throws {
    try write("labels/b.csv", SampleRows(numbers: 20..<42).labels)
    try ingest()
  }
}
