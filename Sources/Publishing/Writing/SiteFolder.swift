/// What lies in the folder of a site, as it is found: links are not followed, nothing is left out.
package struct SiteFolder: Sendable {
  /// What a name stands for.
  package enum Kind: Hashable, Sendable {
    case file(byteCount: Int)
    case folder
    /// A symbolic link, a socket or another thing that no site holds.
    case other
  }

  /// The folder itself.
  package let directory: String
  /// Every name below the folder by its path inside, files and folders alike.
  package let entries: [String: Kind]

  /// Looks at every name once; no file is opened.
  ///
  /// - Throws: `SiteError.Problem.inputOutput` when a folder cannot be listed.
  package init(_ directory: String) throws(SiteError) {
    self.directory = directory
    var entries: [String: Kind] = [:]
    try Self.collect(directory, prefix: "", into: &entries)
    self.entries = entries
  }

  /// Whether there is a folder at `path`, or a link to one: the writer accepts such links too.
  package static func exists(_ path: String) throws(SiteError) -> Bool {
    switch try FileTree.kind(of: path) {
    case .folder: true
    case .other: try FileTree.kind(of: try FileTree.resolved(path)) == .folder
    case .file, .missing: false
    }
  }

  /// The bytes of a file; `nil` when there is no file of that name.
  package func bytes(at path: String) throws(SiteError) -> [UInt8]? {
    guard case .file(let byteCount)? = entries[path] else { return nil }
    return try FileTree.contents(of: directory + "/" + path, byteCount: byteCount)
  }

  /// The bytes of one file of a folder; `nil` when there is no file of that name.
  package static func bytes(
    at path: String, in directory: String
  ) throws(SiteError) -> [UInt8]? {
    guard case .file(let byteCount) = try FileTree.kind(of: directory + "/" + path) else {
      return nil
    }
    return try FileTree.contents(of: directory + "/" + path, byteCount: byteCount)
  }

  private static func collect(
    _ folder: String, prefix: String, into entries: inout [String: Kind]
  ) throws(SiteError) {
    for name in try FileTree.names(in: folder) {
      switch try FileTree.kind(of: folder + "/" + name) {
      case .file(let byteCount): entries[prefix + name] = .file(byteCount: byteCount)
      case .folder:
        entries[prefix + name] = .folder
        try collect(folder + "/" + name, prefix: prefix + name + "/", into: &entries)
      // A name that is not UTF-8 is listed, and not found under its repaired spelling.
      case .other, .missing: entries[prefix + name] = .other
      }
    }
  }
}
