/// A file's place in the site, such as `compliance/recidivism/2026-W14/index.html`.
///
/// Always relative, inside the site, and made of characters that every file system and web server
/// takes as they are.
package struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file by which the writer knows a folder as its own; no site may contain it.
  package static let markerName = ".broadsheet-site"

  package let description: String

  /// - Throws: `SiteError.Problem.invalidPath` with the rule that `path` breaks.
  package init(_ path: String) throws(SiteError) {
    if let rule = Self.brokenRule(path) {
      throw SiteError(.invalidPath(rule: rule), path: path)
    }
    description = path
  }

  /// The folders and the file name, outermost first; never empty.
  package var components: [Substring] { description.split(separator: "/") }

  /// The part after the last dot of the file name in lower case, empty when there is none.
  package var fileExtension: String {
    guard let name = components.last, let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  package static func < (left: SitePath, right: SitePath) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func brokenRule(_ path: String) -> String? {
    if path.isEmpty { return "it is empty" }
    if path.hasPrefix("/") { return "it is absolute" }
    // Far below every system's limit, so that the site can be copied below other folders.
    if path.utf8.count > 1024 { return "it is longer than 1024 characters" }
    for component in path.split(separator: "/", omittingEmptySubsequences: false) {
      if component.isEmpty { return "it has an empty component" }
      if component == "." || component == ".." { return "it has a component '\(component)'" }
      if component.hasSuffix(".") { return "a component ends with a dot" }
      if component.utf8.count > 255 { return "a component is longer than 255 characters" }
      guard component.unicodeScalars.allSatisfy(isPortable) else {
        return "it has a character that is not portable"
      }
    }
    return path == markerName ? "that name is kept for the writer's own mark" : nil
  }

  private static func isPortable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }
}
