import Assessment
import Charting
import Profiling

/// The files of one report.
struct RenderedReport {
  let markdown: String
  let html: String
  /// Charts as files of their own, by address relative to the report.
  let charts: [(address: String, svg: String)]
}

/// A report that is written, and not yet in its page.
struct ReportDraft: Sendable {
  let markdown: String
  let figures: [RoleReport.Figure]
  /// The charts as files of their own, by address relative to the report.
  let charts: [(address: String, svg: String)]
}

extension SiteBuilder {
  /// What a report says of one model and period for one reader.
  func draft(_ index: Int, _ period: Int, _ role: Role) throws(PublishingError) -> ReportDraft {
    let context = context(index, period)
    let builder = ReportBuilder(
      context: context,
      portfolio: Portfolio(models: publication.models, end: context.period.end),
      programVersion: publication.programVersion)
    let report = builder.report(for: role)
    return ReportDraft(
      markdown: BlankLines.collapsed(try templates.render(report.template, report.view)),
      figures: report.figures,
      charts: report.figures.map { ($0.address, $0.chart.svg(.standalone)) })
  }

  /// The files of a report.
  ///
  /// - Parameter revisions: Told at the end of the report; `nil` says nothing of them.
  func report(
    _ draft: ReportDraft, _ index: Int, _ period: Int, _ role: Role, _ revisions: ReportRevisions?
  ) throws(PublishingError) -> RenderedReport {
    let context = context(index, period)
    var markdown = draft.markdown
    if let revisions {
      let section = RevisionSection(revisions: revisions, noun: context.noun)
      markdown = BlankLines.collapsed(
        markdown + (try templates.render("reports/revisions.md.mustache", section.view)))
    }
    let html = try reportPage(
      try article(markdown, draft.figures, context, role), context, role)
    return RenderedReport(markdown: markdown, html: html, charts: draft.charts)
  }

  /// The Markdown as HTML, with the charts drawn in place and statuses given their shapes.
  private func article(
    _ markdown: String, _ figures: [RoleReport.Figure], _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> String {
    let charts = Dictionary(
      figures.map { ($0.address, $0.inlineChart) }, uniquingKeysWith: { first, _ in first })
    do {
      let rendered = try MarkdownRenderer(
        reservedAnchors: ["content", "navigation"], anchors: .sectionsAndFigures,
        glossary: GlossaryLinks(
          page: Address.root(from: Address.report(role, context.identity, context.period))
            + Address.methodology,
          exceptions: context.names)
      ).render(
        markdown,
        figures: { address, _ in
          charts[address].map {
            Figure(markup: $0.svg(.inline), numbers: NumbersMarkup.html($0.table))
          }
        })
      return StatusMarkup.decorated(rendered.html)
    } catch {
      throw PublishingError(
        .rendering("\(error)"), place: Address.report(role, context.identity, context.period),
        advice: "Look at the Markdown of this report.")
    }
  }

  private func reportPage(
    _ article: String, _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> String {
    let identity = context.identity
    let path = Address.report(role, identity, context.period) + "index.html"
    func link(_ neighbour: Int) -> LinkView? {
      guard context.model.periods.indices.contains(neighbour) else { return nil }
      let period = context.model.periods[neighbour].period
      return LinkView(title: period.title, address: Markup("../\(period)/index.html"))
    }
    let view = ReportPageView(
      role: role.title, period: context.period.title,
      status: Self.status(context.record.status), previous: link(context.index - 1),
      next: link(context.index + 1), trends: Markup("../index.html"), article: Markup(article))
    return try page(
      path, title: "\(identity.title), \(context.period.name), \(role.title.loweredFirst)",
      description: ReportStory(context: context, role: role).answer, role: role,
      crumbs: [
        ("All models", "index.html"), (role.title, Address.role(role) + "index.html"),
        (identity.title, Address.model(role, identity) + "index.html"),
        (context.period.title, nil),
      ],
      content: try templates.render("pages/report.html.mustache", view))
  }
}
