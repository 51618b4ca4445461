/// All files of a site before any of them is written: path to bytes, or to a file that is kept.
///
/// The order of the files is that of their paths, whoever added them first, so equal sites are equal
/// plans.
package struct SitePlan: Sendable {
  /// One file and who wants it.
  package struct Entry: Equatable, Sendable {
    package let path: SitePath
    /// Empty for a file that is kept or lies on the stage.
    package let bytes: [UInt8]
    /// The file of the last publication that is taken over as it is; `nil` for one that was made.
    package let kept: KeptFile?
    /// A file that was made and lies on the stage (``SiteStage``); `nil` for one in memory.
    package let staged: KeptFile?
    /// SHA-256 of a file in memory, where it is known already.
    private let digest: String?

    package var byteCount: Int { (kept ?? staged)?.byteCount ?? bytes.count }

    /// SHA-256 as 64 hexadecimal digits, as far as it is known.
    package var sha256: String? { (kept ?? staged)?.sha256 ?? digest }

    fileprivate init(
      path: SitePath, bytes: [UInt8] = [], kept: KeptFile? = nil, staged: KeptFile? = nil,
      digest: String? = nil, contributor: String
    ) {
      self.path = path
      self.bytes = bytes
      self.kept = kept
      self.staged = staged
      self.digest = digest
      self.contributor = contributor
    }

    /// The part of the program that made it, in words for a message.
    package let contributor: String
  }

  /// What is known about a name in the tree, in a spelling that ignores case.
  private struct Name {
    let spelling: String
    let contributor: String
    let isFolder: Bool
  }

  /// How the files came about, as far as they were made in units.
  package private(set) var units: [SiteUnit] = []

  private var files: [SitePath: Entry] = [:]
  private var names: [String: Name] = [:]
  /// Folders that are known to be free for files, as they are spelt.
  private var folders: Set<String> = [""]

  package init() {}

  package var count: Int { files.count }

  /// The files in the order of their paths.
  package var entries: [Entry] { files.values.sorted { $0.path < $1.path } }

  /// The files in no order, for whoever does not need any: sorting many costs.
  package var unorderedEntries: some Collection<Entry> { files.values }

  /// The bytes at `path`, or `nil` when the plan has no such file in memory.
  package subscript(path: SitePath) -> [UInt8]? {
    files[path].flatMap { $0.kept == nil && $0.staged == nil ? $0.bytes : nil }
  }

  /// The file at `path`.
  package func entry(_ path: SitePath) -> Entry? { files[path] }

  package func contains(_ path: SitePath) -> Bool { files[path] != nil }

  /// Adds a file.
  ///
  /// - Parameter contributor: Who wants it, for the message when two want the same place, such as
  ///   `the report recidivism 2026-W14`.
  /// - Throws: `SiteError.Problem.taken`, naming both contributors, when the path is there already,
  ///   differs from one only in case (the same file on some systems), or would be a file and a
  ///   folder at once.
  package mutating func add(
    _ bytes: [UInt8], at path: SitePath, from contributor: String
  ) throws(SiteError) {
    try add(Entry(path: path, bytes: bytes, contributor: contributor))
  }

  /// Adds a file that was made as a page of the site, see `add(_:at:from:)`.
  mutating func add(_ file: MadeFile, from contributor: String) throws(SiteError) {
    switch file.content {
    case .bytes(let bytes):
      try add(
        Entry(path: file.path, bytes: bytes, digest: file.sha256, contributor: contributor))
    case .staged(let staged):
      try add(Entry(path: file.path, staged: staged, contributor: contributor))
    case .published(let kept):
      try add(Entry(path: file.path, kept: kept, contributor: contributor))
    }
  }

  /// Takes over a file of the last publication, see `add(_:at:from:)`.
  package mutating func keep(_ file: KeptFile, from contributor: String) throws(SiteError) {
    try add(Entry(path: file.path, kept: file, contributor: contributor))
  }

  /// Notes how files came about.
  mutating func note(_ unit: SiteUnit) { units.append(unit) }

  private mutating func add(_ entry: Entry) throws(SiteError) {
    let path = entry.path.description
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    let added = try folders.contains(folder) ? [] : newFolders(to: folder, for: entry)
    let key = Self.caseless(path)
    if let known = names[key] { throw Self.taken(known, entry) }
    for (key, name) in added { names[key] = name }
    folders.insert(folder)
    names[key] = Name(spelling: path, contributor: entry.contributor, isFolder: false)
    files[entry.path] = entry
  }

  /// The folders on the way to a file that no file is in yet.
  private func newFolders(
    to folder: String, for entry: Entry
  ) throws(SiteError) -> [(String, Name)] {
    var added: [(String, Name)] = []
    var prefix = ""
    for component in folder.split(separator: "/") {
      prefix += prefix.isEmpty ? String(component) : "/" + component
      let key = Self.caseless(prefix)
      guard let known = names[key] else {
        added.append(
          (key, Name(spelling: prefix, contributor: entry.contributor, isFolder: true)))
        continue
      }
      guard known.isFolder, known.spelling == prefix else { throw Self.taken(known, entry) }
    }
    return added
  }

  private static func taken(_ known: Name, _ entry: Entry) -> SiteError {
    SiteError(
      .taken(first: known.contributor, second: entry.contributor, otherPath: known.spelling),
      path: entry.path.description)
  }

  /// The spelling under which a system that does not tell large letters from small ones knows a path.
  private static func caseless(_ path: String) -> String {
    path.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      ? path.lowercased() : path
  }

  /// Adds a text file in UTF-8, see `add(_:at:from:)`.
  package mutating func add(
    _ text: String, at path: SitePath, from contributor: String
  ) throws(SiteError) {
    try add(Array(text.utf8), at: path, from: contributor)
  }
}
