import Assessment
import Charting
import Profiling

extension SiteBuilder {
  /// Up to so many models are shown as cards; of more, those that need attention.
  private static let cardLimit = 12

  /// The front page: every model by its standing, with key numbers, what changed and what is open.
  func indexPage() throws(PublishingError) -> String {
    let summary = standing
    let view = IndexPageView(title: publication.title, summary: summary, groups: groups)
    return try page(
      "index.html", title: publication.title, description: summary, role: nil, crumbs: [],
      content: try templates.render("pages/index.html.mustache", view))
  }

  /// How many models stand how, in one sentence.
  var standing: String {
    let statuses = publication.models.map { $0.periods.last?.status ?? .missing }
    guard !statuses.isEmpty else { return "No model is configured yet." }
    let counts = Status.bySeverity.compactMap { status in
      let count = statuses.count { $0 == status }
      return count > 0 ? status.counted(count) : nil
    }
    return "\(Plural.count(statuses.count, "model")): \(Plural.list(counts))."
  }

  /// The most pressing standing first; within one the order of the configuration.
  private var groups: [IndexGroupView] {
    var room = Self.cardLimit
    let isSmall = publication.models.count <= Self.cardLimit
    return Status.bySeverity.compactMap { status in
      let models = publication.models.indices.filter {
        (publication.models[$0].periods.last?.status ?? .missing) == status
      }
      guard !models.isEmpty else { return nil }
      // What is as it should be needs no card among many.
      let count = isSmall ? models.count : status.needsAttention ? min(room, models.count) : 0
      room -= count
      let rows = models.dropFirst(count).map(row)
      return IndexGroupView(
        id: Markup("standing-\(status.rawValue)"),
        title: "\(status.words(of: models.count).capitalizedFirst): "
          + Plural.count(models.count, "model"),
        hasCards: count > 0, cards: models.prefix(count).map(card), hasRows: !rows.isEmpty,
        rows: rows)
    }
  }

  private func card(_ index: Int) -> ModelCardView {
    let model = publication.models[index]
    let identity = model.identity
    guard let last = model.periods.indices.last else {
      return ModelCardView(
        id: Markup(identity.id), title: identity.title, status: Self.status(.missing),
        period: "no period yet", owner: identity.owner,
        sentence: "Nothing has been read for \(identity.title) yet.", figures: [], changes: [],
        open: nil, links: [])
    }
    let context = context(index, last)
    let promotions = context.record.promotions.map {
      PromotionSentences(promotion: $0, metric: context.history.primary).all.first ?? ""
    }.filter { !$0.isEmpty }
    let story = ReportStory(context: context, role: nil)
    return ModelCardView(
      id: Markup(identity.id), title: identity.title, status: Self.status(context.record.status),
      period: context.period.title, owner: identity.owner, sentence: story.answer,
      figures: KeyFigures(context: context).views, changes: promotions + story.change.prefix(3),
      open: OpenIncidents(context: context).sentence, links: links(context))
  }

  private func row(_ index: Int) -> ModelRowView {
    let model = publication.models[index]
    let identity = model.identity
    guard let last = model.periods.indices.last else {
      return ModelRowView(
        id: Markup(identity.id), title: identity.title, status: Self.status(.missing),
        period: "no period yet",
        owner: identity.owner, figure: nil, news: nil, links: [])
    }
    let context = context(index, last)
    let change = ChangeSentences(context: context)
    let news =
      [change.hasNews ? change.all.first : nil, OpenIncidents(context: context).sentence]
      .compactMap { $0 }
    return ModelRowView(
      id: Markup(identity.id), title: identity.title, status: Self.status(context.record.status),
      period: context.period.title, owner: identity.owner,
      // Among many a line for what is as it should be would only make the page heavy.
      figure: context.record.status.needsAttention
        ? KeyFigures(context: context).primary : KeyFigures(context: context).primaryNumber,
      news: news.isEmpty ? nil : news.joined(separator: " "), links: links(context))
  }

  private func links(_ context: ReportContext) -> [ReportLinkView] {
    publication.roles.map {
      ReportLinkView(
        title: $0.title, model: context.identity.title,
        address: Markup(Address.report($0, context.identity, context.period) + "index.html"))
    }
  }
}

extension Status {
  /// The most pressing first.
  static let bySeverity = allCases.sorted { $0.severity > $1.severity }

  /// True for what somebody should look at first.
  var needsAttention: Bool { self == .breach || self == .watch || self == .missing }
}

/// The key numbers of a model with their histories.
struct KeyFigures {
  let context: ReportContext

  /// Three performance measures at most, and the volume.
  var views: [KeyFigureView] {
    (Array(context.history.measured.prefix(3)) + [.rowCount]).map(view)
  }

  /// The one that stands for the model.
  var primary: KeyFigureView { view(context.history.primary ?? .rowCount, as: .word) }

  /// The same without its history.
  var primaryNumber: KeyFigureView { view(context.history.primary ?? .rowCount, as: nil) }

  private func view(_ metric: Metric) -> KeyFigureView { view(metric, as: .inline) }

  /// - Parameter rendering: How its history is drawn; `nil` for none.
  private func view(_ metric: Metric, as rendering: ChartRendering?) -> KeyFigureView {
    let value = context.record.served(MetricKey(metric))
    let isKnown = value?.estimate.value != nil
    let text = context.figure?.short(value) ?? "no data"
    return KeyFigureView(
      title: context.identity.title(of: metric), value: isKnown ? text : "–",
      note: isKnown ? note(value) : text,
      sparkline: rendering.flatMap { history(of: metric, as: $0) })
  }

  private func history(of metric: Metric, as rendering: ChartRendering) -> Markup? {
    // A line of many is a hint; that of a card shows as much as a report does.
    let reach = rendering == .word ? 13 : FigureBuilder.reach
    let start = max(0, context.index + 1 - reach)
    let key = MetricKey(metric)
    return TrendFigure(model: context.model, key: key, range: start..<context.index + 1)
      .sparkline(id: FigureBuilder.identifier("spark-\(context.identity.id)", key))
      .map { Markup($0.svg(rendering)) }
  }

  /// The interval, and that labels are still to come where they are.
  private func note(_ value: MetricValue?) -> String? {
    let isProvisional =
      value.flatMap { context.leading?.maturity(of: $0.key) }?.state == .provisional
    let parts = [
      context.figure?.interval(value).map { "95 % interval \($0)" },
      isProvisional ? Maturity.State.provisional.rawValue : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
