import Foundation
import Testing

@testable import Broadsheet

@Suite("Verifying a published site")
struct SiteVerifierTests {
  private typealias Kind = SiteVerification.Problem.Kind

  @Test("finds nothing in a site as it was published, and says what that does not prove")
  func intact() throws {
    try Workspace.withTwoPublications { space in
      let outcome = try space.verify()
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
    try Workspace.withTwoPublications(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        for position in Set([0, bytes.count / 3, bytes.count - 1]) {
          var damaged = bytes
          damaged[position] ^= 1
          try space.write("public/" + path, bytes: damaged)
          let problems = try space.verify().problems
          #expect(!problems.isEmpty, "\(path), byte \(position)")
          if !path.hasPrefix("audit/manifest") {
            #expect(problems.map(\.path) == [path], "byte \(position)")
          }
        }
        try space.write("public/" + path, bytes: bytes)
      }
      #expect(try space.verify().isIntact)
    }
  }

  @Test("finds a file that was cut short, emptied or went on, those of the audit included")
  func otherLength() throws {
    try Workspace.withTwoPublications(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        let states: [[UInt8]] = [
          Array(bytes.dropLast()), Array(bytes.prefix(bytes.count / 2)), [], bytes + [0x0a],
        ]
        for damaged in states {
          try space.write("public/" + path, bytes: damaged)
          let problems = try space.verify().problems
          #expect(!problems.isEmpty, "\(path) of \(damaged.count) bytes instead of \(bytes.count)")
          if !path.hasPrefix("audit/manifest") {
            #expect(problems.map(\.path) == [path] && problems.first?.kind == .changed)
          }
        }
        try space.write("public/" + path, bytes: bytes)
      }
      #expect(try space.verify().isIntact)
    }
  }

  @Test("finds two files that changed places, whatever their sizes")
  func swapped() throws {
    try Workspace.withTwoPublications { space in
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
          try space.found() == [one.key, other.key].sorted().map { "changed \($0)" })
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
      #expect(try !space.verify().isIntact)
    }
  }

  @Test("finds any file that was renamed, and one that took the name of another")
  func renamed() throws {
    try Workspace.withTwoPublications { space in
      let files = try space.siteFiles()
      let listed = files.keys.filter { !$0.hasPrefix("audit/manifest") }.sorted()
      for path in listed {
        try space.remove("public/" + path)
        try space.write("public/" + path + "~", bytes: files[path] ?? [])
        #expect(try Set(space.found()) == ["missing \(path)", "added \(path)~"])
        try space.remove("public/" + path + "~")
        try space.write("public/" + path, bytes: files[path] ?? [])
      }
      let (one, other) = (try #require(listed.first), try #require(listed.last))
      try space.remove("public/" + one)
      try space.write("public/" + other, bytes: files[one] ?? [])
      #expect(try Set(space.found()) == ["missing \(one)", "changed \(other)"])
    }
  }

  @Test("finds any file that was removed")
  func removed() throws {
    try Workspace.withTwoPublications(key: SigningKey()) { space in
      for (path, bytes) in try space.siteFiles() {
        try space.remove("public/" + path)
        let problems = try space.verify().problems
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
    try Workspace.withTwoPublications { space in
      try space.write("public/audit/manifests/000003.json", ["{}"])
      try space.write("public/data-scientist/.hidden", [])
      #expect(
        try space.found() == [
          "added audit/manifests/000003.json", "added data-scientist/.hidden",
        ])
      try space.remove("public/audit/manifests/000003.json")
      try space.remove("public/data-scientist/.hidden")

      let manager = FileManager.default
      try manager.createDirectory(
        atPath: space.site + "/empty/inner", withIntermediateDirectories: true)
      #expect(try space.found() == ["added empty", "added empty/inner"])
      try space.remove("public/empty")

      try manager.createSymbolicLink(
        atPath: space.site + "/link", withDestinationPath: "index.html")
      #expect(try space.found() == ["added link"])
      try space.remove("public/link")

      try manager.moveItem(
        atPath: space.site + "/index.html", toPath: space.site + "/Index.html")
      #expect(try space.found() == ["added Index.html", "missing index.html"])
    }
  }

  @Test("does not take a link to the same bytes for the file")
  func linked() throws {
    try Workspace.withTwoPublications { space in
      let manager = FileManager.default
      try manager.moveItem(
        atPath: space.site + "/index.html", toPath: space.folder + "/elsewhere")
      try manager.createSymbolicLink(
        atPath: space.site + "/index.html", withDestinationPath: space.folder + "/elsewhere")
      #expect(try space.found() == ["changed index.html"])
    }
  }

  @Test("follows a link to the folder of the site itself")
  func linkedFolder() throws {
    try Workspace.withTwoPublications { space in
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
      let error = try #require(throws: AuditError.self) { try space.verify() }
      #expect(error.kind == .missing)
      try FileManager.default.createDirectory(
        atPath: space.site, withIntermediateDirectories: true)
      #expect(try space.found() == ["missing audit/manifest.json"])
    }
  }
}
