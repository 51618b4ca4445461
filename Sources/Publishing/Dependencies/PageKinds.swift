import Assessment
import Profiling

/// What each kind of page is made from. This is the one place where a kind of page says so.
///
/// - A kind of page that has no function here, or passes `nil`, is made at every publication. That is
///   right for pages that are few; pages that are many (one for each report) belong here.
/// - `PublicationStamps.Model.periods` holds a period and everything before it. ``ReportContext`` gives
///   a report no more than that, so what a report takes from earlier periods needs no further word.
///   What it takes from later ones (whether it is the latest, the metrics that were ever measured)
///   must be named here.
struct PageKinds: Sendable {
  private let builder: SiteBuilder
  private let stamps: PublicationStamps
  /// What all pages have in common: the frame, the templates, the program.
  private let common: PageDependencies
  /// The standing of all models at the end of each period.
  private let portfolios: [Day: String]
  /// The packs of each model, written out once.
  private let packs: [String: [String]]
  /// The words of people by model, each with the period that they are about.
  private let remarks: [String: [(period: Period, text: String)]]

  /// `nil` for a publication without stamps: all of its pages are made.
  ///
  /// - Parameter fingerprint: Of what all pages have in common, so that it is not written out for each.
  init?(_ builder: SiteBuilder, fingerprint: (PageDependencies) -> String) {
    let publication = builder.publication
    guard let stamps = publication.stamps else { return nil }
    self.builder = builder
    self.stamps = stamps
    var common = PageDependencies("site")
    common.add("program", publication.programVersion)
    common.add("templates", stamps.templates)
    common.add("edition", stamps.edition)
    common.add("title", publication.title)
    common.add("organisation", publication.organisation ?? "")
    common.add("roles", publication.roles.map(\.rawValue).joined(separator: " "))
    common.add("address", publication.siteAddress?.base ?? "")
    // What the first use of a term is linked to.
    common.add("metrics", builder.metricsInUse.map(\.metric.rawValue).joined(separator: " "))
    common.add("audit", publication.isAudited ? "yes" : "no")
    var digest = PageDependencies("common")
    digest.add("fingerprint", fingerprint(common))
    self.common = digest
    packs = publication.packs.mapValues { packs in packs.map { String(reflecting: $0) } }
    var portfolios: [Day: String] = [:]
    if publication.roles.contains(.dataScienceManager) {
      for end in Set(publication.models.flatMap { $0.periods.map(\.period.end) }) {
        portfolios[end] = Portfolio(models: publication.models, end: end).fingerprint
      }
    }
    self.portfolios = portfolios
    remarks = Dictionary(grouping: publication.comments, by: \.model).mapValues { remarks in
      remarks.map { ($0.period, String(reflecting: $0)) }
    }
  }

  /// What a report says: its article, Markdown and charts.
  func article(_ model: Int, _ period: Int, _ role: Role) -> PageDependencies? {
    guard
      var parts = self.period(
        model, period, of: "report \(role.rawValue)", newest: standsApart(model, period, role))
    else { return nil }
    let record = builder.publication.models[model]
    let end = record.periods[period].period.end
    if role == .dataScienceManager { parts.add("portfolio", portfolios[end] ?? "") }
    if role == .compliance { add(packsOf: model, period, to: &parts) }
    // A report of a period that is over becomes a revision when it changes.
    parts.add("closed", builder.publication.today.map { $0 > end ? "yes" : "no" } ?? "")
    return parts
  }

  /// The page around an article.
  func page(
    _ model: Int, _ period: Int, _ role: Role, article: PageDependencies
  ) -> PageDependencies {
    let periods = builder.publication.models[model].periods
    var parts = PageDependencies("page")
    parts.add(article)
    parts.add("previous", period > 0 ? periods[period - 1].period.description : "")
    parts.add(
      "next", period + 1 < periods.count ? periods[period + 1].period.description : "")
    return parts
  }

  /// A compliance pack of one period.
  func pack(_ model: Int, _ period: Int, _ pack: CompliancePack) -> PageDependencies? {
    guard var parts = self.period(model, period, of: "pack \(pack.id)") else { return nil }
    add(packsOf: model, period, to: &parts)
    return parts
  }

  /// The trends of a model: all of its periods.
  func trends(_ model: Int, _ role: Role) -> PageDependencies? {
    let last = builder.publication.models[model].periods.count - 1
    return period(model, last, of: "trends \(role.rawValue)")
  }

  /// A part of a model's history: its periods, and the parts before and after.
  func history(_ model: Int, _ role: Role, _ part: HistoryPart) -> PageDependencies? {
    let last = builder.periods(of: part, model).upperBound - 1
    guard var parts = period(model, last, of: "history \(role.rawValue)") else { return nil }
    let (previous, next) = builder.neighbours(of: part, model)
    parts.add("part", part.folder)
    parts.add("previous", previous?.folder ?? "")
    parts.add("next", next?.folder ?? "")
    return parts
  }

  /// A review meeting: the reports that are read in it, and the meetings before and after.
  func review(_ calendar: ReviewCalendar, _ place: Int, _ role: Role) -> PageDependencies? {
    var parts = PageDependencies("review \(role.rawValue)")
    parts.add(common)
    for neighbour in [place - 1, place + 1] where calendar.periods.indices.contains(neighbour) {
      parts.add("neighbour", calendar.periods[neighbour].description)
    }
    for entry in calendar.entries(of: calendar.periods[place]) {
      guard let report = own(entry.model, entry.period, of: "report") else { return nil }
      parts.add(report)
    }
    return parts
  }

  /// The review meetings of a year or a month: how many reports are read in each, and the parts
  /// before and after.
  func reviews(_ calendar: ReviewCalendar, _ part: HistoryPart, _ role: Role) -> PageDependencies {
    var parts = PageDependencies("reviews \(role.rawValue)")
    parts.add(common)
    let (previous, next) = part.neighbours(among: calendar.parts)
    parts.add("part", part.folder)
    parts.add("previous", previous?.folder ?? "")
    parts.add("next", next?.folder ?? "")
    for period in calendar.periods where part.holds(period) {
      parts.add(period.description, String(calendar.entries(of: period).count))
    }
    return parts
  }

  /// The numbers of one period, or of the reference for `nil`.
  func numbers(_ model: Int, _ period: Int?) -> PageDependencies? {
    let record = builder.publication.models[model]
    guard let stamp = stamps.models[record.identity.id], stamp.own.count == record.periods.count
    else { return nil }
    var parts = PageDependencies("numbers")
    parts.add(common)
    parts.add("settings", stamp.settings)
    if let period { parts.add("period", stamp.own[period]) }
    return parts
  }

  // MARK: - Parts

  /// Whether a report says something else as the latest one: of labels that wait for a prediction, of
  /// days that are still to come, or of what people wrote later. All others say the same when a later
  /// period comes, and are not written again.
  private func standsApart(_ model: Int, _ period: Int, _ role: Role) -> Newest {
    let record = builder.publication.models[model].periods[period]
    let isWhole = record.inputDays.values.contains { $0.upperBound >= record.period.end }
    let remarks = remarks[builder.publication.models[model].identity.id] ?? []
    return role == .dataEngineer || !isWhole || !remarks.isEmpty ? .told : .untold
  }

  /// Whether a page tells that its period is the latest.
  private enum Newest { case told, untold }

  /// A period with all that came before, and with what a report may know of later.
  private func period(
    _ model: Int, _ period: Int, of kind: String, newest: Newest = .told
  ) -> PageDependencies? {
    guard let own = own(model, period, of: kind, newest: newest) else { return nil }
    var parts = PageDependencies(kind)
    parts.add(common)
    parts.add(own)
    return parts
  }

  /// The same without what all pages have in common.
  private func own(
    _ model: Int, _ period: Int, of kind: String, newest: Newest = .told
  ) -> PageDependencies? {
    let record = builder.publication.models[model]
    let history = builder.histories[model]
    guard let stamp = stamps.models[record.identity.id], stamp.periods.count == record.periods.count
    else { return nil }
    var parts = PageDependencies(kind)
    parts.add("settings", stamp.settings)
    parts.add("periods", stamp.periods.indices.contains(period) ? stamp.periods[period] : "")
    parts.add("measured", history.measured.map(\.rawValue).joined(separator: " "))
    parts.add("labels", history.hasLabels ? "some" : "none")
    let isLatest = period == record.periods.count - 1 && newest == .told
    parts.add("waiting labels", isLatest ? String(record.unmatchedLabelCount) : "")
    parts.add("latest", isLatest ? "yes" : "no")
    guard record.periods.indices.contains(period) else { return parts }
    let own = record.periods[period].period
    let known = (remarks[record.identity.id] ?? []).filter { $0.period <= own }
    if !known.isEmpty {
      // What is overdue depends on the day while the period runs.
      let day = builder.publication.today.map { min($0, own.end) } ?? own.end
      parts.add("day", day.description)
      for remark in known { parts.add("remark", remark.text) }
    }
    return parts
  }

  private func add(packsOf model: Int, _ period: Int, to parts: inout PageDependencies) {
    let record = builder.publication.models[model]
    for text in packs[record.identity.id] ?? [] { parts.add("pack", text) }
    for pack in builder.publication.packs[record.identity.id] ?? [] {
      parts.add(
        "notice",
        pack.notice(for: record.periods[period].period, today: builder.publication.today) ?? "")
    }
  }
}
