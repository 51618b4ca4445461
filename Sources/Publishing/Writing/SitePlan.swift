/// All files of a site before any of them is written: path to bytes, or to a file that is kept.
///
/// The order of the files is that of their paths, whoever added them first, so equal sites are equal
/// plans.
package struct SitePlan: Sendable {
  /// One file and who wants it.
  package struct Entry: Equatable, Sendable {
    package let path: SitePath
    /// Empty for a file that is kept.
    package let bytes: [UInt8]
    /// The file of the last publication that is taken over as it is; `nil` for one that was made.
    package let kept: KeptFile?

    package var byteCount: Int { kept?.byteCount ?? bytes.count }

    fileprivate init(path: SitePath, bytes: [UInt8], kept: KeptFile?, contributor: String) {
      self.path = path
      self.bytes = bytes
      self.kept = kept
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

  package init() {}

  package var count: Int { files.count }

  /// The files in the order of their paths.
  package var entries: [Entry] { files.values.sorted { $0.path < $1.path } }

  /// The files in no order, for whoever does not need any: sorting many costs.
  package var unorderedEntries: some Collection<Entry> { files.values }

  /// The bytes at `path`, or `nil` when the plan has no such file or keeps the one that is there.
  package subscript(path: SitePath) -> [UInt8]? {
    files[path].flatMap { $0.kept == nil ? $0.bytes : nil }
  }

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
    try add(Entry(path: path, bytes: bytes, kept: nil, contributor: contributor))
  }

  /// Takes over a file of the last publication, see `add(_:at:from:)`.
  package mutating func keep(_ file: KeptFile, from contributor: String) throws(SiteError) {
    try add(Entry(path: file.path, bytes: [], kept: file, contributor: contributor))
  }

  /// Notes how files came about.
  mutating func note(_ unit: SiteUnit) { units.append(unit) }

  private mutating func add(_ entry: Entry) throws(SiteError) {
    let (path, contributor) = (entry.path, entry.contributor)
    var prefix = ""
    let components = path.components
    var added: [(String, Name)] = []
    for (index, component) in components.enumerated() {
      prefix += index == 0 ? String(component) : "/" + component
      let isFolder = index < components.count - 1
      if let known = names[prefix.lowercased()] {
        guard isFolder, known.isFolder, known.spelling == prefix else {
          let problem = SiteError.Problem.taken(
            first: known.contributor, second: contributor, otherPath: known.spelling)
          throw SiteError(problem, path: path.description)
        }
      } else {
        let name = Name(spelling: prefix, contributor: contributor, isFolder: isFolder)
        added.append((prefix.lowercased(), name))
      }
    }
    for (key, name) in added { names[key] = name }
    files[path] = entry
  }

  /// Adds a text file in UTF-8, see `add(_:at:from:)`.
  package mutating func add(
    _ text: String, at path: SitePath, from contributor: String
  ) throws(SiteError) {
    try add(Array(text.utf8), at: path, from: contributor)
  }
}
