internal import Foundation

/// The folder of a site and the two names beside it that the writer uses.
struct SitePlace {
  let parent: String
  /// The published site.
  let site: String
  /// The site being built, or what a crash left of it.
  let new: String
  /// The former site while it is being replaced in two steps.
  let old: String
  /// A copy of the site that is one publication behind.
  let spare: String

  /// - Throws: `SiteError.Problem.foreignFolder` when the folder is not ours to replace.
  init(_ directory: String) throws(SiteError) {
    // Foundation makes the path absolute and takes out "." and ".."; it does not look at the disk.
    var path = URL(fileURLWithPath: directory).standardizedFileURL.path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if try FileTree.kind(of: path) != .missing { path = try FileTree.resolved(path) }
    guard let slash = path.lastIndex(of: "/"), path != "/" else {
      throw SiteError(.foreignFolder, path: path)
    }
    let name = path[path.index(after: slash)...]
    parent = slash == path.startIndex ? "/" : String(path[..<slash])
    let prefix = parent == "/" ? "/" : parent + "/"
    site = path
    new = "\(prefix).\(name).new"
    old = "\(prefix).\(name).old"
    spare = "\(prefix).\(name).spare"
    try FileTree.makeFolders(parent)
    for folder in [site, new, old, spare] { try Self.requireOwn(folder) }
  }

  /// Undoes what an earlier run left behind when it was interrupted.
  func recover() throws(SiteError) {
    if case .folder = try FileTree.kind(of: old) {
      if try FileTree.kind(of: site) == .missing {
        // Stopped between the two steps: the former site is the last complete one.
        try FileTree.move(old, to: site)
      } else {
        try FileTree.removeTree(old, last: SitePath.markerName)
      }
    }
    if case .folder = try FileTree.kind(of: new) {
      try FileTree.removeTree(new, last: SitePath.markerName)
    }
  }

  private static func requireOwn(_ folder: String) throws(SiteError) {
    switch try FileTree.kind(of: folder) {
    case .missing: return
    case .folder:
      let names = try FileTree.names(in: folder)
      if names.isEmpty { return }
      if case .file = try FileTree.kind(of: folder + "/" + SitePath.markerName) { return }
      throw SiteError(.foreignFolder, path: folder)
    case .file, .other:
      throw SiteError(.foreignFolder, path: folder)
    }
  }
}
