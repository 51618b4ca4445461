import Assessment
import Profiling

/// The reports of one model as units: which must be written, which only put into a new frame.
struct ReportUnits: Sendable {
  /// One report.
  struct Place: Sendable {
    let key: ReportKey
    let period: Int
    /// What it says rests on; `nil` when that is not known.
    let article: PageDependencies?
    /// What was published of it, if what it says is still the same.
    let former: FormerUnit?
  }

  private let builder: SiteBuilder
  private let kinds: PageKinds?
  private let former: any FormerPages
  private let model: Int
  private let places: [Place]

  init(builder: SiteBuilder, kinds: PageKinds?, former: any FormerPages, model: Int) {
    self.builder = builder
    self.kinds = kinds
    self.former = former
    self.model = model
    let record = builder.publication.models[model]
    places = builder.publication.roles.flatMap { role in
      record.periods.indices.map { period in
        let key = ReportKey(
          role: role, model: record.identity.id,
          period: record.periods[period].period.description)
        let article = kinds?.article(model, period, role)
        let known = article.flatMap { article in
          former.unit(key.folder).flatMap {
            $0.article == former.fingerprint(of: article) && $0.articleRange != nil ? $0 : nil
          }
        }
        return Place(key: key, period: period, article: article, former: known)
      }
    }
  }

  /// Reports that are made at a time, so that no more have to be held in memory.
  private static let partSize = 96

  /// The reports in parts of whole periods: those of one period are compared with the same figures.
  var parts: [[Place]] {
    var parts: [[Place]] = []
    let byPeriod = Dictionary(grouping: places, by: \.period)
    for (_, reports) in (byPeriod.sorted { $0.key < $1.key }) {
      if let last = parts.last, last.count + reports.count <= Self.partSize {
        parts[parts.count - 1] += reports
      } else {
        parts.append(reports)
      }
    }
    return parts
  }

  func draft(_ place: Place) throws(PublishingError) -> ReportDraft {
    try builder.draft(model, place.period, place.key.role)
  }

  /// Some reports of the model.
  ///
  /// - Parameter drafts: What the changed ones say.
  func units(
    _ places: [Place],
    _ drafts: [ReportKey: ReportDraft], _ revisions: [ReportKey: ReportRevisions]
  ) -> [PageUnit] {
    places.map { place in
      let dependencies = place.article.flatMap { article in
        kinds?.page(model, place.period, place.key.role, article: article)
      }
      let contributor = "the report \(place.key.folder)"
      if let draft = drafts[place.key] {
        let revisions = revisions[place.key]
        return PageUnit(
          place.key.folder, from: contributor, dependencies: dependencies, article: place.article
        ) { [self] () throws(PublishingError) in
          try files(of: draft, place, revisions)
        }
      }
      return PageUnit(
        place.key.folder, from: contributor, dependencies: dependencies, article: place.article
      ) { [self] () throws(PublishingError) in
        guard let known = place.former else { return PageUnit.Product(files: []) }
        return try reframed(place, known)
      }
    }
  }

  /// The files of a report, and those of its earlier revisions.
  private func files(
    of draft: ReportDraft, _ place: Place, _ revisions: ReportRevisions?
  ) throws(PublishingError) -> PageUnit.Product {
    let folder = place.key.folder
    let report = try builder.report(draft, model, place.period, place.key.role, revisions)
    var files = [
      PageFile(folder + "index.html", report.page.html),
      PageFile(folder + "index.md", report.markdown),
    ]
    files += report.charts.map { PageFile(folder + $0.address, $0.svg) }
    var charts: Set<String> = []
    let all = revisions?.all ?? []
    for (revision, next) in zip(all, all.dropFirst()) {
      guard let archive = revision.archive else { continue }
      let kept = folder + RevisionSection.folder(revision.number)
      files.append(
        PageFile(
          kept + "index.html",
          try builder.revisionPage(
            revision, archive, replaced: next, builder.context(model, place.period),
            place.key.role)))
      files.append(PageFile(kept + "index.md", archive.markdown))
      for chart in archive.charts.values.sorted(by: { $0.digest < $1.digest }) {
        let address = SiteBuilder.chartAddress(digest: chart.digest)
        guard charts.insert(address).inserted else { continue }
        files.append(PageFile(folder + address, chart.bytes))
      }
    }
    return PageUnit.Product(files: files, articleRange: report.page.article)
  }

  /// A report that says what it said before, with other pages before or after it. All that depends on
  /// these is the page; its article is taken from the page as it was published.
  private func reframed(
    _ place: Place, _ known: FormerUnit
  ) throws(PublishingError) -> PageUnit.Product {
    let path = place.key.folder + "index.html"
    let page = known.files.first { $0.path.description == path }
    let bytes: [UInt8]?
    do {
      bytes = try page.flatMap { page throws(SiteError) in try former.bytes(of: page) }
    } catch {
      throw PublishingError(.plan("\(error)"), place: path, advice: error.advice)
    }
    guard let bytes, let range = known.articleRange, range.upperBound <= bytes.count,
      let article = String(validating: bytes[range], as: UTF8.self)
    else {
      throw PublishingError(
        .plan("the page is not as it was published"), place: path,
        advice: "Publish with '--full', which makes every page again.")
    }
    let framed = try builder.reportPage(
      article, builder.context(model, place.period), place.key.role)
    return PageUnit.Product(
      files: [PageFile(path, framed.html)], kept: known.files.filter { $0 != page },
      articleRange: framed.article)
  }
}
