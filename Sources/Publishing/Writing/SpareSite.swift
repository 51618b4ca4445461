/// A second copy of the site beside the published one, behind it by one publication.
///
/// A publication brings the copy up to date, which costs as much as two publications changed, and
/// exchanges the two folders. Files that are the same are one file with two names, so the copy takes
/// names and no space. A list beside it (`.NAME.spare.txt`) says what it lacks. The list is removed
/// before the copy is touched and written when it is whole again: without the list, or when it tells
/// of another site, the copy is worth nothing.
struct SpareSite {
  let folder: String
  private let list: String
  private let parent: String

  init(beside place: SitePlace) {
    folder = place.spare
    list = place.spare + ".txt"
    parent = place.parent
  }

  private static let heading = "broadsheet spare 1"

  /// The paths that differ from the published site; `nil` when the copy cannot be used.
  ///
  /// - Parameter site: What the published site is known by.
  func differences(from site: String) throws(SiteError) -> [String]? {
    guard case .file(let byteCount) = try FileTree.kind(of: list),
      case .file = try FileTree.kind(of: folder + "/" + SitePath.markerName),
      let text = String(
        validating: try FileTree.contents(of: list, byteCount: byteCount), as: UTF8.self)
    else { return nil }
    let lines = text.split(separator: "\n").map { String($0) }
    // The last line shows that none is missing.
    guard lines.count >= 3, lines[0] == Self.heading, lines[1] == site, lines.last == Self.heading
    else { return nil }
    return Array(lines[2...].dropLast())
  }

  /// From here on the copy counts as broken.
  func invalidate() throws(SiteError) {
    guard try FileTree.kind(of: list) != .missing else { return }
    try FileTree.removeFile(list)
    try FileTree.syncFolder(parent)
  }

  /// The copy is whole again, and differs from the published site in `paths`.
  func validate(site: String, differingIn paths: [String]) throws(SiteError) {
    let lines = [Self.heading, site] + paths + [Self.heading]
    try FileTree.create(list, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    try FileTree.syncFolder(parent)
  }

  func discard() throws(SiteError) {
    try invalidate()
    if case .folder = try FileTree.kind(of: folder) {
      try FileTree.removeTree(folder, last: SitePath.markerName)
    }
  }

  // MARK: - Files

  /// Takes a file away, and the folders that are empty then.
  func remove(_ path: String) throws(SiteError) {
    try FileTree.removeFile(folder + "/" + path)
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      guard try FileTree.removeEmptyFolder(folder + "/" + String(rest)) else { return }
    }
  }

  /// Takes over a file of the published site, if it has one of that name.
  func takeOver(_ path: String, from site: String) throws(SiteError) {
    guard case .file(let byteCount) = try FileTree.kind(of: site + "/" + path) else { return }
    let target = folder + "/" + path
    try makeFolder(of: path)
    if try FileTree.hardLink(site + "/" + path, as: target) { return }
    try FileTree.create(
      target, bytes: try FileTree.contents(of: site + "/" + path, byteCount: byteCount))
  }

  func write(_ path: String, _ bytes: [UInt8]) throws(SiteError) {
    try makeFolder(of: path)
    // Its former bytes may be those of the published site: the name is given up, not the file changed.
    try FileTree.removeFile(folder + "/" + path)
    try FileTree.create(folder + "/" + path, bytes: bytes)
  }

  private func makeFolder(of path: String) throws(SiteError) {
    if let slash = path.lastIndex(of: "/") {
      try FileTree.makeFolders(folder + "/" + String(path[..<slash]))
    }
  }
}
