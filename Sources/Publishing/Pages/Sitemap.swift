/// The list of pages for search engines; the protocol demands absolute addresses.
///
/// Source: sitemaps.org, protocol 0.9.
struct Sitemap {
  /// Address of the site, with a slash at the end.
  let base: String

  /// The protocol allows no more addresses in one file.
  static let limit = 50_000

  /// The file `sitemap.xml`; for a larger site, that is an index of others beside it.
  func files(_ pages: [String], limit: Int = Sitemap.limit) -> [(name: String, text: String)] {
    let pages = pages.sorted()
    guard pages.count > limit else { return [("sitemap.xml", text(pages))] }
    let parts = stride(from: 0, to: pages.count, by: limit).map { start in
      Array(pages[start..<min(start + limit, pages.count)])
    }
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    let index = element(
      "sitemapindex",
      names.map { "  <sitemap><loc>\(HTMLEscaper.address(base + $0))</loc></sitemap>" })
    return [("sitemap.xml", index)] + zip(names, parts).map { ($0, text($1)) }
  }

  private func text(_ pages: [String]) -> String {
    element(
      "urlset",
      pages.map { page in
        let path = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
        return "  <url><loc>\(HTMLEscaper.address(base + path))</loc></url>"
      })
  }

  private func element(_ name: String, _ lines: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(name) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(lines.joined(separator: "\n"))
    </\(name)>

    """
  }
}
