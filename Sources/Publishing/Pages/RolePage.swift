import Assessment
import Profiling

extension SiteBuilder {
  /// Up to so many models about which nothing is asked are shown in full.
  private static let quietLimit = 8

  /// A reader's own front page: the newest report of every model, those that ask for something
  /// first.
  func rolePage(_ role: Role, _ calendar: ReviewCalendar) throws(PublishingError) -> String {
    let path = Address.role(role) + "index.html"
    let introduction = Self.introduction(role)
    let newest = publication.models.indices.compactMap { index in
      publication.models[index].periods.indices.last.map { context(index, $0) }
    }.enumerated().sorted { one, other in
      let left = (-one.element.record.status.severity, one.offset)
      let right = (-other.element.record.status.severity, other.offset)
      return left < right
    }.map { (context: $0.element, story: ReportStory(context: $0.element, role: role)) }
    let quiet = newest.filter { !$0.story.asksForSomething }
    let isShort = quiet.count <= Self.quietLimit
    let view = RolePageView(
      title: "Reports for \(role.readers)", introduction: introduction,
      review: calendar.periods.last.map {
        LinkView(
          title: "Review of \($0.name)",
          address: Markup("\(Address.reviewFolder)/\($0)/index.html"))
      },
      reviews: Markup("\(Address.reviewFolder)/index.html"),
      asking: newest.filter(\.story.asksForSomething).map(entry),
      hasRest: !quiet.isEmpty, quiet: isShort ? quiet.map(entry) : [],
      compact: isShort ? [] : quiet.map { compact($0.context) })
    return try page(
      path, title: "\(role.title): all models", description: introduction, role: role,
      crumbs: [("All models", "index.html"), (role.title, nil)],
      content: try templates.render("pages/role.html.mustache", view))
  }

  private func entry(_ context: ReportContext, _ story: ReportStory) -> RoleModelView {
    let folder = "\(context.identity.id)/"
    return RoleModelView(
      title: context.identity.title, trends: Markup(folder + "index.html"),
      status: Self.status(context.record.status), period: context.period.name,
      report: Markup("\(folder)\(context.period)/index.html"), sentence: story.answer,
      hasAsks: story.asksForSomething, asks: story.asksForSomething ? story.asks : [])
  }

  private func compact(_ context: ReportContext) -> CompactLineView {
    CompactLineView(
      title: "\(context.identity.title), \(context.period.name)",
      address: Markup("\(context.identity.id)/\(context.period)/index.html"),
      status: Self.status(context.record.status), words: StandingCount(context: context).words)
  }

  private static func introduction(_ role: Role) -> String {
    switch role {
    case .dataScientist:
      "Is quality down, where, and is drift real or bad data? The latest report of every model."
    case .dataScienceManager:
      "Retrain, wait, or get labels? The latest report of every model, with the way to a decision."
    case .productManager:
      "How well do the models serve, and for whom do they fail? Plain words, two minutes each."
    case .dataEngineer:
      "Is everything arriving, and which columns broke since when? The latest report of every model."
    case .compliance:
      "Are groups treated alike, what changed, and what was found? The record of every model."
    case .business:
      "Can we rely on the models? One answer for each, in plain words."
    }
  }
}

extension String {
  /// The first letter small, without regard to any locale.
  var loweredFirst: String { prefix(1).lowercased() + dropFirst() }
}
