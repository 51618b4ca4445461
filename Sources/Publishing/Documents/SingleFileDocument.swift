/// Published pages as one HTML file that needs no other: for e-mail, an archive, or paper.
///
/// The style sheet and the drawings are part of it, and its policy allows nothing but that very
/// style sheet. It has no script, and no navigation: what remains of the frame is the name of the
/// site. Links within the document stay; links to other pages become absolute where the address of
/// the site is known, else they are plain words, as they would lead nowhere.
package struct SingleFileDocument: Sendable {
  /// A page as it lies in the site.
  package struct Page: Sendable {
    /// Path in the site, such as `business/flights/2013-W40/index.html`.
    package let path: String
    package let html: String

    package init(path: String, html: String) {
      self.path = path
      self.html = html
    }
  }

  /// The paper that the document is for.
  package enum Paper: String, CaseIterable, Sendable {
    case a4, letter
  }

  let pages: [Page]
  let styleSheet: String
  let address: SiteAddress?
  let paper: Paper?

  /// - Parameters:
  ///   - pages: In order; each begins on a new sheet of paper.
  ///   - styleSheet: That of the site.
  ///   - paper: `nil` leaves it to the printer.
  package init(
    pages: [Page], styleSheet: String, address: SiteAddress?, paper: Paper? = nil
  ) {
    self.pages = pages
    self.styleSheet = styleSheet
    self.address = address
    self.paper = paper
  }

  /// The document.
  ///
  /// - Parameter source: Names a style sheet in a policy by its digest, such as `sha256-…`.
  /// - Throws: ``PublishingError`` for a page without a main part.
  package func html(source: (String) -> String) throws(PublishingError) -> String {
    let titles = pages.map { Self.text(of: "title", in: $0.html) ?? $0.path }
    // Written as in the pages, with entities.
    let title = titles.count == 1 ? titles[0] : Self.common(titles)
    let style = css(runningHead: HTMLText.plain(title))
    var sheets: [String] = []
    for (index, page) in pages.enumerated() {
      sheets.append(
        "<div class=\"sheet\">\n\(try content(of: page, prefix: prefix(index)))\n</div>")
    }
    let head =
      pages.first.flatMap { Self.element("<header", "</header>", in: $0.html) }.map(String.init)
      ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(source(style))'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <header class="masthead">
      \(masthead(head))
      </header>
      <main id="content">
      \(sheets.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  // MARK: - Parts

  private func css(runningHead: String) -> String {
    let size = paper.map { "@page { size: \($0.rawValue); }\n" } ?? ""
    let head = runningHead.unicodeScalars.map { scalar in
      "\"\\<>".unicodeScalars.contains(scalar) || scalar.value < 0x20
        ? "\\\(String(scalar.value, radix: 16)) " : String(scalar)
    }.joined()
    return "\n" + styleSheet.replacing("</", with: "<\\/")
      + "\n\(size):root { --running-head: \"\(head)\"; }\n"
  }

  /// The name of the site and of the organisation, without links and tools.
  private func masthead(_ header: String) -> String {
    ["masthead-title", "masthead-organisation"].compactMap { name -> String? in
      guard let part = Self.element("<p class=\"\(name)\">", "</p>", in: header) else { return nil }
      let inner = part.dropFirst("<p class=\"\(name)\">".count).dropLast("</p>".count)
      let words = inner.replacing(/<[^>]*>/, with: "")
      return "<p class=\"\(name)\">\(words)</p>"
    }.joined(separator: "\n")
  }

  private func content(of page: Page, prefix: String) throws(PublishingError) -> String {
    guard let main = Self.element("<main", "</main>", in: page.html),
      let start = main.firstIndex(of: ">")
    else {
      throw PublishingError(
        .rendering("the page has no main part"), place: page.path,
        advice: "Compare the template of the layout with the built-in one.")
    }
    var inner = String(main[main.index(after: start)...].dropLast("</main>".count))
    while let navigation = Self.element("<nav", "</nav>", in: inner) {
      inner.removeSubrange(navigation.startIndex..<navigation.endIndex)
    }
    if let source = Self.element("<p class=\"source\">", "</p>", in: inner) {
      inner.removeSubrange(source.startIndex..<source.endIndex)
    }
    return TagRewriter { tag, attribute, value in
      rewritten(tag: tag, attribute: attribute, value: value, on: page.path, prefix: prefix)
    }.rewritten(inner).trimmingNewlines
  }

  /// Several pages have the same ids, so those of each get a beginning of their own.
  private func prefix(_ index: Int) -> String { pages.count > 1 ? "p\(index + 1)-" : "" }

  private func rewritten(
    tag: Substring, attribute: Substring, value: Substring, on path: String, prefix: String
  ) -> String? {
    switch attribute {
    case "id", "for": return prefix + value
    case "aria-labelledby", "aria-describedby", "headers":
      return value.split(separator: " ").map { prefix + $0 }.joined(separator: " ")
    case "href" where value.hasPrefix("#"): return "#\(prefix)\(value.dropFirst())"
    case "href" where tag == "a":
      guard LinkSafety.scheme(of: String(value)) == nil else { return String(value) }
      return address.map { $0.base + Self.resolved(value, from: path) }
    default:
      return String(value.replacing("url(#", with: "url(#\(prefix)"))
    }
  }

  /// A relative address as a path from the root of the site.
  static func resolved(_ address: Substring, from page: String) -> String {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var folders = page.split(separator: "/").dropLast().map { String($0) }
    let path = parts.first ?? ""
    for part in path.split(separator: "/") {
      if part == ".." { _ = folders.popLast() } else if part != "." { folders.append(String(part)) }
    }
    return folders.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
      + (parts.count > 1 ? "#\(parts[1])" : "")
  }

  // MARK: - Reading

  /// From the first `opening` to the first `closing` behind it.
  private static func element(
    _ opening: String, _ closing: String, in html: String
  ) -> Substring? {
    guard let start = html.firstRange(of: opening),
      let end = html[start.upperBound...].firstRange(of: closing)
    else { return nil }
    return html[start.lowerBound..<end.upperBound]
  }

  private static func text(of tag: String, in html: String) -> String? {
    element("<\(tag)>", "</\(tag)>", in: html).map {
      String($0.dropFirst(tag.count + 2).dropLast(tag.count + 3))
    }
  }

  /// What all titles end with, such as `product manager · Model reports`.
  private static func common(_ titles: [String]) -> String {
    let parts = titles.map { $0.split(separator: ", ").map { String($0) } }
    guard let first = parts.first, let last = first.last else { return "" }
    let period = first.dropLast().last ?? ""
    let isSame = parts.allSatisfy { $0.last == last && $0.dropLast().last == period }
    return isSame ? "\(period), \(last)" : last
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    var text = self[...]
    while text.first?.isNewline == true { text = text.dropFirst() }
    while text.last?.isNewline == true { text = text.dropLast() }
    return String(text)
  }
}

/// Text as it stands in a page.
enum HTMLText {
  /// What a reader sees of a text with the five entities that our pages use.
  static func plain(_ html: String) -> String {
    // The ampersand last, so that "&amp;lt;" becomes "&lt;" and not "<".
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(html) { $0.replacing($1.0, with: $1.1) }
  }
}
