import Assessment
import Charting
import Profiling

/// A site whose reports are written, before it is known which of them are new revisions.
package struct PreparedSite: Sendable {
  private let builder: SiteBuilder
  private let drafts: [ReportKey: ReportDraft]

  init(_ builder: SiteBuilder) throws(PublishingError) {
    self.builder = builder
    var drafts: [ReportKey: ReportDraft] = [:]
    for (index, model) in builder.publication.models.enumerated() {
      for period in model.periods.indices {
        for role in builder.publication.roles {
          let key = ReportKey(
            role: role, model: model.identity.id,
            period: model.periods[period].period.description)
          drafts[key] = try builder.draft(index, period, role)
        }
      }
    }
    self.drafts = drafts
  }

  /// What each report says.
  package var contents: [ReportKey: ReportContent] {
    drafts.mapValues { ReportContent(markdown: $0.markdown, charts: $0.charts) }
  }

  /// All files of the site.
  ///
  /// - Parameter revisions: How each report came to be; one that is missing here says nothing of
  ///   revisions.
  package func plan(
    _ revisions: [ReportKey: ReportRevisions] = [:]
  ) throws(PublishingError) -> SitePlan {
    var files = PlannedFiles()
    try addFrontPages(to: &files)
    for role in builder.publication.roles { try addNews(role, revisions, to: &files) }
    for model in builder.publication.models.indices {
      try addModel(model, revisions, to: &files)
    }
    for (name, bytes) in builder.templates.staticFiles.sorted(by: { $0.key < $1.key }) {
      // One style sheet, so that the first paint needs no other file; the site's own rules come last.
      let charts = name == "broadsheet.css" ? Array(ChartStyle.pageCSS.utf8) : []
      try files.add(charts + bytes, "assets/\(name)", from: "the static files")
    }
    if let address = builder.publication.siteAddress {
      for (name, text) in Sitemap(base: address.base).files(files.pages) {
        try files.add(text, name, from: "the sitemap")
      }
    }
    return files.plan
  }

  private func addFrontPages(
    to files: inout PlannedFiles
  ) throws(PublishingError) {
    try files.add(try builder.indexPage(), "index.html", from: "the front page")
    try files.add(try builder.methodologyPage(), Address.methodology, from: "the methodology")
    try files.add(try builder.notFoundPage(), "404.html", from: "the page for missing addresses")
    try addSearch(nil, to: &files)
    for role in builder.publication.roles {
      try addSearch(role, to: &files)
      try files.add(
        try builder.rolePage(role), Address.role(role) + "index.html",
        from: "the front page of \(role.rawValue)")
    }
  }

  /// What a reader gets without coming to the site: a feed, and a digest for e-mail.
  private func addNews(
    _ role: Role, _ revisions: [ReportKey: ReportRevisions], to files: inout PlannedFiles
  ) throws(PublishingError) {
    let feed = AtomFeed(builder: builder, role: role, revisions: revisions).text
    try files.add(feed, Address.feed(role), from: "the feed of \(role.rawValue)")
    let digest = try builder.digest(role)
    let contributor = "the digest of \(role.rawValue)"
    try files.add(digest.text, Address.digest(role, "txt"), from: contributor)
    try files.add(digest.mail, Address.digest(role, "eml"), from: contributor)
  }

  private func addSearch(_ role: Role?, to files: inout PlannedFiles) throws(PublishingError) {
    let contributor = "the search\(role.map { " of \($0.rawValue)" } ?? "")"
    try files.add(try builder.searchPage(role), Address.search(role), from: contributor)
    for file in builder.searchIndex(role).files {
      try files.add(file.text, Address.searchIndex(role) + file.name, from: contributor)
    }
  }

  private func addModel(
    _ index: Int, _ revisions: [ReportKey: ReportRevisions], to files: inout PlannedFiles
  ) throws(PublishingError) {
    let model = builder.publication.models[index]
    for role in builder.publication.roles {
      try files.add(
        try builder.modelPage(index, role), Address.model(role, model.identity) + "index.html",
        from: "the trends of \(model.identity.id) for \(role.rawValue)")
      for period in model.periods.indices {
        let key = ReportKey(
          role: role, model: model.identity.id,
          period: model.periods[period].period.description)
        try addReport(index, period, key, revisions[key], to: &files)
      }
    }
    if builder.publication.roles.contains(.compliance) { try addPacks(index, to: &files) }
    try addNumbers(model, to: &files)
  }

  private func addPacks(_ index: Int, to files: inout PlannedFiles) throws(PublishingError) {
    let model = builder.publication.models[index]
    for pack in builder.publication.packs[model.identity.id] ?? [] {
      for period in model.periods.indices {
        let folder = Address.pack(model.identity, model.periods[period].period, pack.id)
        let page = try builder.packPage(index, period, pack)
        try files.add(page.html, folder + "index.html", from: "the pack \(pack.id)")
        try files.add(page.markdown, folder + "index.md", from: "the pack \(pack.id)")
      }
    }
  }

  private func addReport(
    _ model: Int, _ period: Int, _ key: ReportKey, _ revisions: ReportRevisions?,
    to files: inout PlannedFiles
  ) throws(PublishingError) {
    guard let draft = drafts[key] else { return }
    let report = try builder.report(draft, model, period, key.role, revisions)
    let contributor = "the report \(key.folder)"
    try files.add(report.html, key.folder + "index.html", from: contributor)
    try files.add(report.markdown, key.folder + "index.md", from: contributor)
    for chart in report.charts {
      try files.add(chart.svg, key.folder + chart.address, from: contributor)
    }
    guard let all = revisions?.all else { return }
    var charts: Set<String> = []
    for (revision, next) in zip(all, all.dropFirst()) {
      guard let archive = revision.archive else { continue }
      let folder = key.folder + RevisionSection.folder(revision.number)
      try files.add(
        try builder.revisionPage(
          revision, archive, replaced: next, builder.context(model, period), key.role),
        folder + "index.html", from: contributor)
      try files.add(archive.markdown, folder + "index.md", from: contributor)
      for chart in archive.charts.values {
        let address = SiteBuilder.chartAddress(digest: chart.digest)
        guard charts.insert(address).inserted else { continue }
        try files.add(chart.bytes, key.folder + address, from: contributor)
      }
    }
  }

  private func addNumbers(
    _ model: ModelRecord, to files: inout PlannedFiles
  ) throws(PublishingError) {
    for record in model.periods {
      let rows = record.arms.flatMap {
        model.rows(of: $0, period: record.period)
      }
      try add(rows, Address.data(model.identity, record.period), to: &files)
    }
    let reference = model.references.flatMap {
      model.rows(of: $0, period: nil)
    }
    if !reference.isEmpty {
      try add(reference, "data/\(model.identity.id)/reference/", to: &files)
    }
  }

  private func add(
    _ rows: [MetricRow], _ folder: String, to files: inout PlannedFiles
  ) throws(PublishingError) {
    try files.add(
      MetricExport.text(of: rows, format: .csv), folder + "metrics.csv", from: "the numbers")
    try files.add(
      MetricExport.text(of: rows, format: .json), folder + "metrics.json", from: "the numbers")
  }
}
