import Assessment
import Profiling

extension SiteBuilder {
  /// The index of a reader, or of the pages for all.
  func searchIndex(_ role: Role?) -> SearchIndex {
    SearchIndex(role: role, models: publication.models, entries: searchEntries(role))
  }

  /// Everything that can be found without a script: models, columns, measures and terms by name.
  func searchPage(_ role: Role?) throws(PublishingError) -> String {
    let path = Address.search(role)
    let root = Address.root(from: path)
    let entries = searchEntries(role)
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
      }.sorted { SearchOrder.key($0.title) < SearchOrder.key($1.title) },
      columns: columnLinks(entries, role),
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
      + metricsInUse.map { .measure($0.title, id: $0.metric.rawValue) }.sorted {
        SearchOrder.key($0.name) < SearchOrder.key($1.name)
      } + Glossary.terms.map { .term($0) }
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
    return models.map { .column($0.key, models: $0.value) }.sorted {
      SearchOrder.key($0.name) < SearchOrder.key($1.name)
    }
  }
}

/// The order of names in an A–Z list: by their words, then by their exact spelling.
enum SearchOrder {
  struct Key: Comparable {
    let words: String
    let name: String

    static func < (left: Key, right: Key) -> Bool {
      (left.words, left.name) < (right.words, right.name)
    }
  }

  static func key(_ name: String) -> Key {
    Key(words: SearchWords.words(of: name).joined(separator: " "), name: name)
  }
}
