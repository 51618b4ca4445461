import Assessment
import Profiling

extension SiteBuilder {
  /// A reader's own front page: all models, the latest report of each.
  func rolePage(_ role: Role) throws(PublishingError) -> String {
    let path = Address.role(role) + "index.html"
    let models = publication.models.indices.compactMap { line($0, role) }
    let introduction = Self.introduction(role)
    let view = RolePageView(
      title: "Reports for \(role.readers)", introduction: introduction, models: models)
    return try page(
      path, title: "\(role.title): all models", description: introduction, role: role,
      crumbs: [("All models", "index.html"), (role.title, nil)],
      content: try templates.render("pages/role.html.mustache", view))
  }

  private func line(_ index: Int, _ role: Role) -> RoleModelView? {
    let model = publication.models[index]
    guard let last = model.periods.indices.last else { return nil }
    let context = context(index, last)
    let folder = "\(model.identity.id)/"
    return RoleModelView(
      title: model.identity.title, trends: Markup(folder + "index.html"),
      status: Self.status(context.record.status), period: context.period.name,
      report: Markup("\(folder)\(context.period)/index.html"),
      sentence: ReportStory(context: context, role: role).answer,
      asks: AskSentences(context: context, role: role).all)
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
