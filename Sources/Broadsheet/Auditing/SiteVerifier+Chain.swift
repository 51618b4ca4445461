import Publishing

/// What the manifests say of one another, and the signature of the last one.
extension SiteVerifier {
  /// Walks back to the first manifest.
  ///
  /// - Returns: Numbers and digests of the earlier manifests, the latest first.
  mutating func checkChain(
    from last: AuditManifest
  ) throws -> [(number: Int, digest: String)] {
    var chain: [(number: Int, digest: String)] = []
    var next = last
    while let link = next.previous {
      let path = AuditPath.earlier(link.number)
      guard link.number == next.number - 1 else {
        report(.brokenChain, path, "manifest \(next.number) names \(link.number) as the one before")
        return chain
      }
      guard let bytes = try folder.bytes(at: path) else {
        report(.brokenChain, path, "manifest \(link.number) is not there")
        return chain
      }
      guard let manifest = try AuditManifest(bytes, before: next) else {
        report(
          .brokenChain, path, "it is not the manifest that manifest \(next.number) was made after")
        return chain
      }
      chain.append((link.number, link.sha256))
      next = manifest
    }
    if next.number != 1 {
      report(.brokenChain, AuditPath.manifest, "manifest \(next.number) names none before it")
    }
    return chain
  }

  mutating func checkHead(chain: [(number: Int, digest: String)]) {
    guard let head else {
      notes.append(
        "Without --head it cannot be seen whether publications at the end of the chain, or the "
          + "whole chain, were taken away or replaced by others. Keep the digest of the manifest "
          + "in another place, and give it next time.")
      return
    }
    guard let place = chain.firstIndex(where: { $0.digest == head }) else {
      report(
        .wrongHead, AuditPath.manifest,
        "the chain has no manifest with the digest \(head): publications were removed or replaced")
      return
    }
    if place > 0 {
      notes.append(
        "The head that was given is publication \(chain[place].number); \(place) followed it.")
    }
  }

  mutating func checkSignature(of manifest: AuditManifest, _ bytes: [UInt8]) throws {
    let signature = try folder.bytes(at: AuditPath.signature)
    guard let name = manifest.key else {
      if folder.entries[AuditPath.signature] != nil {
        report(.added, AuditPath.signature, "the manifest says that it is not signed")
      }
      if key != nil {
        report(.wrongSignature, AuditPath.manifest, "it is not signed, and a key was given")
      }
      notes.append(
        "The publication is not signed. The check shows damage, mistakes and careless changes; it "
          + "cannot show a change by somebody who also wrote a new manifest, which needs no secret. "
          + "A signature, or a digest kept elsewhere and given as --head, can.")
      return
    }
    guard let own = VerifyingKey(hexadecimal: name), let signature,
      own.accepts(signature, of: bytes)
    else {
      report(
        signature == nil && folder.entries[AuditPath.signature] == nil ? .missing : .wrongSignature,
        AuditPath.signature, "the signature is not that of the key which the manifest names")
      return
    }
    guard let key else {
      notes.append(
        "The publication is signed by the key \(name). Whose key that is was not checked: anybody "
          + "can make one. Give the public key that you trust with --key.")
      return
    }
    if key != own {
      report(
        .wrongSignature, AuditPath.signature,
        "signed by the key \(name), not by the one that was given (\(key.hexadecimal))")
    }
  }
}
