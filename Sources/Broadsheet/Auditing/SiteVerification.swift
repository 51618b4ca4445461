/// What holding a published site against its own manifest has shown.
package struct SiteVerification: Sendable {
  /// One thing that is not as it was published.
  package struct Problem: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// A file with other bytes than were published, or something else under its name.
      case changed
      case missing
      /// A file, folder or link that was not published.
      case added
      /// An earlier manifest that is not the one that the next names.
      case brokenChain = "broken-chain"
      case wrongSignature = "wrong-signature"
      /// The site does not descend from the manifest that the caller knows.
      case wrongHead = "wrong-head"
    }

    package let kind: Kind
    /// Path inside the site.
    package let path: String
    package let message: String
  }

  /// The manifest that the site was held against; `nil` when it could not be read.
  package let manifest: AuditManifest?
  /// SHA-256 of the manifest: what to note elsewhere, for a later `--head`.
  package let head: String?
  /// By path, then by kind.
  package let problems: [Problem]
  /// What the check proves, and what it cannot.
  package let notes: [String]

  package var isIntact: Bool { problems.isEmpty }
}

extension SiteVerification.Problem: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.kind.rawValue, left.message) < (right.path, right.kind.rawValue, right.message)
  }
}
