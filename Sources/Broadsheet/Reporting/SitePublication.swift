package import Assessment
import Foundation
package import History
import Profiling
package import Publishing

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

  /// Plans the whole site, checks it, puts it in the place of the old one, and keeps its manifest.
  ///
  /// - Parameter records: The records of all models; the edition takes what is meant for it.
  /// - Throws: `PublishingError` for a fault in a template, or a link that leads nowhere; `SiteError`
  ///   when the folder cannot be written. The old site then stays as it was.
  package func publish(_ records: [ModelRecord]) throws -> SiteChanges {
    let templates = try configuration.templateCatalog()
    let planner = SitePlanner(templates: templates)
    let records = edition.records(of: records)
    let publication = Publication(
      title: edition.title ?? configuration.site.title,
      organisation: configuration.site.organisation, roles: edition.roles, models: records,
      programVersion: programVersion, siteAddress: edition.address,
      comments: try comments(templates),
      packs: try packs(templates), today: time.day, isAudited: true)
    let scope = EditionScope(edition, models: configuration.models)
    let series = try store.read { try EditionScope.series(of: edition, scope: scope, in: $0) }
    let trail = try AuditTrail(
      edition: edition.id, scope: scope, stored: try store.read { try $0.manifests(of: series) },
      output: edition.output)
    let configured = configuration.digest(with: templates)
    let site = try planner.prepare(publication)
    let revisions = try revise(site, records, series, trail, configured)
    let audit = SiteAudit(
      edition: edition.id, scope: scope, programVersion: programVersion,
      configuration: configured, time: time, key: key)
    let outcome = try audit.adding(
      to: try site.plan(revisions.reports), trail: trail,
      inputs: AuditManifest.Input.list(records)
    ) { facts, plan in
      try planner.auditPage(facts, of: publication, plan: plan)
    }
    let changes = try SiteWriter().write(outcome.plan, to: edition.output)
    // Only now: a manifest of a publication that failed would be a gap in the chain.
    try keep(trail.adopted + [outcome.new].compactMap { $0 }, revisions, in: series)
    return changes
  }

  /// Which reports are new revisions.
  private func revise(
    _ site: PreparedSite, _ records: [ModelRecord], _ series: EditionSeries, _ trail: AuditTrail,
    _ configured: String
  ) throws -> RevisionKeeper.Outcome {
    let stored = try store.read { try $0.revisions(of: series) }
    return try RevisionKeeper(
      day: time.day, program: programVersion, configuration: configured,
      former: FormerSite(output: edition.output, manifest: try trail.lastManifest()),
      record: try RevisionKeeper.record(stored),
      content: { digest in try store.read { try $0.content(digest) } }
    ).revise(site.contents, of: records)
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
      for manifest in manifests { try history.add(manifest, to: series) }
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

  /// What people put on record beside the configuration.
  ///
  /// - Throws: ``ConfigurationError`` with all problems of all files.
  package func comments() throws -> [Remark] { try comments(try templateCatalog()) }

  /// The compliance packs of each model, by its id.
  ///
  /// - Throws: ``ConfigurationError`` for packs that do not exist or cannot be read.
  package func packs() throws -> [String: [CompliancePack]] { try packs(try templateCatalog()) }

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
