import Assessment
import Charting
import Profiling

/// The files of one report.
struct RenderedReport {
  let markdown: String
  let page: FramedArticle
  /// Charts as files of their own, by address relative to the report.
  let charts: [(address: String, svg: String)]
}

/// A page and where its article stands.
struct FramedArticle {
  let html: String
  /// In bytes; `nil` where a template of one's own shows it not exactly once.
  let article: Range<Int>?
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
      let section = RevisionSection(
        revisions: revisions, noun: context.noun, figure: context.figure)
      markdown = BlankLines.collapsed(
        markdown + (try templates.render("reports/revisions.md.mustache", section.view)))
    }
    let page = try reportPage(
      try article(markdown, draft.figures, context, role), context, role)
    return RenderedReport(markdown: markdown, page: page, charts: draft.charts)
  }

  /// The Markdown as HTML, with the charts drawn in place and statuses given their shapes.
  private func article(
    _ markdown: String, _ figures: [RoleReport.Figure], _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> String {
    let charts = drawings(of: figures, text: markdown.utf8.count)
    do {
      return try ReportArticle(
        methodology: Address.root(from: Address.report(role, context.identity, context.period))
          + Address.methodology,
        names: context.names
      ).html(markdown, figures: charts)
    } catch {
      throw PublishingError(
        .rendering("\(error)"), place: Address.report(role, context.identity, context.period),
        advice: "Look at the Markdown of this report.")
    }
  }

  /// What stands in the page for each chart, by its address: the drawing with its numbers, or a link
  /// where the page has no room.
  private func drawings(of figures: [RoleReport.Figure], text: Int) -> [String: Figure] {
    var drawings: [String: Figure] = [:]
    var candidates: [FigureBudget.Candidate] = []
    for figure in figures where drawings[figure.address] == nil {
      let markup =
        figure.inlineChart.sentence.map { "<p>\(HTMLEscaper.text($0))</p>" }
        ?? figure.inlineChart.svg(.inline)
      let numbers = NumbersMarkup.html(figure.inlineChart.table)
      drawings[figure.address] = Figure(markup: markup, numbers: numbers)
      candidates.append(
        FigureBudget.Candidate(
          address: figure.address, rank: figure.rank,
          size: markup.utf8.count + numbers.utf8.count))
    }
    let drawn = FigureBudget.drawn(candidates, text: text)
    for figure in figures where !drawn.contains(figure.address) {
      drawings[figure.address] = Figure(
        markup: FigureBudget.link(to: figure.address, finding: figure.chart.description))
    }
    return drawings
  }

  /// An article in its page.
  ///
  /// The page is made with a mark in the place of the article, so that a long article does not pass
  /// through the templates, and its place is known when only the frame has to be made again.
  func reportPage(
    _ article: String, _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> FramedArticle {
    var page = Array(try reportFrame(Self.articleMark, context, role).utf8)
    guard let mark = Self.onlyPlace(of: Array(Self.articleMark.utf8), in: page) else {
      return FramedArticle(html: try reportFrame(article, context, role), article: nil)
    }
    page.replaceSubrange(mark, with: article.utf8)
    return FramedArticle(
      html: String(decoding: page, as: UTF8.self),
      article: mark.lowerBound..<(mark.lowerBound + article.utf8.count))
  }

  /// Where `part` stands in `bytes`; `nil` unless it stands there exactly once.
  private static func onlyPlace(of part: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    var found: Range<Int>?
    var index = 0
    while index + part.count <= bytes.count {
      let end = index + part.count
      guard bytes[index] == part[0], bytes[index..<end].elementsEqual(part) else {
        index += 1
        continue
      }
      guard found == nil else { return nil }
      found = index..<end
      index = end
    }
    return found
  }

  /// Text that no escaped value and no template holds.
  private static let articleMark = "<!-- broadsheet: the article -->"

  private func reportFrame(
    _ article: String, _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> String {
    let identity = context.identity
    let path = Address.report(role, identity, context.period) + "index.html"
    let periods = publication.models.first { $0.identity.id == identity.id }?.periods ?? []
    func link(_ neighbour: Int) -> LinkView? {
      guard periods.indices.contains(neighbour) else { return nil }
      let period = periods[neighbour].period
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
