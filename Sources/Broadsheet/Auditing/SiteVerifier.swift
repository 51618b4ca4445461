import Publishing

/// Holds a published site against its manifest, its chain of manifests and its signature.
///
/// Reads files only; needs neither configuration nor history.
package struct SiteVerifier {
  let folder: SiteFolder
  let key: VerifyingKey?
  let head: String?
  var notes: [String] = []
  private var problems: [SiteVerification.Problem] = []

  /// - Parameters:
  ///   - directory: The folder of the site.
  ///   - key: The public key that the site must be signed with; `nil` when the caller knows none.
  ///   - head: SHA-256 of a manifest that the caller knows, 64 hexadecimal digits; the site must
  ///     have it in its chain.
  /// - Throws: ``AuditError`` of kind `missing` when there is no such folder.
  package init(directory: String, key: VerifyingKey? = nil, head: String? = nil) throws {
    guard try SiteFolder.exists(directory) else {
      throw AuditError(
        .missing, path: directory, message: "there is no such folder",
        advice: "name the folder of a published site")
    }
    folder = try SiteFolder(directory)
    self.key = key
    self.head = head
  }

  /// Checks every file.
  ///
  /// - Complexity: Linear in the size of the site.
  package mutating func run() throws -> SiteVerification {
    guard let bytes = try folder.bytes(at: AuditPath.manifest) else {
      report(
        folder.entries[AuditPath.manifest] == nil ? .missing : .changed, AuditPath.manifest,
        "there is no manifest, so nothing else can be checked")
      return result(nil, nil)
    }
    let digest = ContentDigest.hexadecimal(of: bytes)
    try checkDigestFile(digest)
    guard let manifest = AuditManifest(canonical: bytes) else {
      report(
        .changed, AuditPath.manifest,
        "it is not a manifest as this program writes them, so nothing else can be checked")
      return result(nil, digest)
    }
    try checkFiles(manifest)
    let chain = try checkChain(from: manifest)
    checkHead(chain: [(manifest.number, digest)] + chain)
    try checkSignature(of: manifest, bytes)
    return result(manifest, digest)
  }

  private func result(_ manifest: AuditManifest?, _ digest: String?) -> SiteVerification {
    SiteVerification(manifest: manifest, head: digest, problems: problems.sorted(), notes: notes)
  }

  mutating func report(
    _ kind: SiteVerification.Problem.Kind, _ path: String, _ message: String
  ) {
    problems.append(SiteVerification.Problem(kind: kind, path: path, message: message))
  }

  // MARK: - Files

  private mutating func checkDigestFile(_ digest: String) throws {
    guard let bytes = try folder.bytes(at: AuditPath.digest) else {
      report(
        folder.entries[AuditPath.digest] == nil ? .missing : .changed, AuditPath.digest,
        "the digest of the manifest should be here")
      return
    }
    if bytes != Array(AuditPath.digestText(digest).utf8) {
      report(
        .changed, AuditPath.digest,
        "it is not the digest of \(AuditPath.manifest): one of the two was changed")
    }
  }

  private mutating func checkFiles(_ manifest: AuditManifest) throws {
    var folders: Set<String> = []
    for path in manifest.files.map(\.path) + AuditPath.unlisted {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        folders.insert(String(rest))
      }
    }
    let listed = Set(manifest.files.map(\.path))
    for file in manifest.files { try check(file) }
    for (path, kind) in folder.entries {
      if listed.contains(path) || AuditPath.unlisted.contains(path) { continue }
      switch kind {
      case .folder where folders.contains(path): continue
      case .folder: report(.added, path, "this folder was not published")
      case .file: report(.added, path, "this file was not published")
      case .other: report(.added, path, "this was not published, and is neither file nor folder")
      }
    }
  }

  private mutating func check(_ file: AuditManifest.File) throws {
    switch folder.entries[file.path] {
    case nil: report(.missing, file.path, "published with \(file.size) bytes, and not there")
    case .folder, .other: report(.changed, file.path, "published as a file, and is none now")
    case .file(let size) where size != file.size:
      report(.changed, file.path, "published with \(file.size) bytes, now \(size)")
    case .file:
      guard let bytes = try folder.bytes(at: file.path) else { return }
      if ContentDigest.hexadecimal(of: bytes) != file.sha256 {
        report(.changed, file.path, "other content than was published")
      }
    }
  }
}
