import Assessment
import Charting
import Foundation
import Profiling

/// Plans every page of an edition; nothing is written here.
package struct SitePlanner: Sendable {
  private let templates: TemplateCatalog

  /// Folders beside those of the models that the site uses itself, with what lies there: no model can
  /// have such an id.
  package static let takenFolders = [
    Address.reviewFolder: "the review meetings", Address.searchFolder: "the search",
  ]

  /// - Parameter templates: Words and markup of the pages.
  package init(templates: TemplateCatalog) {
    self.templates = templates
  }

  /// All files of the site, without anything about revisions.
  package func plan(_ publication: Publication) throws -> SitePlan {
    try prepare(publication).plan()
  }

  /// A site that is ready to be made.
  ///
  /// Equal publications give equal plans. Every template is checked against its view first, so a
  /// wrong one is found whatever the data.
  ///
  /// - Parameters:
  ///   - former: What was published last; pages that would be the same are taken over.
  ///   - stage: Takes the files that do not fit into memory; `nil` to keep all of them there.
  ///   - threadCount: How many threads make pages; the result does not depend on it.
  package func prepare(
    _ publication: Publication, former: any FormerPages = NoFormerPages(),
    stage: SiteStage? = nil,
    threadCount: Int = ProcessInfo.processInfo.activeProcessorCount
  ) throws(PublishingError) -> PreparedSite {
    try checkTemplates()
    try check(publication)
    return PreparedSite(
      SiteBuilder(publication, templates: templates), former: former, stage: stage,
      threadCount: threadCount)
  }

  /// The page of the audit for a site that is planned; the last page to be made, as it counts the
  /// files of all others.
  package func auditPage(
    _ facts: AuditFacts, of publication: Publication, plan: SitePlan
  ) throws(PublishingError) -> String {
    try SiteBuilder(publication, templates: templates).auditPage(facts, of: plan)
  }

  /// Checks every template against the view it will be given.
  package func checkTemplates() throws(PublishingError) {
    for (name, view) in ReportBuilder.viewTypes + SiteBuilder.viewTypes {
      try templates.check(name, for: view)
    }
    for name in templates.packTemplates { try templates.check(name, for: PackView.self) }
  }

  /// Ids become folders; two that a file system cannot tell apart would be one page.
  private func check(_ publication: Publication) throws(PublishingError) {
    var seen = Set<String>()
    for model in publication.models {
      let id = model.identity.id
      let isPlain =
        !id.isEmpty
        && id.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
      guard isPlain else {
        throw PublishingError(
          .badIdentifier(id), place: "models",
          advice: "Use small letters, digits and hyphens only.")
      }
      if let owner = Self.takenFolders[id] {
        throw PublishingError(
          .badIdentifier(id), place: "models",
          advice: "Use another id; this one is the address of \(owner).")
      }
      guard seen.insert(id).inserted else {
        throw PublishingError(
          .duplicateIdentifier(id), place: "models", advice: "Give one of them another id.")
      }
    }
  }
}
