import Assessment
import Profiling

extension SiteBuilder {
  /// What a review meeting has to decide, for one reader: what is asked about each model, the
  /// actions that are open, and what was decided last time.
  ///
  /// - Parameter place: Position among the periods of the calendar.
  func reviewPage(
    _ calendar: ReviewCalendar, _ place: Int, _ role: Role
  ) throws(PublishingError) -> String {
    let period = calendar.periods[place]
    let review = Review(builder: self, calendar: calendar, period: period, role: role)
    let view = review.view(
      previous: place > 0 ? calendar.periods[place - 1] : nil,
      next: place + 1 < calendar.periods.count ? calendar.periods[place + 1] : nil)
    return try page(
      Address.review(role, period) + "index.html",
      title: "\(view.title), \(role.title.loweredFirst)", description: view.introduction,
      role: role,
      crumbs: [
        ("All models", "index.html"), (role.title, Address.role(role) + "index.html"),
        ("Reviews", Address.reviews(role) + "index.html"), (period.title, nil),
      ],
      content: try templates.render("pages/review.html.mustache", view))
  }
}

/// One review meeting for one reader.
private struct Review {
  let builder: SiteBuilder
  let period: Period
  let role: Role
  private let contexts: [ReportContext]

  init(builder: SiteBuilder, calendar: ReviewCalendar, period: Period, role: Role) {
    self.builder = builder
    self.period = period
    self.role = role
    contexts = calendar.entries(of: period).map { builder.context($0.model, $0.period) }
  }

  func view(previous: Period?, next: Period?) -> ReviewPageView {
    let told = contexts.map { (context: $0, story: ReportStory(context: $0, role: role)) }
    let asking = told.filter { !$0.story.requests.isEmpty }.enumerated().sorted { one, other in
      let left = (-one.element.context.record.status.severity, one.offset)
      let right = (-other.element.context.record.status.severity, other.offset)
      return left < right
    }.map(\.element)
    let quiet = told.filter { $0.story.requests.isEmpty }.map(\.context)
    let actions = actionTable
    return ReviewPageView(
      title: "Review of \(period.name)",
      introduction: introduction(asking: asking.count, actions: actions?.rows.count ?? 0),
      previous: previous.map { LinkView(title: $0.title, address: Markup("../\($0)/index.html")) },
      next: next.map { LinkView(title: $0.title, address: Markup("../\($0)/index.html")) },
      asking: asking.map { model($0.context, $0.story) }, actions: actions,
      decisions: decisions, hasQuiet: !quiet.isEmpty, quiet: quiet.map(line))
  }

  private func introduction(asking: Int, actions: Int) -> String {
    let count = Plural.count(contexts.count, "report")
    let asked =
      asking == 0
      ? "nothing is asked of \(role.readers)"
      : "\(NumberText.grouped(asking)) \(asking == 1 ? "asks" : "ask") something of \(role.readers)"
    let open =
      actions == 0
      ? "no action is open"
      : "\(Plural.count(actions, "action")) \(actions == 1 ? "is" : "are") open"
    return "\(period.dates.capitalizedFirst): \(count); \(asked), and \(open)."
  }

  private func model(_ context: ReportContext, _ story: ReportStory) -> ReviewModelView {
    ReviewModelView(
      title: context.identity.title, period: context.period.name, report: address(context),
      status: SiteBuilder.status(context.record.status), answer: story.answer,
      change: Array(story.change.prefix(2)), asks: story.requests)
  }

  private func line(_ context: ReportContext) -> CompactLineView {
    CompactLineView(
      title: context.identity.title, address: address(context),
      status: SiteBuilder.status(context.record.status),
      words: StandingCount(context: context).words)
  }

  private func address(_ context: ReportContext) -> Markup {
    Markup("../../\(context.identity.id)/\(context.period)/index.html")
  }

  // MARK: - What people put on record

  private var actionTable: TableView? {
    let standings = contexts.flatMap { context in
      ActionSentences(context: context, role: role).standings.map { (context, $0) }
    }.enumerated().sorted { one, other in
      (one.element.1.action.due, one.offset) < (other.element.1.action.due, other.offset)
    }.map(\.element)
    return TableView(
      [.text("Action"), .text("Model"), .text("Owner"), .text("Due"), .text("State")],
      standings.map { context, standing in
        [
          PeopleBuilder.title(of: standing.comment), context.identity.title,
          standing.action.owner, standing.action.due.words,
          standing.daysOverdue > 0
            ? "overdue by \(Plural.count(standing.daysOverdue, "day"))" : "open",
        ]
      })
  }

  /// Of the period before, then of this one.
  private var decisions: [DecisionView] {
    func list(_ period: KeyPath<ReportContext, Period?>) -> [DecisionView] {
      contexts.flatMap { context -> [DecisionView] in
        guard let period = context[keyPath: period] else { return [] }
        return context.history.comments.decisions(for: role, in: period).map { decision in
          DecisionView(
            words: PeopleBuilder.title(of: decision),
            model: context.identity.title, period: period.name,
            facts: "\(decision.author), \(decision.date.words)",
            address: Markup("../../\(context.identity.id)/\(period)/index.html"))
        }
      }
    }
    return list(\.periodBefore) + list(\.periodHere)
  }
}

extension ReportContext {
  fileprivate var periodBefore: Period? { previous?.period }
  fileprivate var periodHere: Period? { period }
}
