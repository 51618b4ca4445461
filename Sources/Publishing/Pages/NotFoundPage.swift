extension SiteBuilder {
  /// The page for addresses that lead nowhere.
  ///
  /// A server shows it under any address, where relative links would miss; so links are absolute
  /// when the site's own address is known.
  func notFoundPage() throws(PublishingError) -> String {
    let root = publication.siteAddress.map { HTMLEscaper.address($0.base) } ?? ""
    let view = NotFoundPageView(home: Markup(root + "index.html"))
    return try page(
      "404.html", title: "Page not found", description: "There is no page at this address.",
      role: nil, crumbs: [], content: try templates.render("pages/not-found.html.mustache", view),
      root: root)
  }
}
