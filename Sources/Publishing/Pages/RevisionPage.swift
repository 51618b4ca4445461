import Assessment

extension SiteBuilder {
  /// The page of an earlier state of a report: its own Markdown in the frame of the site as it is now.
  func revisionPage(
    _ revision: ReportRevisions.Revision, _ archive: ReportRevisions.Archive,
    replaced: ReportRevisions.Revision, _ context: ReportContext, _ role: Role
  ) throws(PublishingError) -> String {
    let identity = context.identity
    let path =
      Address.report(role, identity, context.period) + RevisionSection.folder(revision.number)
      + "index.html"
    let article: String
    do {
      article = StatusMarkup.decorated(
        try MarkdownRenderer(reservedAnchors: ["content", "navigation"]).render(
          String(decoding: archive.markdown, as: UTF8.self),
          rewritingLinks: { Self.moved($0, archive) }
        ).html)
    } catch {
      throw PublishingError(
        .rendering("\(error)"), place: path, advice: "Look at the Markdown of this revision.")
    }
    let name = "Revision \(revision.number)"
    let view = RevisionPageView(
      role: role.title, period: context.period.title, name: name,
      note: "This is the report as it was published on \(revision.updated.words). "
        + "Revision \(replaced.number) took its place on \(replaced.published.words).",
      current: Markup("../../index.html"), article: Markup(article))
    return try page(
      path,
      title: "\(name) of \(identity.title), \(context.period.name), \(role.title.loweredFirst)",
      description: "An earlier state of a report, kept as it was published.", role: role,
      crumbs: [
        ("All models", "index.html"), (role.title, Address.role(role) + "index.html"),
        (identity.title, Address.model(role, identity) + "index.html"),
        (context.period.title, Address.report(role, identity, context.period) + "index.html"),
        (name, nil),
      ],
      content: try templates.render("pages/revision.html.mustache", view))
  }

  /// The address of a kept chart, relative to the report; equal charts of several revisions are one
  /// file.
  static func chartAddress(digest: String) -> String {
    "revisions/charts/\(digest.prefix(16)).svg"
  }

  /// A link of the report as seen from the folder of a revision, two levels further down.
  private static func moved(
    _ destination: String, _ archive: ReportRevisions.Archive
  ) -> String {
    if let chart = archive.charts[destination] {
      return "../../" + chartAddress(digest: chart.digest)
    }
    let isRelative =
      !destination.isEmpty && !destination.hasPrefix("#") && !destination.hasPrefix("/")
      && LinkSafety.scheme(of: destination) == nil
    return isRelative ? "../../" + destination : destination
  }
}
