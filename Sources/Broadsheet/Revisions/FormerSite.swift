import Publishing

/// The files of the last publication, as far as they still are what was published.
struct FormerSite {
  private let output: String
  /// The published files of a folder, a slash at its end, by path.
  private let files: (String) throws -> [String: String]
  /// The digest of a published file.
  private let digest: (String) -> String?

  /// - Parameter manifest: That of the last publication; `nil` before the first.
  init(output: String, manifest: AuditManifest?) {
    self.output = output
    let digests = Dictionary(
      (manifest?.files ?? []).map { ($0.path, $0.sha256) }, uniquingKeysWith: { one, _ in one })
    files = { folder in digests.filter { $0.key.hasPrefix(folder) } }
    digest = { digests[$0] }
  }

  /// - Parameter units: Those of the last publication; a unit lies in a folder of its own.
  init(output: String, units: PublishedUnits) {
    self.output = output
    func files(besides path: String) -> [KeptFile] {
      let name = path.split(separator: "/").prefix(3).map { $0 + "/" }.joined()
      return units.unit(name)?.files ?? []
    }
    self.files = { folder in
      let files = files(besides: folder).map { ($0.path.description, $0.sha256) }
      return Dictionary(files, uniquingKeysWith: { one, _ in one }).filter {
        $0.key.hasPrefix(folder)
      }
    }
    digest = { path in
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      return files(besides: folder).first { $0.path.description == path }?.sha256
    }
  }

  /// A file with its digest; `nil` when it was not published, is gone, or was changed since.
  func file(_ path: String) throws -> (bytes: [UInt8], digest: String)? {
    guard let digest = digest(path), let bytes = try SiteFolder.bytes(at: path, in: output),
      ContentDigest.hexadecimal(of: bytes) == digest
    else { return nil }
    return (bytes, digest)
  }

  /// The paths of published files in a folder.
  func paths(in folder: String) throws -> [String] { try files(folder).keys.sorted() }
}
