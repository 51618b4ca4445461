import Assessment
import Charting
package import Profiling

/// A site whose templates and models were checked; making it decides page by page what is new.
package struct PreparedSite: Sendable {
  /// Decides how reports of one model came to be, from what those that were made say.
  package typealias Reviser = (
    _ model: String, _ contents: [ReportKey: ReportContent]
  ) throws -> [ReportKey: ReportRevisions]

  private let builder: SiteBuilder
  private let kinds: PageKinds?
  private let former: any FormerPages
  private let stage: SiteStage?
  private let threadCount: Int

  init(
    _ builder: SiteBuilder, former: any FormerPages, stage: SiteStage? = nil, threadCount: Int
  ) {
    self.stage = stage
    self.builder = builder
    kinds = PageKinds(builder, fingerprint: former.fingerprint)
    self.former = former
    self.threadCount = threadCount
  }

  /// All files of the site, model after model.
  ///
  /// - Parameters:
  ///   - lastChange: When a report was changed after it had been published first, as far as it is on
  ///     record; of the reports that are made now `revising` knows better. Asked of few.
  ///   - revising: Called for the reports of a few periods of a model at a time; a report without an
  ///   answer says nothing of revisions.
  package func plan(
    lastChange: (ReportKey) throws -> Day? = { _ in nil }, revising: Reviser = { _, _ in [:] }
  ) throws -> SitePlan {
    var files = PlannedFiles()
    try addFrontPages(to: &files)
    var changes: [ReportKey: Day?] = [:]
    for model in builder.publication.models.indices {
      for (key, revisions) in try addModel(model, revising, to: &files) {
        changes[key] = .some(revisions.lastChange)
      }
    }
    // Earlier revisions are known by their pages, those that were taken over included.
    let revisions = RevisionSection.numbers(in: files.pages)
    for role in [nil] + builder.publication.roles.map(Role?.some) {
      try addSearch(role, revisions, to: &files)
    }
    for role in builder.publication.roles {
      var known: [ReportKey: Day] = [:]
      for key in AtomFeed(builder: builder, role: role, changes: [:]).reports {
        known[key] = try changes[key] ?? lastChange(key)
      }
      try addNews(role, known, to: &files)
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

  private func addFrontPages(to files: inout PlannedFiles) throws {
    try files.add(try builder.indexPage(), "index.html", from: "the front page")
    try files.add(try builder.methodologyPage(), Address.methodology, from: "the methodology")
    try files.add(try builder.notFoundPage(), "404.html", from: "the page for missing addresses")
    let calendar = ReviewCalendar(builder.publication.models)
    for role in builder.publication.roles {
      try files.add(
        try builder.rolePage(role, calendar), Address.role(role) + "index.html",
        from: "the front page of \(role.rawValue)")
      try addReviews(calendar, role, to: &files)
    }
  }

  private func addReviews(
    _ calendar: ReviewCalendar, _ role: Role, to files: inout PlannedFiles
  ) throws {
    let units = ReviewUnits(builder: builder, kinds: kinds, calendar: calendar, role: role)
    try files.add(
      try builder.reviewsPage(calendar, role), Address.reviews(role) + "index.html",
      from: units.contributor)
    try add(units.all, to: &files)
  }

  /// What a reader gets without coming to the site: a feed, and a digest for e-mail.
  private func addNews(
    _ role: Role, _ changes: [ReportKey: Day], to files: inout PlannedFiles
  ) throws(PublishingError) {
    let feed = AtomFeed(builder: builder, role: role, changes: changes).text
    try files.add(feed, Address.feed(role), from: "the feed of \(role.rawValue)")
    let digest = try builder.digest(role)
    let contributor = "the digest of \(role.rawValue)"
    try files.add(digest.text, Address.digest(role, "txt"), from: contributor)
    try files.add(digest.mail, Address.digest(role, "eml"), from: contributor)
  }

  private func addSearch(
    _ role: Role?, _ revisions: [String: [Int]], to files: inout PlannedFiles
  ) throws(PublishingError) {
    let contributor = "the search\(role.map { " of \($0.rawValue)" } ?? "")"
    for page in try builder.searchPages(role) {
      try files.add(page.html, page.path, from: contributor)
    }
    for file in builder.searchIndex(role, revisions: revisions).files {
      try files.add(file.text, Address.searchIndex(role) + file.name, from: contributor)
    }
  }

  private func addModel(
    _ index: Int, _ revising: Reviser, to files: inout PlannedFiles
  ) throws -> [ReportKey: ReportRevisions] {
    let reports = ReportUnits(builder: builder, kinds: kinds, former: former, model: index)
    var all: [ReportKey: ReportRevisions] = [:]
    for part in reports.parts {
      let drafts = try ParallelMap.results(
        of: part.filter { $0.former == nil }, threadCount: threadCount
      ) { place throws(PublishingError) in (place.key, try reports.draft(place)) }
      let written = Dictionary(uniqueKeysWithValues: drafts)
      let revisions = try revising(
        builder.publication.models[index].identity.id,
        written.mapValues { ReportContent(markdown: $0.markdown, charts: $0.charts) })
      try add(reports.units(part, written, revisions), to: &files)
      all.merge(revisions) { one, _ in one }
    }
    try add(ModelUnits(builder, kinds, index).all, to: &files)
    return all
  }

  /// Takes over the units that nothing has changed for, and makes the others.
  ///
  /// - Throws: `PublishingError`, and `SiteError` when the stage cannot be written.
  private func add(_ units: [PageUnit], to files: inout PlannedFiles) throws {
    let fingerprints = units.map { $0.dependencies.map(former.fingerprint) }
    let known = zip(units, fingerprints).map { unit, fingerprint -> FormerUnit? in
      guard let fingerprint, let known = former.unit(unit.name), known.whole == fingerprint else {
        return nil
      }
      return known
    }
    let made = try ParallelMap.results(
      of: zip(units, known).filter { $0.1 == nil }.map(\.0), threadCount: threadCount
    ) { [stage] unit throws(any Error) in
      var product = try unit.make()
      let files = try product.files.map { try Self.made($0, stage) }
      product.files = []
      return (product: product, files: files)
    }
    var products = made.makeIterator()
    for (index, unit) in units.enumerated() {
      if let known = known[index] {
        try files.keep(unit, known)
      } else if let (product, made) = products.next() {
        try files.add(
          unit, made, product, whole: fingerprints[index],
          article: unit.articleDependencies.map(former.fingerprint))
      }
    }
  }

  private static func made(_ file: PageFile, _ stage: SiteStage?) throws -> MadeFile {
    let path: SitePath
    do throws(SiteError) {
      path = try SitePath(file.path)
    } catch {
      throw PublishingError(.plan("\(error)"), place: file.path, advice: error.advice)
    }
    guard let stage else {
      return MadeFile(path: path, content: .bytes(file.bytes), sha256: nil)
    }
    return try stage.put(file.bytes, at: path)
  }
}
