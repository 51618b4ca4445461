import Assessment
import Charting
import Profiling

extension SiteBuilder {
  /// The front page: every model with its standing, key numbers and what changed.
  func indexPage() throws(PublishingError) -> String {
    let summary = standing
    let cards = publication.models.indices.map(card)
    let view = IndexPageView(
      title: publication.title, summary: summary, models: cards)
    return try page(
      "index.html", title: publication.title, description: summary, role: nil, crumbs: [],
      content: try templates.render("pages/index.html.mustache", view))
  }

  /// How many models stand how, in one sentence.
  var standing: String {
    let statuses = publication.models.map { $0.periods.last?.status ?? .missing }
    guard !statuses.isEmpty else { return "No model is configured yet." }
    let counts = Status.allCases.sorted { $0.severity > $1.severity }.compactMap { status in
      let count = statuses.count { $0 == status }
      return count > 0 ? "\(count) \(status.words)" : nil
    }
    return "\(Plural.count(statuses.count, "model")): \(Plural.list(counts))."
  }

  private func card(_ index: Int) -> ModelCardView {
    let model = publication.models[index]
    let identity = model.identity
    guard let last = model.periods.indices.last else {
      return ModelCardView(
        id: Markup(identity.id), title: identity.title, status: Self.status(.missing),
        period: "no period yet", owner: identity.owner,
        sentence: "Nothing has been read for \(identity.title) yet.", figures: [], changes: [],
        links: [])
    }
    let context = context(index, last)
    let promotions = context.record.promotions.map {
      PromotionSentences(promotion: $0, metric: context.history.primary).all.first ?? ""
    }.filter { !$0.isEmpty }
    return ModelCardView(
      id: Markup(identity.id), title: identity.title, status: Self.status(context.record.status),
      period: context.period.title, owner: identity.owner,
      sentence: ReportStory(context: context, role: nil).answer,
      figures: KeyFigures(context: context).views,
      changes: promotions + ChangeSentences(context: context).all.prefix(3),
      links: publication.roles.map {
        ReportLinkView(
          title: $0.title, model: identity.title,
          address: Markup(Address.report($0, identity, context.period) + "index.html"))
      })
  }
}

/// The key numbers of a model with their histories.
struct KeyFigures {
  let context: ReportContext

  /// Three performance measures at most, and the volume.
  var views: [KeyFigureView] {
    let metrics = Array(context.history.measured.prefix(3)) + [.rowCount]
    let start = max(0, context.index + 1 - FigureBuilder.reach)
    return metrics.map { metric in
      let key = MetricKey(metric)
      let id = FigureBuilder.identifier("spark-\(context.identity.id)", key)
      let sparkline = TrendFigure(
        model: context.model, key: key, range: start..<context.index + 1
      ).sparkline(id: id)
      let value = context.leading?[key]
      return KeyFigureView(
        title: metric.definition.title,
        value: context.figure?.short(value) ?? "no data",
        note: note(value),
        sparkline: sparkline.map { Markup($0.svg(.inline)) })
    }
  }

  /// The interval, and that labels are still to come where they are.
  private func note(_ value: MetricValue?) -> String? {
    let isProvisional =
      value.flatMap { context.leading?.maturity(of: $0.key) }?.state == .provisional
    let parts = [
      context.figure?.interval(value),
      isProvisional ? Maturity.State.provisional.rawValue : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
