import Assessment
import Charting
import Profiling

extension SiteBuilder {
  /// Trends and reports reach back so far on the page of a model; of more periods every year has a
  /// page of its own.
  static let newestPeriods = 53

  /// Five years of weeks; more would make the strip of standings heavier than all else.
  private static let stripLimit = 265

  /// One model for one reader: its whole history as a strip, the newest trends, and the reports;
  /// and the pages of the trends for which this one has no room.
  func modelPages(
    _ index: Int, _ role: Role, _ drawings: SharedDrawings
  ) throws(PublishingError) -> [PageFile] {
    let model = publication.models[index]
    let folder = Address.model(role, model.identity)
    let years = pagedYears(index)
    let newest = years.isEmpty ? model.periods.indices : newest(model)
    let all = model.periods.indices
    let history = all.count <= Self.stripLimit ? strip(index, all, folder: "") : []
    let comparisons = versions(index, newest)
    let lines = reportYears(index, newest, folder: "")
    let places = TrendPlaces(
      trends(index, role, newest, drawings), other: PageWeight.of(history, lines, comparisons))
    let view = ModelPageView(
      title: "\(model.identity.title): history", facts: facts(model, all), history: history,
      span: years.isEmpty
        ? nil
        : "Trends of the newest \(Plural.count(newest.count, model.identity.periodKind.noun)). "
          + "Every year has a page with its own trends and reports.",
      figures: places.lead.map(\.view), further: furtherTrends(places), comparisons: comparisons,
      noChange: "No version has taken over from another "
        + (years.isEmpty ? "on record." : "in these \(model.identity.periodKind.noun)s."),
      years: lines, hasPages: !years.isEmpty,
      pages: years.reversed().map { year in
        LinkView(title: String(year), address: Markup("\(year)/index.html"))
      })
    let html = try page(
      folder + "index.html",
      title: "\(model.identity.title): history, \(role.title.loweredFirst)",
      description: "Trends and reports of \(model.identity.title).", role: role,
      crumbs: crumbs(role) + [(model.identity.title, nil)],
      content: try templates.render("pages/model.html.mustache", view))
    return [PageFile(folder + "index.html", html)]
      + (try trendsPages(
        places, role, folder: folder, owner: model.identity.title,
        crumbs: crumbs(role) + [(model.identity.title, folder + "index.html")],
        facts: facts(model, newest)))
  }

  /// One year of a model for one reader, and the pages of the trends for which it has no room.
  func modelYearPages(
    _ index: Int, _ role: Role, _ year: Int, _ drawings: SharedDrawings
  ) throws(PublishingError) -> [PageFile] {
    let model = publication.models[index]
    let years = pagedYears(index)
    let range = periods(of: year, in: model)
    func link(_ other: Int) -> LinkView? {
      years.contains(other)
        ? LinkView(title: String(other), address: Markup("../\(other)/index.html")) : nil
    }
    let history = strip(index, range, folder: "../")
    let comparisons = versions(index, range)
    let lines = reportYears(index, range, folder: "../")
    let places = TrendPlaces(
      trends(index, role, range, drawings), other: PageWeight.of(history, lines, comparisons))
    let view = ModelYearPageView(
      title: "\(model.identity.title) in \(year)", facts: facts(model, range),
      previous: link(year - 1), next: link(year + 1), history: history,
      figures: places.lead.map(\.view), further: furtherTrends(places),
      hasComparisons: !comparisons.isEmpty, comparisons: comparisons, years: lines)
    let folder = Address.year(role, model.identity, year)
    let steps =
      crumbs(role)
      + [(model.identity.title, Address.model(role, model.identity) + "index.html")]
    let html = try page(
      folder + "index.html", title: "\(view.title), \(role.title.loweredFirst)",
      description: "Trends and reports of \(model.identity.title) in \(year).", role: role,
      crumbs: steps + [(String(year), nil)],
      content: try templates.render("pages/year.html.mustache", view))
    return [PageFile(folder + "index.html", html)]
      + (try trendsPages(
        places, role, folder: folder, owner: view.title,
        crumbs: steps + [(String(year), folder + "index.html")], facts: view.facts))
  }

  /// The steps to the pages of models.
  private func crumbs(_ role: Role) -> [(String, String?)] {
    [("All models", "index.html"), (role.title, Address.role(role) + "index.html")]
  }

  /// The years that have pages of their own, ascending; none while one page holds all.
  func pagedYears(_ index: Int) -> [Int] {
    let periods = publication.models[index].periods
    guard periods.count > Self.newestPeriods else { return [] }
    return Set(periods.map(\.period.end.civil.year)).sorted()
  }

  private func newest(_ model: ModelRecord) -> Range<Int> {
    max(0, model.periods.count - Self.newestPeriods)..<model.periods.count
  }

  private func periods(of year: Int, in model: ModelRecord) -> Range<Int> {
    let years = model.periods.map(\.period.end.civil.year)
    let first = years.firstIndex { $0 >= year } ?? years.count
    return first..<(years.firstIndex { $0 > year } ?? years.count)
  }

  private func facts(_ model: ModelRecord, _ range: Range<Int>) -> String {
    guard let first = model.periods[range].first, let last = model.periods[range].last else {
      return "No period on record."
    }
    let counts = Status.bySeverity.compactMap { status in
      let count = model.periods[range].count { $0.status == status }
      return count > 0 ? status.counted(count) : nil
    }
    return "\(Plural.count(range.count, model.identity.periodKind.noun)) on record, "
      + "\(Day.words(from: first.period.start, to: last.period.end)): \(Plural.list(counts))."
  }

  /// The standing of every period as a link, by year, the oldest first.
  private func strip(_ index: Int, _ range: Range<Int>, folder: String) -> [HistoryYearView] {
    let periods = publication.models[index].periods[range]
    let years = Set(periods.map(\.period.end.civil.year)).sorted()
    return years.map { year in
      HistoryYearView(
        year: String(year),
        periods: periods.filter { $0.period.end.civil.year == year }.map { record in
          HistoryCellView(
            title: record.period.title, address: Markup("\(folder)\(record.period)/index.html"),
            status: Self.status(record.status))
        })
    }
  }

  /// The changes of version in some periods, each with its months side by side.
  private func versions(_ index: Int, _ range: Range<Int>) -> [ComparisonView] {
    let periods = publication.models[index].periods
    return range.filter { !periods[$0].promotions.isEmpty }.flatMap { period in
      VersionViews(context: context(index, period)).changes
    }
  }

  /// The reports by year, the latest first.
  private func reportYears(_ index: Int, _ range: Range<Int>, folder: String) -> [YearView] {
    let lines = range.reversed().map { period -> (year: Int, line: ReportLineView) in
      let context = context(index, period)
      let line = ReportLineView(
        title: context.period.title, dates: context.period.dates,
        address: Markup("\(folder)\(context.period)/index.html"),
        status: Self.status(context.record.status),
        rows: NumberText.grouped(context.leading?.rowCount ?? 0),
        start: context.period.start.description, sentence: StandingCount(context: context).words)
      return (context.period.end.civil.year, line)
    }
    let years = Set(lines.map(\.year)).sorted(by: >)
    return years.map { year in
      YearView(year: String(year), reports: lines.filter { $0.year == year }.map(\.line))
    }
  }
}
