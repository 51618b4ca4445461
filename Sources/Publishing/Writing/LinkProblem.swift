/// A link that would fail, or a request that would leave the site.
package struct LinkProblem: Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// The plan has no such file.
    case missingFile
    /// The file is there, but has no element with that id.
    case missingAnchor
    /// A picture, script, style sheet or the like from another server.
    case outsideRequest
    /// An address from the server's root: it breaks when the site lies in a subfolder.
    case absolutePath
    /// It leads above the site's own folder.
    case leavesSite
    /// A scheme that neither a link nor a picture of a site may have, such as `javascript:`.
    case forbiddenScheme
    /// Two elements of the page have this id, so a link to it is ambiguous.
    case repeatedAnchor
  }

  /// The file with the link.
  package let page: SitePath
  /// The address as it stands there, or the repeated id after a `#`.
  package let link: String
  package let reason: Reason

  package var description: String {
    let words =
      switch reason {
      case .missingFile: "no such file in the site"
      case .missingAnchor: "the file has no such anchor"
      case .outsideRequest: "would be loaded from outside the site"
      case .absolutePath: "is absolute, so it breaks when the site lies in a subfolder"
      case .leavesSite: "leads out of the site's folder"
      case .forbiddenScheme: "has a scheme that is not allowed"
      case .repeatedAnchor: "is the id of more than one element"
      }
    return "\(page): \(link): \(words)"
  }
}
