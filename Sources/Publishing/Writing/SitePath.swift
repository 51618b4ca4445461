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
    if !Self.isPlain(path), let rule = Self.brokenRule(path) {
      throw SiteError(.invalidPath(rule: rule), path: path)
    }
    description = path
  }

  /// The folders and the file name, outermost first; never empty.
  package var components: [Substring] { description.split(separator: "/") }

  /// The part after the last dot of the file name in lower case, empty when there is none.
  package var fileExtension: String {
    let bytes = description.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")),
      !bytes[dot...].contains(UInt8(ascii: "/"))
    else { return "" }
    return description[description.index(after: dot)...].lowercased()
  }

  package static func < (left: SitePath, right: SitePath) -> Bool {
    // The characters of paths are ASCII, whose order is that of their bytes.
    left.description < right.description
  }

  /// Whether a path keeps all rules, told in one pass over its bytes: a large site has a hundred
  /// thousand paths. False for some that keep them too.
  private static func isPlain(_ path: String) -> Bool {
    let bytes = path.utf8.span
    guard bytes.count <= 255, bytes.count > 0, bytes[0] != UInt8(ascii: ".") else { return false }
    var before = UInt8(ascii: "/")
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        break
      case UInt8(ascii: ".") where before != UInt8(ascii: "/"): break
      case UInt8(ascii: "/")
      where before != UInt8(ascii: "/") && before != UInt8(ascii: "."):
        break
      default: return false
      }
      before = byte
    }
    return before != UInt8(ascii: "/") && before != UInt8(ascii: ".")
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
