import Assessment
import Foundation
import History
import Publishing

/// The manifests of one edition so far, and what the next one needs of them.
///
/// What the history has on record leads. A folder that is further, because a run stopped between
/// publishing and keeping, or because the history was begun anew, hands its manifests over.
struct AuditTrail {
  /// Every publication so far, the first one first, as it lies in the folder: the last manifest is
  /// whole, earlier ones are differences or, from older versions of the program, whole.
  let manifests: [StoredManifest]
  /// Those of them that the history has not, or in another form.
  let adopted: [StoredManifest]
  /// The manifest after which the next one is made; `nil` before the first.
  let link: AuditManifest.Link?

  private let edition: String
  private let decoded = DecodedManifest()
  /// False for the trail of a publication that took place: what lies in the folder is settled then.
  private let isOpen: Bool

  /// - Parameters:
  ///   - stored: What the history has of the series.
  ///   - scope: What the edition shows; a folder that showed more hands nothing over.
  ///   - output: The folder of the site.
  init(
    edition: String, scope: EditionScope, stored: [StoredManifest], output: String
  ) throws {
    self.edition = edition
    let known = stored.last.map { ContentDigest.hexadecimal(of: $0.bytes) }
    let found = try PublishedChain(edition: edition, scope: scope, output: output, known: known)
    let continues =
      found.links.count > stored.count
      && (stored.isEmpty || found.links[stored.count - 1].digest == known)
    // The last one that the history has is whole there, and has one after it in the folder.
    adopted =
      continues ? found.links.dropFirst(max(0, stored.count - 1)).map(\.manifest) : []
    manifests = continues ? found.links.map(\.manifest) : stored
    link = manifests.last.map {
      AuditManifest.Link(number: $0.number, sha256: ContentDigest.hexadecimal(of: $0.bytes))
    }
    isOpen = true
  }

  var last: StoredManifest? { manifests.last }

  /// The same trail as it was before its last publication.
  func withoutLast() throws -> AuditTrail {
    AuditTrail(
      edition: edition, manifests: Array(manifests.dropLast()), link: try lastManifest()?.previous)
  }

  private init(edition: String, manifests: [StoredManifest], link: AuditManifest.Link?) {
    self.edition = edition
    self.manifests = manifests
    self.link = link
    adopted = []
    isOpen = false
  }

  /// The trail as it lies in the folder beside the next publication.
  ///
  /// - Parameters:
  ///   - inputs: Those of the next publication.
  ///   - files: Its files; those of the audit do not count.
  func settled(
    before inputs: [AuditManifest.Input], _ files: [AuditManifest.File]
  ) throws -> [StoredManifest] {
    guard isOpen, let last, let whole = try lastManifest() else { return manifests }
    let difference = ManifestDifference(of: whole, before: inputs, files)
    let bytes = try difference.canonicalBytes()
    // What the difference is worth is seen by using it.
    let next = AuditManifest(
      edition: edition, scope: whole.scope, number: last.number + 1, time: "", program: "",
      configuration: "", key: nil, previous: link, inputs: inputs,
      files: files.filter { !AuditPath.isOfAudit($0.path) }
        + whole.files.filter { $0.path.hasPrefix(AuditPath.earlierFolder) })
    // It has the digest of the last manifest then, which is that of the link.
    guard bytes.count < last.bytes.count, try AuditManifest(bytes, before: next) != nil else {
      return manifests
    }
    return manifests.dropLast()
      + [StoredManifest(number: last.number, bytes: bytes, signature: last.signature)]
  }

  /// The latest publications as the page lists them, the latest first.
  func earlier(_ limit: Int) throws -> [AuditFacts.Earlier] {
    var link = link
    return try manifests.suffix(limit).reversed().map { stored in
      let head: ManifestHead
      do {
        head = try JSONDecoder().decode(ManifestHead.self, from: Data(stored.bytes))
      } catch {
        throw damaged(stored)
      }
      guard let own = link, own.number == stored.number else { throw damaged(stored) }
      link = head.previous
      return AuditFacts.Earlier(
        number: stored.number, time: head.time, digest: own.sha256,
        address: String(AuditPath.earlier(stored.number).dropFirst(AuditPath.folder.count + 1)))
    }
  }

  /// The last manifest.
  func lastManifest() throws -> AuditManifest? {
    try last.map { stored in
      guard let manifest = decoded.manifest(of: stored.bytes) else { throw damaged(stored) }
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

/// A manifest that is read once, however often it is asked for: that of a large site is megabytes.
private final class DecodedManifest {
  private var manifest: AuditManifest?

  /// - Parameter bytes: Always the same.
  func manifest(of bytes: [UInt8]) -> AuditManifest? {
    if manifest == nil { manifest = AuditManifest(canonical: bytes) }
    return manifest
  }
}

/// What a manifest and its difference to the next both say.
private struct ManifestHead: Decodable {
  let time: String
  let previous: AuditManifest.Link?
}

/// The manifests that lie in the folder of a published site.
private struct PublishedChain {
  struct Link {
    let manifest: StoredManifest
    /// SHA-256 of the whole manifest.
    let digest: String
  }

  /// From the first to the last; empty when they are not one whole chain, or end with a known one.
  let links: [Link]

  /// - Parameter known: The digest of a last manifest that needs no reading.
  init(edition: String, scope: EditionScope, output: String, known: String?) throws {
    guard try SiteFolder.exists(output),
      let bytes = try SiteFolder.bytes(at: AuditPath.manifest, in: output),
      case let digest = ContentDigest.hexadecimal(of: bytes), digest != known,
      let last = AuditManifest(canonical: bytes), last.edition == edition,
      scope.includes(last.scope)
    else {
      links = []
      return
    }
    let signature = try SiteFolder.bytes(at: AuditPath.signature, in: output)
    var chain = [
      Link(
        manifest: StoredManifest(number: last.number, bytes: bytes, signature: signature),
        digest: digest)
    ]
    var later = last
    while let link = later.previous {
      guard
        let bytes = try SiteFolder.bytes(at: AuditPath.earlier(link.number), in: output),
        let manifest = try AuditManifest(bytes, before: later), scope.includes(manifest.scope)
      else {
        links = []
        return
      }
      let signature = try SiteFolder.bytes(
        at: AuditPath.earlierSignature(link.number), in: output)
      chain.append(
        Link(
          manifest: StoredManifest(number: link.number, bytes: bytes, signature: signature),
          digest: link.sha256))
      later = manifest
    }
    let isWhole = chain.enumerated().allSatisfy { $1.manifest.number == chain.count - $0 }
    links = isWhole ? chain.reversed() : []
  }
}
