package import Assessment
import Foundation
package import History
import Profiling
package import Publishing

/// Whether pages of the last publication may be taken over.
package enum PublicationExtent: Sendable {
  /// Only what changed is made.
  case whatChanged
  /// Every page is made, and every file compared with what lies in the folder.
  case everything
}

/// Writes the site of one edition from the records of its models.
package struct SitePublication {
  private let configuration: Configuration
  private let edition: Configuration.Edition
  private let store: HistoryStore
  private let programVersion: String
  private let time: PublicationTime
  private let key: SigningKey?

  /// - Parameters:
  ///   - time: When this publication takes place, as its manifest says it.
  ///   - key: Signs the manifest; `nil` for no signature.
  package init(
    configuration: Configuration, edition: Configuration.Edition, store: HistoryStore,
    programVersion: String, time: PublicationTime, key: SigningKey? = nil
  ) {
    self.configuration = configuration
    self.edition = edition
    self.store = store
    self.programVersion = programVersion
    self.time = time
    self.key = key
  }

  /// Plans the site, puts it in the place of the old one, and keeps its manifest.
  ///
  /// Pages that would be what they are already are taken over. When the folder turns out not to hold
  /// what was published, everything is made again.
  ///
  /// - Parameters:
  ///   - records: The records of all models; the edition takes what is meant for it.
  ///   - extent: Whether pages of the last publication may be taken over.
  ///   - keeping: Keeps what else is to be kept of a publication that has succeeded. Called before the
  ///     history says that the pages are those of the new site: should the run end in between, the
  ///     next one makes everything again and finds what was kept.
  /// - Throws: `PublishingError` for a fault in a template; `SiteError` when the folder cannot be
  ///   written. The old site then stays as it was.
  package func publish(
    _ records: [ModelRecord], extent: PublicationExtent = .whatChanged,
    keeping: () throws -> Void = {}
  ) throws -> SiteChanges {
    let templates = try configuration.templateCatalog()
    let shown = edition.records(of: records)
    let scope = EditionScope(edition, models: configuration.models)
    let series = try store.read { try EditionScope.series(of: edition, scope: scope, in: $0) }
    let publication = Publication(
      title: edition.title ?? configuration.site.title,
      organisation: configuration.site.organisation, roles: edition.roles, models: shown,
      programVersion: programVersion, siteAddress: edition.address,
      comments: try comments(templates), packs: try packs(templates), today: time.day,
      isAudited: true, stamps: try stamps(of: records, templates))
    let work = Work(
      records: shown, whole: records, publication: publication, templates: templates, scope: scope,
      series: series)
    let former =
      extent == .everything
      ? nil
      : try store.read { try PublishedUnits(of: series, output: edition.output, in: $0) }
    guard let former else { return try publish(work, nil, keeping) }
    do {
      return try publish(work, former, keeping)
    } catch let error as SiteError where error.problem == .lostFile {
      return try publish(work, nil, keeping)
    }
  }

  /// What one publication is made from.
  private struct Work {
    /// The records as the edition shows them.
    let records: [ModelRecord]
    /// The same with nothing left out.
    let whole: [ModelRecord]
    let publication: Publication
    let templates: TemplateCatalog
    let scope: EditionScope
    let series: EditionSeries
  }

  private func publish(
    _ work: Work, _ former: PublishedUnits?, _ keeping: () throws -> Void
  ) throws -> SiteChanges {
    let stage = try SiteStage(for: edition.output, digest: ContentDigest.hexadecimal)
    do {
      return try publish(work, former, by: stage, keeping)
    } catch let reason {
      // What was written so far is no site. Should it resist, the next run takes it away, and the first
      // reason still matters more.
      do { try stage.discard() } catch { throw reason }
      throw reason
    }
  }

  private func publish(
    _ work: Work, _ former: PublishedUnits?, by stage: SiteStage, _ keeping: () throws -> Void
  ) throws -> SiteChanges {
    let planner = SitePlanner(templates: work.templates)
    let series = work.series
    let trail = try AuditTrail(
      edition: edition.id, scope: work.scope,
      stored: try store.read { try $0.manifests(of: series) }, output: edition.output)
    let configured = configuration.digest(with: work.templates)
    let keeper = RevisionKeeper(
      day: time.day, program: programVersion, configuration: configured,
      former: try former.map { FormerSite(output: edition.output, units: $0) }
        ?? FormerSite(output: edition.output, manifest: try trail.lastManifest()),
      record: { key in
        try RevisionKeeper.record(
          try store.read {
            try $0.revisions(
              of: series, role: key.role.rawValue, model: key.model, period: key.period)
          })
      },
      content: { digest in try store.read { try $0.content(digest) } })
    var revisions = RevisionKeeper.Outcome()
    let site = try planner.prepare(
      work.publication, former: former ?? NoFormerPages(hash: PublishedUnits.fingerprint),
      stage: stage)
    let plan = try site.plan(lastChange: keeper.lastChange) { model, contents in
      guard let record = work.records.first(where: { $0.identity.id == model }) else { return [:] }
      let outcome = try keeper.revise(contents, of: [record])
      revisions.stored += outcome.stored
      revisions.contents.merge(outcome.contents) { one, _ in one }
      return outcome.reports
    }
    try work.whole.checkReading()
    let files = plan.entries.map(AuditManifest.File.init)
    let audit = SiteAudit(
      edition: edition.id, scope: work.scope, programVersion: programVersion,
      configuration: configured, time: time, key: key, files: files)
    let outcome = try audit.adding(
      to: plan, trail: trail, inputs: AuditManifest.Input.list(work.records)
    ) { facts, plan in
      try planner.auditPage(facts, of: work.publication, plan: plan)
    }
    let record = UnitRecord(outcome.plan)
    let changes = try SiteWriter().write(
      outcome.plan, to: edition.output, stage: stage, delta: former.map(record.delta),
      // A folder of another series may hold what must not stay, so no copy of it is kept.
      state: former == nil ? nil : record.state)
    // Only now: a manifest of a publication that failed would be a gap in the chain.
    try keep(trail.adopted + outcome.new, revisions, in: series)
    try keeping()
    // Last of all: until then the history describes the former site, which its manifest shows, and
    // the next run makes everything again.
    try keep(record, former, in: series)
    return changes
  }

  private func keep(
    _ record: UnitRecord, _ former: PublishedUnits?, in series: EditionSeries
  ) throws {
    guard record.hasNew || former?.state != record.state else { return }
    // Made once: to make it for each unit cost more than all of a weekly update besides.
    let names = record.names
    try store.write { history in
      try history.put(series)
      for name in try history.publishedUnitNames(of: series) where !names.contains(name) {
        try history.removeUnit(name, of: series)
      }
      for (name, facts) in record.new { try history.put(unit: name, facts: facts, of: series) }
      try history.put(publishedState: record.state, of: series)
    }
    try store.settle()
  }

  /// Digests of what the publication is made from.
  private func stamps(
    of records: [ModelRecord], _ templates: TemplateCatalog
  ) throws -> PublicationStamps? {
    var maker = RecordStamps()
    var models: [String: PublicationStamps.Model] = [:]
    for record in records { models[record.identity.id] = try maker.stamp(of: record) }
    var restrictions = [CanonicalText.of(edition.redaction)]
    // Words of one model may be left out in another.
    if edition.redaction != .none || edition.models.count < configuration.models.count {
      restrictions += records.map { record in
        let identity = record.identity
        return [identity.id, identity.title, models[identity.id]?.settings ?? ""]
          .joined(separator: " ")
      }
      restrictions += edition.models
    }
    return PublicationStamps(
      templates: RecordStamps.digest(
        templates.contents.flatMap { [$0.name, ContentDigest.hexadecimal(of: $0.bytes)] }),
      edition: RecordStamps.digest(restrictions), models: models)
  }

  /// What people put on record about the edition's models.
  ///
  /// Nobody can say whether a text tells what an edition leaves out, so one that leaves out names or
  /// metrics has none.
  private func comments(_ templates: TemplateCatalog) throws -> [Remark] {
    guard edition.redaction == .none else { return [] }
    return try configuration.comments(templates).filter { edition.models.contains($0.model) }
  }

  /// Packs ask for attributes by their names, and are left out likewise.
  private func packs(_ templates: TemplateCatalog) throws -> [String: [CompliancePack]] {
    guard edition.redaction == .none else { return [:] }
    return try configuration.packs(templates).filter { edition.models.contains($0.key) }
  }

  private func keep(
    _ manifests: [StoredManifest], _ revisions: RevisionKeeper.Outcome, in series: EditionSeries
  ) throws {
    guard !manifests.isEmpty || !revisions.stored.isEmpty else { return }
    try store.write { history in
      try history.put(series)
      for manifest in manifests { try history.put(manifest, in: series) }
      for revision in revisions.stored { try history.put(revision, in: series) }
      for (digest, bytes) in revisions.contents {
        try history.keep(content: bytes, digest: digest)
      }
    }
    try store.settle()
  }
}

extension Configuration {
  /// Checks that every template can be filled, without any data.
  package func checkTemplates() throws {
    try SitePlanner(templates: try templateCatalog()).checkTemplates()
  }

  func packs(_ templates: TemplateCatalog) throws(ConfigurationError) -> [String: [CompliancePack]]
  {
    try PackShelf(configuration: self, files: templates.packs).packs()
  }

  func comments(_ templates: TemplateCatalog) throws -> [Remark] {
    let sections = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, Set(templates.sections(of: $0).keys)) })
    return try RemarkFolder(self, sections: sections).comments()
  }

  func templateCatalog() throws -> TemplateCatalog {
    try TemplateCatalog(
      overriddenBy: site.templates.map { URL(fileURLWithPath: $0) },
      assets: site.assets.map { URL(fileURLWithPath: $0) })
  }

  /// SHA-256 over the configuration, the texts that it names, and templates of its own.
  ///
  /// Each part goes in with its name and length, so that no two configurations look alike.
  func digest(with templates: TemplateCatalog) -> String {
    var bytes: [UInt8] = []
    func add(_ name: String, _ part: [UInt8]) {
      bytes += Array("\(name) \(part.count)\n".utf8) + part
    }
    add("configuration", Array(text.utf8))
    for model in models where model.aboutFile != nil {
      add("about \(model.id)", Array((model.about ?? "").utf8))
    }
    for (name, part) in templates.overrides { add("template \(name)", part) }
    return ContentDigest.hexadecimal(of: bytes)
  }
}
