import Publishing

/// The files of the last publication, as far as they still are what was published.
struct FormerSite {
  private let output: String
  private let digests: [String: String]

  /// - Parameter manifest: That of the last publication; `nil` before the first.
  init(output: String, manifest: AuditManifest?) {
    self.output = output
    digests = Dictionary(
      (manifest?.files ?? []).map { ($0.path, $0.sha256) }, uniquingKeysWith: { one, _ in one })
  }

  /// A file with its digest; `nil` when it was not published, is gone, or was changed since.
  func file(_ path: String) throws -> (bytes: [UInt8], digest: String)? {
    guard let digest = digests[path], let bytes = try SiteFolder.bytes(at: path, in: output),
      ContentDigest.hexadecimal(of: bytes) == digest
    else { return nil }
    return (bytes, digest)
  }

  /// The paths of published files in a folder.
  func paths(in folder: String) -> [String] {
    digests.keys.filter { $0.hasPrefix(folder) }.sorted()
  }
}
