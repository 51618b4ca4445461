import Foundation

/// `path` seen from the absolute folder `directory`, without `.`, `..` and doubled slashes.
///
/// The path is only rewritten, never looked up, so wildcards stay. A `..` after a component with a
/// wildcard is kept: there is no one folder that it leaves.
func absolutePath(_ path: String, in directory: String) -> String {
  let full = path.hasPrefix("/") ? path : "\(directory)/\(path)"
  var components: [Substring] = []
  for component in full.split(separator: "/") where component != "." {
    if component == "..", !(components.last.map(isWildcard) ?? false) {
      _ = components.popLast()
    } else {
      components.append(component)
    }
  }
  return "/" + components.joined(separator: "/")
}

/// Whether a folder lies at an absolute path; only a folder has an entry for itself.
func isFolder(_ path: String) -> Bool {
  FileManager.default.fileExists(atPath: path + "/.")
}

/// The folder that holds the file or folder at an absolute path.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
  return String(path[..<slash])
}

/// Whether `path` is `folder` or lies somewhere below it; both absolute.
func isPath(_ path: String, inside folder: String) -> Bool {
  path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
}

private func isWildcard(_ component: Substring) -> Bool {
  component == ".." || component.contains { "*?[{".contains($0) }
}
