import Foundation
import Profiling
import Testing

@testable import Broadsheet

@Suite("Verifying the chain of publications")
struct ChainVerificationTests {
  @Test("finds a changed byte anywhere in the manifest")
  func changedManifest() throws {
    try Workspace.withTwoPublications { space in
      let files = try space.siteFiles()
      let bytes = try #require(files["audit/manifest.json"])
      for position in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
        var damaged = bytes
        damaged[position] = damaged[position] == UInt8(ascii: "1") ? 0x32 : 0x31
        try space.write("public/audit/manifest.json", bytes: damaged)
        let outcome = try space.verify()
        #expect(!outcome.isIntact, "byte \(position)")
      }
    }
  }

  @Test("finds a forged earlier manifest by the chain")
  func forgedPast() throws {
    try Workspace.withTwoPublications { space in
      let path = "public/audit/manifests/000001.json"
      let text = try #require(try space.siteText("audit/manifests/000001.json"))
      try space.write(
        path, bytes: Array(text.replacing("\"program\":\"", with: "\"program\":\"9").utf8))
      #expect(
        try space.found() == [
          "broken-chain audit/manifests/000001.json", "changed audit/manifests/000001.json",
        ])
    }
  }

  @Test("knows a head that was noted, early or late, and misses one that was cut off")
  func head() throws {
    try Workspace.with { space in
      try space.start()
      try space.publish(on: Workspace.firstPublication)
      let first = try #require(try space.verify().head)
      let files = try space.siteFiles()
      try space.addLabels()
      try space.publish(on: Workspace.firstPublication.advanced(by: 7))
      let second = try #require(try space.verify().head)
      #expect(try space.verify(head: second).isIntact)
      let known = try space.verify(head: first)
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
      #expect(try space.verify().isIntact)
      #expect(try space.verify(head: second).problems.map(\.kind) == [.wrongHead])
    }
  }

  @Test("accepts the signature of the right key and no other")
  func signature() throws {
    let key = SigningKey()
    try Workspace.withTwoPublications(key: key) { space in
      let trusted = try space.verify(key: key.publicKey)
      #expect(trusted.isIntact)
      let unknown = try space.verify()
      #expect(unknown.notes.contains { $0.contains("Whose key that is was not checked") })
      let other = try space.verify(key: SigningKey().publicKey)
      #expect(other.problems.map(\.kind) == [.wrongSignature])
    }
  }

  @Test("misses a signature that should be there, and one that was made by somebody else")
  func forgedPresent() throws {
    let key = SigningKey()
    try Workspace.withTwoPublications { space in
      let unsigned = try space.verify(key: key.publicKey)
      #expect(unsigned.problems.map(\.kind) == [.wrongSignature])
    }
    try Workspace.withTwoPublications(key: key) { space in
      let files = try space.siteFiles()
      let bytes = try #require(files["audit/manifest.json"])
      try space.write(
        "public/audit/manifest.json.sig", bytes: try SigningKey().signature(of: bytes))
      let problems = try space.found()
      #expect(problems == ["wrong-signature audit/manifest.json.sig"])
    }
  }
}
