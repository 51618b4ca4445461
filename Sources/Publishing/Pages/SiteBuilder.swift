import Assessment
import Profiling

/// What every page is made with: the publication, the templates, and what was prepared once.
struct SiteBuilder {
  let publication: Publication
  let templates: TemplateCatalog
  /// By model, in the order of the publication.
  let histories: [ModelHistory]
  /// The definitions of all metrics that any record holds or any expectation names.
  let metricsInUse: [MetricDefinition]

  init(_ publication: Publication, templates: TemplateCatalog) {
    self.publication = publication
    self.templates = templates
    let sections = Dictionary(
      uniqueKeysWithValues: publication.roles.map { ($0, templates.sections(of: $0)) })
    let used = Set(
      publication.models.flatMap { model in
        (model.references + model.periods.flatMap(\.arms)).flatMap { arm in
          arm.values.map(\.key.metric) + arm.findings.map(\.expectation.metric)
        }
      })
    metricsInUse = Metric.allCases.filter(used.contains).map(\.definition)
    histories = publication.models.map { model in
      ModelHistory(
        model,
        comments: RemarkBook(
          publication.comments.filter { $0.model == model.identity.id }, today: publication.today,
          roles: publication.roles, sections: sections),
        packs: publication.packs[model.identity.id] ?? [])
    }
  }

  /// A page within the frame of the site.
  func page(
    _ path: String, title: String, description: String, role: Role?, crumbs: [(String, String?)],
    content: String, root: String? = nil, script: String? = nil
  ) throws(PublishingError) -> String {
    let root = root ?? Address.root(from: path)
    let site = publication.title
    return try templates.render(
      "pages/layout.html.mustache",
      LayoutView(
        title: title == site ? site : "\(title) · \(site)", description: description,
        policy: Markup(PagePolicy.text), appearance: Markup(PagePolicy.appearanceScript),
        feed: role.map { Markup(root + Address.feed($0)) }, siteTitle: site,
        organisation: publication.organisation, root: Markup(root),
        isFrontPage: path == "index.html",
        roles: publication.roles.map {
          NavigationView(
            title: $0.title, address: Markup("\(root)\(Address.role($0))index.html"),
            isCurrent: $0 == role)
        },
        hasCrumbs: !crumbs.isEmpty,
        crumbs: crumbs.map { title, address in
          CrumbView(title: title, address: address.map { Markup(root + $0) })
        },
        content: Markup(content), search: Markup(root + Address.search(role)),
        isSearch: path == Address.search(role),
        script: script.map { Markup("\(root)assets/\($0)") }, isAudited: publication.isAudited,
        program: "Broadsheet \(publication.programVersion)"))
  }

  /// One period of a model, without any later one.
  func context(_ model: Int, _ period: Int) -> ReportContext {
    let record = publication.models[model]
    return ReportContext(
      model: record.through(period), index: period, history: histories[model],
      isLatest: period == record.periods.count - 1)
  }

  static func status(_ status: Status) -> StatusView {
    StatusView(words: status.words, kind: Markup(status.rawValue))
  }

  /// The type of view that each page template is given, for checks before any rendering.
  static let viewTypes: [(template: String, view: any View.Type)] = [
    ("pages/layout.html.mustache", LayoutView.self),
    ("pages/index.html.mustache", IndexPageView.self),
    ("pages/role.html.mustache", RolePageView.self),
    ("pages/review.html.mustache", ReviewPageView.self),
    ("pages/reviews.html.mustache", ReviewsPageView.self),
    ("pages/model.html.mustache", ModelPageView.self),
    ("pages/year.html.mustache", ModelYearPageView.self),
    ("pages/trends.html.mustache", TrendsPageView.self),
    ("pages/report.html.mustache", ReportPageView.self),
    ("pages/revision.html.mustache", RevisionPageView.self),
    ("pages/methodology.html.mustache", MethodologyPageView.self),
    ("pages/digest.html.mustache", DigestView.self),
    ("pages/columns.html.mustache", ColumnsPageView.self),
    ("pages/search.html.mustache", SearchPageView.self),
    ("pages/pack.html.mustache", PackPageView.self),
    ("pages/audit.html.mustache", AuditPageView.self),
    ("pages/not-found.html.mustache", NotFoundPageView.self),
  ]
}
