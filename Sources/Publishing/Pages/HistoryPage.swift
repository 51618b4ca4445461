import Assessment
import Profiling

extension SiteBuilder {
  /// A part of a model's history for one reader, and the pages of the trends for which it has no room.
  func historyPages(
    _ index: Int, _ role: Role, _ part: HistoryPart, _ drawings: SharedDrawings
  ) throws(PublishingError) -> [PageFile] {
    let model = publication.models[index]
    let range = periods(of: part, index)
    let months = historyParts(index).filter { $0.month != nil && $0.year == part.year }
    // The months of a year have its trends and reports.
    let isYearOfMonths = part.month == nil && !months.isEmpty
    let history = strip(index, range, folder: part.root)
    let comparisons = versions(index, range)
    let lines = isYearOfMonths ? [] : reportYears(index, range, folder: part.root)
    let places = TrendPlaces(
      isYearOfMonths ? [] : trends(index, role, range, drawings),
      other: PageWeight.of(history, lines, comparisons))
    let (previous, next) = neighbours(of: part, index)
    func link(_ other: HistoryPart) -> LinkView {
      LinkView(title: other.title, address: Markup("\(part.root)\(other.folder)index.html"))
    }
    let view = ModelYearPageView(
      title: "\(model.identity.title) in \(part.title)", facts: facts(model, range),
      previous: previous.map(link),
      above: LinkView(
        title: part.month == nil ? "Whole history" : String(part.year),
        address: Markup("../index.html")),
      next: next.map(link), historyKey: historyKey(index, range), history: history,
      hasMonths: isYearOfMonths,
      months: isYearOfMonths ? months.map(link) : [], figures: places.lead.map(\.view),
      further: furtherTrends(places), hasComparisons: !comparisons.isEmpty,
      comparisons: comparisons, years: lines)
    let folder = Address.model(role, model.identity) + part.folder
    let steps = crumbs(to: part, of: model.identity, role)
    let html = try page(
      folder + "index.html", title: "\(view.title), \(role.title.loweredFirst)",
      description: "Trends and reports of \(model.identity.title) in \(part.title).", role: role,
      crumbs: steps + [(part.title, nil)],
      content: try templates.render("pages/year.html.mustache", view))
    return [PageFile(folder + "index.html", html)]
      + (try trendsPages(
        places, role, folder: folder, owner: view.title,
        crumbs: steps + [(part.title, folder + "index.html")], facts: view.facts))
  }

  private func crumbs(
    to part: HistoryPart, of model: ModelIdentity, _ role: Role
  ) -> [(String, String?)] {
    let folder = Address.model(role, model)
    let steps = crumbs(role) + [(model.title, folder + "index.html")]
    return part.month == nil
      ? steps : steps + [(String(part.year), "\(folder)\(part.year)/index.html")]
  }
}
