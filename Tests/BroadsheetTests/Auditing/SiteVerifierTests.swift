import Foundation
import History
import Profiling
import Publishing
import Testing

@testable import Broadsheet

@Suite("Verifying a published site")
struct SiteVerifierTests {
  private static let april = Day(year: 2026, month: 4, day: 1)
  private typealias Kind = SiteVerification.Problem.Kind

  /// Runs `body` with a site of two publications.
  private func withSite(
    key: SigningKey? = nil, _ body: (Workspace) throws -> Void
  ) throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april, key: key)
      try space.addLabels()
      try space.publish(on: Self.april.advanced(by: 7), key: key)
      try body(space)
    }
  }

  private func verify(
    _ space: Workspace, key: VerifyingKey? = nil, head: String? = nil
  ) throws -> SiteVerification {
    var verifier = try SiteVerifier(directory: space.site, key: key, head: head)
    return try verifier.run()
  }

  private func found(_ space: Workspace) throws -> [String] {
    try verify(space).problems.map { "\($0.kind.rawValue) \($0.path)" }
  }

  @Test("finds nothing in a site as it was published, and says what that does not prove")
  func intact() throws {
    try withSite { space in
      let outcome = try verify(space)
      #expect(outcome.problems.isEmpty)
      #expect(outcome.manifest?.number == 2)
      let files = try space.siteFiles()
      #expect(outcome.manifest?.files.count == files.count - 2)
      #expect(outcome.head == ContentDigest.hexadecimal(of: files["audit/manifest.json"] ?? []))
      #expect(outcome.notes.contains { $0.contains("is not signed") })
      #expect(outcome.notes.contains { $0.hasPrefix("Without --head") })
    }
  }

  @Test("finds one changed byte in any file, those of the audit included")
  func changedByte() throws {
    try withSite(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        for position in Set([0, bytes.count / 3, bytes.count - 1]) {
          var damaged = bytes
          damaged[position] ^= 1
          try space.write("public/" + path, bytes: damaged)
          let problems = try verify(space).problems
          #expect(!problems.isEmpty, "\(path), byte \(position)")
          if !path.hasPrefix("audit/manifest") {
            #expect(problems.map(\.path) == [path], "byte \(position)")
          }
        }
        try space.write("public/" + path, bytes: bytes)
      }
      #expect(try verify(space).isIntact)
    }
  }

  @Test("finds a file that was cut short, emptied or went on, those of the audit included")
  func otherLength() throws {
    try withSite(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        let states: [[UInt8]] = [
          Array(bytes.dropLast()), Array(bytes.prefix(bytes.count / 2)), [], bytes + [0x0a],
        ]
        for damaged in states {
          try space.write("public/" + path, bytes: damaged)
          let problems = try verify(space).problems
          #expect(!problems.isEmpty, "\(path) of \(damaged.count) bytes instead of \(bytes.count)")
          if !path.hasPrefix("audit/manifest") {
            #expect(problems.map(\.path) == [path] && problems.first?.kind == .changed)
          }
        }
        try space.write("public/" + path, bytes: bytes)
      }
      #expect(try verify(space).isIntact)
    }
  }

  @Test("finds two files that changed places, whatever their sizes")
  func swapped() throws {
    try withSite { space in
      let files = try space.siteFiles()
      let listed = files.filter { !$0.key.hasPrefix("audit/manifest") }.sorted { $0.key < $1.key }
      // Neighbours of equal size where there are any: nothing but the digest tells them apart.
      let bySize = listed.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      var looked = 0
      for (one, other) in zip(bySize, bySize.dropFirst()) where one.value != other.value {
        looked += 1
        try space.write("public/" + one.key, bytes: other.value)
        try space.write("public/" + other.key, bytes: one.value)
        #expect(
          try found(space) == [one.key, other.key].sorted().map { "changed \($0)" })
        try space.write("public/" + one.key, bytes: one.value)
        try space.write("public/" + other.key, bytes: other.value)
      }
      #expect(looked > 20)
      let manifests = files.filter {
        $0.key.hasPrefix("audit/manifest") && $0.key.hasSuffix(".json")
      }
      .sorted { $0.key < $1.key }
      #expect(manifests.count == 2)
      try space.write("public/" + manifests[0].key, bytes: manifests[1].value)
      try space.write("public/" + manifests[1].key, bytes: manifests[0].value)
      #expect(try !verify(space).isIntact)
    }
  }

  @Test("finds any file that was renamed, and one that took the name of another")
  func renamed() throws {
    try withSite { space in
      let files = try space.siteFiles()
      let listed = files.keys.filter { !$0.hasPrefix("audit/manifest") }.sorted()
      for path in listed {
        try space.remove("public/" + path)
        try space.write("public/" + path + "~", bytes: files[path] ?? [])
        #expect(try Set(found(space)) == ["missing \(path)", "added \(path)~"])
        try space.remove("public/" + path + "~")
        try space.write("public/" + path, bytes: files[path] ?? [])
      }
      let (one, other) = (try #require(listed.first), try #require(listed.last))
      try space.remove("public/" + one)
      try space.write("public/" + other, bytes: files[one] ?? [])
      #expect(try Set(found(space)) == ["missing \(one)", "changed \(other)"])
    }
  }

  @Test("finds a changed byte anywhere in the manifest")
  func changedManifest() throws {
    try withSite { space in
      let files = try space.siteFiles()
      let bytes = try #require(files["audit/manifest.json"])
      for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
        var damaged = bytes
        damaged[position] = damaged[position] == UInt8(ascii: "1") ? 0x32 : 0x31
        try space.write("public/audit/manifest.json", bytes: damaged)
        let outcome = try verify(space)
        #expect(!outcome.isIntact, "byte \(position)")
      }
    }
  }

  @Test("finds any file that was removed")
  func removed() throws {
    try withSite(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        try space.remove("public/" + path)
        let problems = try verify(space).problems
        #expect(
          problems.contains {
            $0.path == path && [Kind.missing, .brokenChain].contains($0.kind)
          }, "\(path)")
        try space.write("public/" + path, bytes: bytes)
      }
    }
  }

  @Test("finds what was added: files, folders, links, and names in another case")
  func added() throws {
    try withSite { space in
      try space.write("public/audit/manifests/000003.json", ["{}"])
      try space.write("public/data-scientist/.hidden", [])
      #expect(
        try found(space) == [
          "added audit/manifests/000003.json", "added data-scientist/.hidden",
        ])
      try space.remove("public/audit/manifests/000003.json")
      try space.remove("public/data-scientist/.hidden")

      let manager = FileManager.default
      try manager.createDirectory(
        atPath: space.site + "/empty/inner", withIntermediateDirectories: true)
      #expect(try found(space) == ["added empty", "added empty/inner"])
      try space.remove("public/empty")

      try manager.createSymbolicLink(
        atPath: space.site + "/link", withDestinationPath: "index.html")
      #expect(try found(space) == ["added link"])
      try space.remove("public/link")

      try manager.moveItem(
        atPath: space.site + "/index.html", toPath: space.site + "/Index.html")
      #expect(try found(space) == ["added Index.html", "missing index.html"])
    }
  }

  @Test("does not take a link to the same bytes for the file")
  func linked() throws {
    try withSite { space in
      let manager = FileManager.default
      try manager.moveItem(
        atPath: space.site + "/index.html", toPath: space.folder + "/elsewhere")
      try manager.createSymbolicLink(
        atPath: space.site + "/index.html", withDestinationPath: space.folder + "/elsewhere")
      #expect(try found(space) == ["changed index.html"])
    }
  }

  @Test("finds a forged earlier manifest by the chain")
  func forgedPast() throws {
    try withSite { space in
      let path = "public/audit/manifests/000001.json"
      let text = try #require(try space.siteText("audit/manifests/000001.json"))
      try space.write(
        path, bytes: Array(text.replacing("\"program\":\"", with: "\"program\":\"9").utf8))
      #expect(
        try found(space) == [
          "broken-chain audit/manifests/000001.json", "changed audit/manifests/000001.json",
        ])
    }
  }

  @Test("knows a head that was noted, early or late, and misses one that was cut off")
  func head() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Self.april)
      let first = try #require(try verify(space).head)
      let files = try space.siteFiles()
      try space.addLabels()
      try space.publish(on: Self.april.advanced(by: 7))
      let second = try #require(try verify(space).head)
      #expect(try verify(space, head: second).isIntact)
      let known = try verify(space, head: first)
      #expect(known.isIntact)
      #expect(known.notes.contains { $0.contains("is publication 1; 1 followed it") })
      // The folder of the first publication, put back in place.
      try space.remove("public")
      for (path, bytes) in files {
        let place = URL(fileURLWithPath: space.site + "/" + path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
      }
      #expect(try verify(space).isIntact)
      #expect(try verify(space, head: second).problems.map(\.kind) == [.wrongHead])
    }
  }

  @Test("accepts the signature of the right key and no other")
  func signature() throws {
    let key = SigningKey()
    try withSite(key: key) { space in
      let trusted = try verify(space, key: key.publicKey)
      #expect(trusted.isIntact)
      let unknown = try verify(space)
      #expect(unknown.notes.contains { $0.contains("Whose key that is was not checked") })
      let other = try verify(space, key: SigningKey().publicKey)
      #expect(other.problems.map(\.kind) == [.wrongSignature])
    }
  }

  @Test("misses a signature that should be there, and one that was made by somebody else")
  func forgedPresent() throws {
    let key = SigningKey()
    try withSite { space in
      let unsigned = try verify(space, key: key.publicKey)
      #expect(unsigned.problems.map(\.kind) == [.wrongSignature])
    }
    try withSite(key: key) { space in
      let files = try space.siteFiles()
      let bytes = try #require(files["audit/manifest.json"])
      try space.write(
        "public/audit/manifest.json.sig", bytes: try SigningKey().signature(of: bytes))
      let problems = try found(space)
      #expect(problems == ["wrong-signature audit/manifest.json.sig"])
    }
  }

  @Test("follows a link to the folder of the site itself")
  func linkedFolder() throws {
    try withSite { space in
      let link = space.folder + "/current"
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: space.site)
      var verifier = try SiteVerifier(directory: link)
      let outcome = try verifier.run()
      #expect(outcome.isIntact)
    }
  }

  @Test("says that there is nothing to verify")
  func nothing() throws {
    try Workspace.with { space in
      let error = try #require(throws: AuditError.self) { try verify(space) }
      #expect(error.kind == .missing)
      try FileManager.default.createDirectory(
        atPath: space.site, withIntermediateDirectories: true)
      #expect(try found(space) == ["missing audit/manifest.json"])
    }
  }
}
