/// The list of pages for search engines; the protocol demands absolute addresses.
///
/// Source: sitemaps.org, protocol 0.9.
struct Sitemap {
  let address: String

  func text(_ pages: [String]) -> String {
    let base = address.hasSuffix("/") ? address : address + "/"
    let urls = pages.sorted().map { page in
      let path = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
      return "  <url><loc>\(HTMLEscaper.address(base + path))</loc></url>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(urls.joined(separator: "\n"))
      </urlset>

      """
  }
}
