import Assessment
import Profiling

extension SiteBuilder {
  /// The index of a reader, or of the pages for all.
  ///
  /// - Parameter revisions: The numbers of earlier revisions by the folder of their report.
  func searchIndex(_ role: Role?, revisions: [String: [Int]] = [:]) -> SearchIndex {
    SearchIndex(
      role: role, models: publication.models, entries: searchEntries(role),
      pages: sitePages(role), packs: publication.packs, revisions: revisions)
  }

  /// The pages beside reports and models, with their addresses from the root of the site.
  private func sitePages(_ role: Role?) -> [LinkView] {
    let own = role.map { role in
      [
        LinkView(
          title: "\(role.title): front page", address: Markup(Address.role(role) + "index.html")),
        LinkView(
          title: "Reviews for \(role.readers)",
          address: Markup(Address.reviews(role) + "index.html")),
      ]
    }
    let audit = LinkView(
      title: "What was read and published (audit)", address: Markup(Address.audit))
    return [LinkView(title: "All models", address: Markup("index.html"))] + (own ?? [])
      + [LinkView(title: "Methodology", address: Markup(Address.methodology))]
      + methodologySections.map { section in
        LinkView(
          title: "Methodology: \(section.title.loweredFirst)",
          address: Markup("\(Address.methodology)#\(section.anchor)"))
      }
      + (publication.isAudited ? [audit] : [])
  }

  /// Above this number the columns have pages of their own, one for each first letter.
  static let columnLimit = 400

  /// Everything that can be found without a script: models, columns, measures and terms by name.
  ///
  /// - Returns: The page and, where there are many columns, those of the columns, by path.
  func searchPages(
    _ role: Role?, columnLimit: Int = SiteBuilder.columnLimit
  ) throws(PublishingError) -> [(path: String, html: String)] {
    let entries = searchEntries(role)
    let columns = columnLinks(entries, role)
    guard let role, columns.count > columnLimit else {
      return [(Address.search(role), try searchPage(role, entries, columns, letters: []))]
    }
    let parts = Dictionary(grouping: columns) { SearchWords.shard(ofFirst: $0.title) }
    let letters = parts.keys.sorted().map { letter in
      LinkView(
        title: letter == "0" ? "0–9" : letter.uppercased(),
        address: Markup("search-\(letter).html"))
    }
    var pages: [(path: String, html: String)] = [
      (Address.search(role), try searchPage(role, entries, [], letters: letters))
    ]
    for (letter, link) in zip(parts.keys.sorted(), letters) {
      let path = Address.role(role) + "search-\(letter).html"
      let view = ColumnsPageView(
        title: "Columns: \(link.title)", letters: letters, columns: parts[letter] ?? [])
      pages.append(
        (
          path,
          try page(
            path, title: "\(role.title): columns, \(link.title)",
            description: "Columns by name.", role: role,
            crumbs: [
              ("All models", "index.html"), (role.title, Address.role(role) + "index.html"),
              ("Search and A–Z", Address.search(role)), (link.title, nil),
            ],
            content: try templates.render("pages/columns.html.mustache", view))
        ))
    }
    return pages
  }

  private func searchPage(
    _ role: Role?, _ entries: [SearchEntry], _ columns: [SearchLinkView], letters: [LinkView]
  ) throws(PublishingError) -> String {
    let path = Address.search(role)
    let root = Address.root(from: path)
    let measures = entries.filter { $0.kind == .measure }
    let view = SearchPageView(
      readers: role.map { "Reports for \($0.readers)." } ?? "The pages for all readers.",
      findsColumns: role.flatMap(SearchColumns.anchor) != nil, findsReports: role != nil,
      models: publication.models.map { model in
        SearchLinkView(
          title: model.identity.title, note: model.identity.owner,
          links: [
            LinkView(
              title: model.identity.title,
              address: Markup(
                role == nil
                  ? "index.html#model-\(model.identity.id)"
                  : "\(model.identity.id)/index.html"))
          ])
      }.inSearchOrder(of: \.title),
      pages: sitePages(role).map {
        LinkView(title: $0.title, address: Markup(root + $0.address.text))
      }, letters: letters, columns: columns,
      measures: measures.map { link($0, root) },
      terms: Glossary.terms.map { term in
        link(.term(term), root)
      })
    let title = role.map { "\($0.title): search and A–Z" } ?? "Search and A–Z"
    return try page(
      path, title: title,
      description: "Models, columns, measures and words by name.", role: role,
      crumbs: [("All models", "index.html")]
        + (role.map { [($0.title, Address.role($0) + "index.html")] } ?? [])
        + [("Search and A–Z", nil)],
      content: try templates.render("pages/search.html.mustache", view), script: "search.js")
  }

  private func link(_ entry: SearchEntry, _ root: String) -> SearchLinkView {
    SearchLinkView(
      title: entry.name, note: nil,
      links: [
        LinkView(
          title: entry.name, address: Markup("\(root)\(Address.methodology)#\(entry.anchor)"))
      ])
  }

  private func columnLinks(_ entries: [SearchEntry], _ role: Role?) -> [SearchLinkView] {
    guard let anchor = role.flatMap(SearchColumns.anchor) else { return [] }
    let models = Dictionary(
      uniqueKeysWithValues: publication.models.map { ($0.identity.id, $0) })
    return entries.filter { $0.kind == .column }.map { entry in
      SearchLinkView(
        title: entry.name, note: nil,
        links: entry.models.compactMap { id in
          guard let model = models[id], let period = SearchColumns.period(of: model) else {
            return nil
          }
          return LinkView(
            title: model.identity.title, address: Markup("\(id)/\(period)/index.html#\(anchor)"))
        })
    }
  }

  private func searchEntries(_ role: Role?) -> [SearchEntry] {
    columns(role)
      + metricsInUse.map { .measure($0.title, id: $0.metric.rawValue) }.inSearchOrder(of: \.name)
      + Glossary.terms.map { .term($0) }
  }

  private func columns(_ role: Role?) -> [SearchEntry] {
    guard let role, SearchColumns.anchor(role) != nil else { return [] }
    var models: [String: [String]] = [:]
    for (index, model) in publication.models.enumerated() {
      guard let period = SearchColumns.period(of: model),
        let place = model.periods.firstIndex(where: { $0.period == period })
      else { continue }
      for name in SearchColumns.names(of: context(index, place), for: role) {
        models[name, default: []].append(model.identity.id)
      }
    }
    return models.map { .column($0.key, models: $0.value) }.inSearchOrder(of: \.name)
  }
}

extension Array {
  /// The order of an A–Z list: by the words of a name, then by its exact spelling.
  func inSearchOrder(of name: (Element) -> String) -> [Element] {
    let keys = map { element in
      let name = name(element)
      return (words: SearchWords.words(of: name).joined(separator: " "), name: name)
    }
    return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
  }
}
