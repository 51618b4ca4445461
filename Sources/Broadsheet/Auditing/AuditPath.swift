/// Where the files of the audit lie inside a site.
enum AuditPath {
  static let folder = "audit"
  static let page = "audit/index.html"
  static let manifest = "audit/manifest.json"
  /// The digest of the manifest, in the form that `sha256sum --check` reads.
  static let digest = "audit/manifest.json.sha256"
  /// 64 bytes of an Ed25519 signature over the bytes of the manifest.
  static let signature = "audit/manifest.json.sig"

  /// The files that no manifest lists, as they are made from it.
  static let unlisted: Set<String> = [manifest, digest, signature]

  static let earlierFolder = "audit/manifests/"

  /// Whether a file belongs to the audit itself.
  static func isOfAudit(_ path: String) -> Bool { path.hasPrefix(folder + "/") }

  /// The manifest of an earlier publication; six digits keep the names in order.
  static func earlier(_ number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(earlierFolder)\(zeros)\(digits).json"
  }

  static func earlierSignature(_ number: Int) -> String { earlier(number) + ".sig" }

  /// The content of the file with the digest.
  static func digestText(_ digest: String) -> String { "\(digest)  manifest.json\n" }
}
