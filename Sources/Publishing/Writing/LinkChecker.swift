internal import Foundation

/// Checks the links of a site before it is written.
///
/// Looks at `.html`, `.svg` and `.css` files. An ordinary link to another site is allowed, it is
/// followed only when somebody clicks; whatever a browser would load by itself must be in the plan.
/// Feeds and site maps are left out: they need absolute addresses.
package struct LinkChecker: Sendable {
  private struct Page {
    let path: SitePath
    var references: [Reference] = []
    var anchors: Set<String> = []
    var repeatedAnchors: [String] = []
  }

  private struct Reference {
    let address: String
    let isRequest: Bool
  }

  package init() {}

  /// - Returns: All problems, in the order of the pages and of the links on them.
  /// - Complexity: Linear in the size of the pages.
  package func problems(in plan: SitePlan) -> [LinkProblem] {
    // Pages that are kept were checked when they were made.
    let pages = plan.entries.filter { $0.kept == nil }.compactMap(Self.page)
    let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.anchors) })
    return pages.flatMap { page in
      page.references.compactMap { reference in
        Self.reason(reference, on: page.path, plan: plan, anchors: anchors).map {
          LinkProblem(page: page.path, link: reference.address, reason: $0)
        }
      }
        + page.repeatedAnchors.map {
          LinkProblem(page: page.path, link: "#" + $0, reason: .repeatedAnchor)
        }
    }
  }

  // MARK: - Reading pages

  private static func page(_ entry: SitePlan.Entry) -> Page? {
    var page = Page(path: entry.path)
    switch entry.path.fileExtension {
    case "html", "htm", "svg":
      for tag in MarkupScanner.tags(in: entry.bytes) { read(tag, into: &page) }
    case "css":
      page.references = StyleSheetAddresses.all(in: entry.bytes).map {
        Reference(address: $0, isRequest: true)
      }
    default:
      return nil
    }
    return page
  }

  private static func read(_ tag: MarkupScanner.Tag, into page: inout Page) {
    for (name, value) in tag.attributes {
      switch name {
      case "id":
        if !page.anchors.insert(value).inserted { page.repeatedAnchors.append(value) }
      case "name" where tag.name == "a":
        page.anchors.insert(value)
      case "href", "xlink:href":
        page.references.append(Reference(address: value, isRequest: isRequest(tag)))
      case "src", "poster", "data", "action", "formaction", "background", "manifest":
        page.references.append(Reference(address: value, isRequest: true))
      case "srcset":
        for candidate in value.split(separator: ",") {
          guard let address = candidate.split(whereSeparator: \.isWhitespace).first else {
            continue
          }
          page.references.append(Reference(address: String(address), isRequest: true))
        }
      case "style":
        page.references += StyleSheetAddresses.all(in: Array(value.utf8)).map {
          Reference(address: $0, isRequest: true)
        }
      default:
        continue
      }
    }
  }

  /// Whether a browser loads the tag's `href` without being asked.
  private static func isRequest(_ tag: MarkupScanner.Tag) -> Bool {
    switch tag.name {
    case "a", "area": return false
    case "link":
      let passive: Set<Substring> = ["canonical", "alternate", "license", "author", "help"]
      let relations = (tag["rel"] ?? "").lowercased().split(separator: " ")
      return relations.contains("stylesheet") || !relations.contains(where: passive.contains)
    default: return true
    }
  }

  // MARK: - Judging links

  private static func reason(
    _ reference: Reference, on page: SitePath, plan: SitePlan, anchors: [SitePath: Set<String>]
  ) -> LinkProblem.Reason? {
    let address = reference.address
    if let scheme = LinkSafety.scheme(of: address) {
      guard LinkSafety.allows(address) || scheme == "tel" else { return .forbiddenScheme }
      return reference.isRequest ? .outsideRequest : nil
    }
    if address.hasPrefix("//") { return reference.isRequest ? .outsideRequest : .absolutePath }
    if address.hasPrefix("/") { return .absolutePath }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first?.prefix { $0 != "?" } ?? ""
    let target: SitePath
    switch resolve(String(path), from: page, in: plan) {
    case .success(let found): target = found
    case .failure(let failure): return failure.reason
    }
    guard parts.count > 1, let known = anchors[target] else { return nil }
    let anchor = parts[1].removingPercentEncoding ?? String(parts[1])
    // An empty fragment and "top" mean the top of the page, whatever its ids are.
    return anchor.isEmpty || anchor == "top" || known.contains(anchor) ? nil : .missingAnchor
  }

  private struct Unresolved: Error {
    let reason: LinkProblem.Reason
  }

  private static func resolve(
    _ path: String, from page: SitePath, in plan: SitePlan
  ) -> Result<SitePath, Unresolved> {
    if path.isEmpty { return .success(page) }
    var components = page.components.dropLast().map { String($0) }
    var isFolder = path.hasSuffix("/")
    for part in path.split(separator: "/") {
      isFolder = path.hasSuffix("/") || part == "." || part == ".."
      if part == "." { continue }
      if part == ".." {
        guard components.popLast() != nil else { return .failure(Unresolved(reason: .leavesSite)) }
        continue
      }
      components.append(part.removingPercentEncoding ?? String(part))
    }
    if isFolder { components.append("index.html") }
    do throws(SiteError) {
      let target = try SitePath(components.joined(separator: "/"))
      return plan.contains(target)
        ? .success(target) : .failure(Unresolved(reason: .missingFile))
    } catch {
      // A name that no plan can contain is a name that this one does not contain.
      return .failure(Unresolved(reason: .missingFile))
    }
  }
}
