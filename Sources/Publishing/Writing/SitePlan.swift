/// All files of a site before any of them is written: path to bytes.
///
/// The order of the files is that of their paths, whoever added them first, so equal sites are equal
/// plans.
package struct SitePlan: Sendable {
  /// One file and who wants it.
  package struct Entry: Equatable, Sendable {
    package let path: SitePath
    package let bytes: [UInt8]
    /// The part of the program that made it, in words for a message.
    package let contributor: String
  }

  /// What is known about a name in the tree, in a spelling that ignores case.
  private struct Name {
    let spelling: String
    let contributor: String
    let isFolder: Bool
  }

  private var files: [SitePath: Entry] = [:]
  private var names: [String: Name] = [:]

  package init() {}

  package var count: Int { files.count }

  /// The files in the order of their paths.
  package var entries: [Entry] { files.values.sorted { $0.path < $1.path } }

  /// The bytes at `path`, or `nil` when the plan has no such file.
  package subscript(path: SitePath) -> [UInt8]? { files[path]?.bytes }

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
    files[path] = Entry(path: path, bytes: bytes, contributor: contributor)
  }

  /// Adds a text file in UTF-8, see `add(_:at:from:)`.
  package mutating func add(
    _ text: String, at path: SitePath, from contributor: String
  ) throws(SiteError) {
    try add(Array(text.utf8), at: path, from: contributor)
  }
}
