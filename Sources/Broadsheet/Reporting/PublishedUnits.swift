import Assessment
import Foundation
import History
import Publishing
import Synchronization

/// The units of the last publication of an edition, as the history keeps them.
///
/// They are taken over only as long as the site in the folder is the one that they describe, which its
/// manifest tells. Whether every file still has the bytes of then is not looked at: that is what
/// `verify` does, and `--full` puts right.
struct PublishedUnits: FormerPages {
  private let output: String
  private let facts: [String: [UInt8]]
  private let known = KnownUnits()
  /// What the site is known by: the digest of its manifest.
  let state: String

  /// `nil` when the folder does not hold the site that the history knows.
  init?(
    of series: EditionSeries, output: String, in history: HistoryTransaction
  ) throws {
    guard let state = try history.publishedState(of: series), try SiteFolder.exists(output),
      let manifest = try SiteFolder.bytes(at: AuditPath.manifest, in: output),
      UnitRecord.state(manifest) == state
    else { return nil }
    self.state = state
    self.output = output
    facts = try history.publishedUnits(of: series)
  }

  var names: some Collection<String> { facts.keys }

  func unit(_ name: String) -> FormerUnit? {
    if let unit = known.unit(name) { return unit }
    guard let bytes = facts[name] else { return nil }
    do {
      let unit = try UnitFacts.unit(bytes)
      known.note(unit, name)
      return unit
    } catch {
      // Not understood is not known: the unit is made again.
      return nil
    }
  }

  func bytes(of file: KeptFile) throws(SiteError) -> [UInt8]? {
    guard let bytes = try SiteFolder.bytes(at: file.path.description, in: output),
      ContentDigest.hexadecimal(of: bytes) == file.sha256
    else { return nil }
    return bytes
  }

  func fingerprint(of dependencies: PageDependencies) -> String {
    Self.fingerprint(of: dependencies)
  }

  @Sendable static func fingerprint(of dependencies: PageDependencies) -> String {
    ContentDigest.hexadecimal(of: Array(dependencies.text.utf8))
  }
}

/// Units that were read already: each is asked for more than once.
private final class KnownUnits: Sendable {
  private let units = Mutex<[String: FormerUnit]>([:])

  func unit(_ name: String) -> FormerUnit? { units.withLock { $0[name] } }
  func note(_ unit: FormerUnit, _ name: String) { units.withLock { $0[name] = unit } }
}

/// The stored form of a unit.
enum UnitFacts {
  static func bytes(of unit: SiteUnit, files: [KeptFile]) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(optional: unit.article) { $0.write($1) }
    writer.write(unit.whole)
    writer.write(optional: unit.articleRange) { writer, range in
      writer.write(range.lowerBound)
      writer.write(range.upperBound)
    }
    writer.write(list: files) { writer, file in
      writer.write(file.path.description)
      writer.write(file.byteCount)
      writer.write(file.sha256)
    }
    return writer.bytes
  }

  static func unit(_ bytes: [UInt8]) throws -> FormerUnit {
    var reader = try RecordReader(bytes)
    let article = try reader.optional { reader throws(RecordCodecError) in try reader.text() }
    let whole = try reader.text()
    let range = try reader.optional { reader throws(RecordCodecError) -> (Int, Int) in
      (try reader.int(), try reader.int())
    }
    let files = try reader.list { reader throws(RecordCodecError) -> (String, Int, String) in
      (try reader.text(), try reader.int(), try reader.text())
    }
    return FormerUnit(
      article: article, whole: whole,
      articleRange: range.flatMap { $0.0 <= $0.1 && $0.0 >= 0 ? $0.0..<$0.1 : nil },
      files: try files.map { path, size, digest in
        KeptFile(path: try SitePath(path), byteCount: size, sha256: digest)
      })
  }
}
