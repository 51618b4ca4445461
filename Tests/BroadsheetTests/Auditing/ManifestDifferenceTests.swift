import Assessment
import Foundation
import History
import Profiling
import Publishing
import Statistics
import Testing

@testable import Broadsheet

@Suite("Earlier manifests")
struct ManifestDifferenceTests {
  private static let scope = EditionScope(
    redacted: [], metrics: nil, models: nil, roles: nil, groups: [])

  private static func file(_ path: String, _ state: Int = 0) -> AuditManifest.File {
    let text = "\(path) \(state)"
    return AuditManifest.File(
      path: path, size: text.utf8.count, sha256: ContentDigest.hexadecimal(of: Array(text.utf8)))
  }

  private static func input(_ number: Int, rows: Int = 7) -> AuditManifest.Input {
    AuditManifest.Input(
      model: "churn", role: .predictions, name: "day-\(number).csv", size: 10, sha256: "\(number)",
      rows: rows, malformed: 0, duplicates: 0)
  }

  private static func manifest(
    _ number: Int, after link: AuditManifest.Link?, inputs: [AuditManifest.Input],
    files: [AuditManifest.File]
  ) -> AuditManifest {
    AuditManifest(
      edition: "main", scope: scope, number: number, time: "2026-01-01T00:00:0\(number % 10)Z",
      program: "1", configuration: "\(number / 3)", key: nil, previous: link,
      inputs: inputs.sorted(by: AuditManifest.Input.isBefore),
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  private static func link(_ manifest: AuditManifest) throws -> AuditManifest.Link {
    AuditManifest.Link(
      number: manifest.number, sha256: ContentDigest.hexadecimal(of: try manifest.canonicalBytes()))
  }

  @Test("are made again to the byte from the next ones, whatever came, went or changed")
  func chain() throws {
    var random = SplitMix64(seed: 3)
    var states = [String: Int]()
    var inputs: [AuditManifest.Input] = []
    var past: [AuditManifest.File] = []
    var whole: [AuditManifest] = []
    var small: [[UInt8]] = []
    for number in 1...30 {
      for _ in 0..<40 { states["a/\(Int(random.uniform() * 400)).html", default: 0] += 1 }
      for path in states.keys.sorted() where random.uniform() < 0.02 { states[path] = nil }
      inputs.append(Self.input(number))
      if number % 7 == 0 { inputs.removeFirst() }
      if number % 5 == 0 {
        let again = Self.input(number - 3, rows: 8)
        inputs.removeAll { $0.name == again.name }
        inputs.append(again)
      }
      let own = states.map { Self.file($0.key, $0.value) }
      let sorted = inputs.sorted(by: AuditManifest.Input.isBefore)
      if let last = whole.last {
        let bytes = try ManifestDifference(of: last, before: sorted, own).canonicalBytes()
        small.append(bytes)
        past.append(Self.file(AuditPath.earlier(last.number)))
        past.append(Self.file(AuditPath.earlierSignature(last.number)))
      }
      whole.append(
        Self.manifest(
          number, after: try whole.last.map(Self.link), inputs: sorted,
          files: own + past + [Self.file(AuditPath.page, number)]))
    }
    var later = try #require(whole.last)
    for (bytes, expected) in zip(small, whole).reversed() {
      let found = try #require(try AuditManifest(bytes, before: later))
      let (one, other) = (try found.canonicalBytes(), try expected.canonicalBytes())
      #expect(one == other)
      later = found
    }
    let kept: Int = small.reduce(0) { $0 + $1.count }
    let sizes: Int = try whole.dropLast().reduce(0) { try $0 + $1.canonicalBytes().count }
    #expect(2 * kept < sizes)
  }

  @Test("are not taken for others: a difference with a change, or to another manifest, is refused")
  func refused() throws {
    let inputs = [Self.input(1)]
    let one = Self.manifest(1, after: nil, inputs: inputs, files: [Self.file("a"), Self.file("b")])
    let two = Self.manifest(
      2, after: try Self.link(one), inputs: inputs, files: [Self.file("a", 1), Self.file("b")])
    let difference = ManifestDifference(of: one, before: two.inputs, two.files)
    let bytes = try difference.canonicalBytes()
    #expect(try AuditManifest(bytes, before: two) == one)
    #expect(difference.files == [Self.file("a")])
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] = damaged[position] == 0x31 ? 0x32 : 0x31
      #expect(try AuditManifest(damaged, before: two) == nil)
    }
    let other = Self.manifest(
      2, after: try Self.link(one), inputs: inputs, files: [Self.file("a", 1), Self.file("b", 1)])
    #expect(try AuditManifest(bytes, before: other) == nil)
    #expect(try AuditManifest(bytes, before: one) == nil)
  }

  @Test("that an older version of the program left whole are still part of the chain")
  func older() throws {
    try Workspace.with { space in
      func write(_ path: String, _ bytes: [UInt8]) throws -> AuditManifest.File {
        let place = URL(fileURLWithPath: space.site + "/" + path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
        return AuditManifest.File(
          path: path, size: bytes.count, sha256: ContentDigest.hexadecimal(of: bytes))
      }
      let page = try write("index.html", Array("front".utf8))
      let one = Self.manifest(1, after: nil, inputs: [], files: [page])
      let past = try write(AuditPath.earlier(1), try one.canonicalBytes())
      let two = Self.manifest(2, after: try Self.link(one), inputs: [], files: [page, past])
      let bytes = try two.canonicalBytes()
      _ = try write(AuditPath.manifest, bytes)
      _ = try write(
        AuditPath.digest, Array(AuditPath.digestText(ContentDigest.hexadecimal(of: bytes)).utf8))
      var verifier = try SiteVerifier(directory: space.site, head: try Self.link(one).sha256)
      let outcome = try verifier.run()
      #expect(outcome.problems == [])
      // A history that knows the first only takes the second over from the folder.
      let first = StoredManifest(number: 1, bytes: try one.canonicalBytes(), signature: nil)
      let trail = try AuditTrail(
        edition: "main", scope: Self.scope, stored: [first], output: space.site)
      #expect(trail.manifests.map(\.bytes) == [first.bytes, bytes])
      #expect(trail.link == (try Self.link(two)))
      #expect(try trail.earlier(5).map(\.number) == [2, 1])
    }
  }

  @Test("take their form in the history and in the folder alike, publication by publication")
  func published() throws {
    let april = Day(year: 2026, month: 4, day: 1)
    try Workspace.with { space in
      try space.start()
      var heads: [String] = []
      for week in 0..<4 {
        try space.publish(on: april.advanced(by: 7 * week), version: "0.\(week).0")
        var verifier = try SiteVerifier(directory: space.site, head: heads.first)
        let outcome = try verifier.run()
        #expect(outcome.problems == [])
        heads.append(try #require(outcome.head))
      }
      let stored = try HistoryStore(path: space.historyPath).read { history in
        try history.series().flatMap { try history.manifests(of: $0) }
      }
      #expect(stored.map(\.number) == [1, 2, 3, 4])
      let files = try space.siteFiles()
      for manifest in stored.dropLast() {
        #expect(files[AuditPath.earlier(manifest.number)] == manifest.bytes)
        #expect(ManifestDifference(canonical: manifest.bytes)?.number == manifest.number)
      }
      #expect(stored.last?.bytes == files[AuditPath.manifest])
      // The first head is still known, and a publication with nothing new changes nothing.
      var verifier = try SiteVerifier(directory: space.site, head: heads[0])
      #expect(try verifier.run().isIntact)
      #expect(try space.publish(on: april.advanced(by: 40), version: "0.3.0").written == 0)
      #expect(try space.siteFiles() == files)
    }
  }
}
