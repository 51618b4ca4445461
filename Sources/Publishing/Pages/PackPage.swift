import Assessment
import Profiling

extension SiteBuilder {
  /// The page of one compliance pack, and the Markdown that it was rendered from.
  func packPage(
    _ index: Int, _ period: Int, _ pack: CompliancePack
  ) throws(PublishingError) -> (markdown: String, html: String) {
    let context = context(index, period)
    let view = PackBuilder(
      context: context, pack: pack, programVersion: publication.programVersion,
      today: publication.today
    ).view
    let markdown = BlankLines.collapsed(try templates.render(pack.templateName, view))
    let folder = Address.pack(context.identity, context.period, pack.id)
    let article: String
    do {
      article = try MarkdownRenderer(
        reservedAnchors: ["content", "navigation"], anchors: .sectionsAndFigures,
        tables: .described
      ).render(markdown).html
    } catch {
      throw PublishingError(
        .rendering("\(error)"), place: folder, advice: "Look at the template of the pack.")
    }
    let content = try templates.render(
      "pages/pack.html.mustache",
      PackPageView(
        role: Role.compliance.title, period: context.period.title,
        report: Markup(PackEvidence.report), article: Markup(StatusMarkup.decorated(article))))
    let report = Address.report(.compliance, context.identity, context.period)
    let html = try page(
      folder + "index.html",
      title: "\(pack.title): \(context.identity.title), \(context.period.name)",
      description: "\(pack.rule): what the record of the period holds for it.", role: .compliance,
      crumbs: [
        ("All models", "index.html"),
        (Role.compliance.title, Address.role(.compliance) + "index.html"),
        (context.identity.title, Address.model(.compliance, context.identity) + "index.html"),
        (context.period.title, report + "index.html"), (pack.title, nil),
      ],
      content: content)
    return (markdown, html)
  }
}
