import Assessment
import History
import Publishing

/// The manifests of one edition so far, and the making of the next one.
///
/// What the history has on record leads. A folder that is further, because a run stopped between
/// publishing and keeping, or because the history was begun anew, hands its manifests over.
struct AuditTrail {
  /// Every publication so far, the first one first.
  let manifests: [StoredManifest]
  /// Those of them that are only in the folder yet.
  let adopted: [StoredManifest]

  private let edition: String

  /// - Parameters:
  ///   - stored: What the history has of the series.
  ///   - scope: What the edition shows; a folder that showed more hands nothing over.
  ///   - output: The folder of the site.
  init(
    edition: String, scope: EditionScope, stored: [StoredManifest], output: String
  ) throws {
    self.edition = edition
    let found = try PublishedChain(edition: edition, scope: scope, output: output).manifests
    let continues =
      found.count > stored.count
      && zip(stored, found).allSatisfy { one, other in one.bytes == other.bytes }
    adopted = continues ? Array(found.dropFirst(stored.count)) : []
    manifests = stored + adopted
  }

  var last: StoredManifest? { manifests.last }

  /// What the next manifest says of the one before.
  var link: AuditManifest.Link? {
    last.map {
      AuditManifest.Link(number: $0.number, sha256: ContentDigest.hexadecimal(of: $0.bytes))
    }
  }

  /// The same trail as it was before its last publication.
  var withoutLast: AuditTrail { AuditTrail(edition: edition, manifests: manifests.dropLast()) }

  private init(edition: String, manifests: some Sequence<StoredManifest>) {
    self.edition = edition
    self.manifests = Array(manifests)
    adopted = []
  }

  /// The latest publications as the page lists them, the latest first.
  func earlier(_ limit: Int) throws -> [AuditFacts.Earlier] {
    try manifests.suffix(limit).reversed().map { stored in
      guard let manifest = AuditManifest(canonical: stored.bytes) else { throw damaged(stored) }
      return AuditFacts.Earlier(
        number: stored.number, time: manifest.time,
        digest: ContentDigest.hexadecimal(of: stored.bytes),
        address: String(AuditPath.earlier(stored.number).dropFirst(AuditPath.folder.count + 1)))
    }
  }

  /// The last manifest.
  func lastManifest() throws -> AuditManifest? {
    try last.map { stored in
      guard let manifest = AuditManifest(canonical: stored.bytes) else { throw damaged(stored) }
      return manifest
    }
  }

  private func damaged(_ stored: StoredManifest) -> AuditError {
    AuditError(
      .malformed, path: "the history",
      message: "manifest \(stored.number) of edition '\(edition)' is damaged",
      advice: "take the history from a backup")
  }
}

/// The manifests that lie in the folder of a published site.
private struct PublishedChain {
  /// From the first to the last; empty when they are not one whole chain.
  let manifests: [StoredManifest]

  init(edition: String, scope: EditionScope, output: String) throws {
    guard try SiteFolder.exists(output) else {
      manifests = []
      return
    }
    var chain: [StoredManifest] = []
    var link: AuditManifest.Link?
    var path = AuditPath.manifest
    var signaturePath = AuditPath.signature
    repeat {
      guard let bytes = try SiteFolder.bytes(at: path, in: output),
        let manifest = AuditManifest(canonical: bytes), manifest.edition == edition,
        scope.includes(manifest.scope),
        link.map({ $0.sha256 == ContentDigest.hexadecimal(of: bytes) }) ?? true,
        link.map({ $0.number == manifest.number }) ?? true
      else {
        manifests = []
        return
      }
      chain.append(
        StoredManifest(
          number: manifest.number, bytes: bytes,
          signature: try SiteFolder.bytes(at: signaturePath, in: output)))
      link = manifest.previous
      if let link {
        path = AuditPath.earlier(link.number)
        signaturePath = AuditPath.earlierSignature(link.number)
      }
    } while link != nil
    let isWhole = chain.enumerated().allSatisfy { $1.number == chain.count - $0 }
    manifests = isWhole ? chain.reversed() : []
  }
}
