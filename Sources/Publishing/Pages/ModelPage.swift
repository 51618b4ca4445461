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
    let years = historyParts(index).filter { $0.month == nil }
    let newest = years.isEmpty ? model.periods.indices : newest(model)
    let all = model.periods.indices
    let isWhole = all.count <= Self.stripLimit
    let history = strip(index, isWhole ? all : newest, folder: "")
    let noun = model.identity.periodKind.noun
    let comparisons = versions(index, newest)
    let lines = reportYears(index, newest, folder: "")
    let places = TrendPlaces(
      trends(index, role, newest, drawings), other: PageWeight.of(history, lines, comparisons))
    let view = ModelPageView(
      title: "\(model.identity.title): history", facts: facts(model, all),
      historyNote: isWhole
        ? nil
        : "The newest \(Plural.count(newest.count, noun)). Those before stand on the pages of their "
          + "years.",
      historyKey: historyKey(index, isWhole ? all : newest), history: history,
      span: years.isEmpty
        ? nil
        : "Trends of the newest \(Plural.count(newest.count, noun)). "
          + "Every \(noun == "day" ? "month" : "year") has a page with its own "
          + "trends and reports.",
      figures: places.lead.map(\.view), further: furtherTrends(places), comparisons: comparisons,
      noChange: "No version has taken over from another "
        + (years.isEmpty ? "on record." : "in these \(noun)s."),
      years: lines, hasPages: !years.isEmpty,
      pages: years.reversed().map { year in
        LinkView(title: year.title, address: Markup("\(year.folder)index.html"))
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

  /// The steps to the pages of models.
  func crumbs(_ role: Role) -> [(String, String?)] {
    [("All models", "index.html"), (role.title, Address.role(role) + "index.html")]
  }

  private func newest(_ model: ModelRecord) -> Range<Int> {
    max(0, model.periods.count - Self.newestPeriods)..<model.periods.count
  }

  func facts(_ model: ModelRecord, _ range: Range<Int>) -> String {
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

  /// What the marks of some periods mean.
  func historyKey(_ index: Int, _ range: Range<Int>) -> HistoryKeyView? {
    let model = publication.models[index]
    let statuses = Set(model.periods[range].map(\.status))
    guard !statuses.isEmpty else { return nil }
    let noun = model.identity.periodKind.noun
    return HistoryKeyView(
      statuses: Status.bySeverity.filter(statuses.contains).map(Self.status),
      words: "Each mark leads to the report of its \(noun)."
        + (model.identity.periodKind == .week
          ? " A line holds the 13 weeks of a quarter." : ""))
  }

  /// The standing of every period as a link, by year or for days by month, the oldest first.
  func strip(_ index: Int, _ range: Range<Int>, folder: String) -> [HistoryRowView] {
    let periods = publication.models[index].periods[range]
    let isDaily = publication.models[index].identity.periodKind == .day
    let days = periods.map(\.period)
    let parts = isDaily ? HistoryPart.months(of: days) : HistoryPart.years(of: days)
    return parts.map { part in
      let own = periods.filter { part.holds($0.period) }
      let places = HistoryPlaces(own.map(\.period))
      return HistoryRowView(
        title: part.title, isMonth: isDaily, grid: places.grid.map { Markup("by-\($0)") },
        periods: zip(own, places.columns).map { record, column in
          HistoryCellView(
            title: record.period.title, address: Markup("\(folder)\(record.period)/index.html"),
            status: Self.status(record.status), place: column.map { Markup("at-\($0)") })
        })
    }
  }

  /// The changes of version in some periods, each with its months side by side.
  func versions(_ index: Int, _ range: Range<Int>) -> [ComparisonView] {
    let periods = publication.models[index].periods
    return range.filter { !periods[$0].promotions.isEmpty }.flatMap { period in
      VersionViews(context: context(index, period)).changes
    }
  }

  /// The reports by year, the latest first.
  func reportYears(_ index: Int, _ range: Range<Int>, folder: String) -> [YearView] {
    let lines = range.reversed().map { period -> (year: Int, line: ReportLineView) in
      let context = context(index, period)
      let line = ReportLineView(
        title: context.period.title, dates: context.period.datesBesideTitle,
        address: Markup("\(folder)\(context.period)/index.html"),
        status: Self.status(context.record.status),
        rows: NumberText.grouped(context.rowCount),
        start: context.period.start.description, sentence: StandingCount(context: context).words)
      return (context.period.end.civil.year, line)
    }
    let years = Set(lines.map(\.year)).sorted(by: >)
    return years.map { year in
      YearView(year: String(year), reports: lines.filter { $0.year == year }.map(\.line))
    }
  }
}
