package import Assessment
import Foundation
package import Profiling
package import Publishing

/// Writes the site of a configuration from the records of its models.
package struct SitePublication: Sendable {
  private let configuration: Configuration
  private let programVersion: String

  package init(configuration: Configuration, programVersion: String) {
    self.configuration = configuration
    self.programVersion = programVersion
  }

  /// Plans the whole site, checks it, and puts it in the place of the old one.
  ///
  /// - Parameter today: The day in UTC from which it is counted what is overdue.
  /// - Throws: `PublishingError` for a fault in a template, or a link that leads nowhere; `SiteError`
  ///   when the folder cannot be written. The old site then stays as it was.
  package func publish(_ records: [ModelRecord], on today: Day? = nil) throws -> SiteChanges {
    let templates = try templates()
    let plan = try SitePlanner(templates: templates).plan(
      Publication(
        title: configuration.site.title, organisation: configuration.site.organisation,
        roles: configuration.roles, models: records, programVersion: programVersion,
        comments: try comments(templates), packs: try packs(templates), today: today))
    return try SiteWriter().write(plan, to: configuration.site.output)
  }

  /// Checks that every template can be filled, without any data.
  package func checkTemplates() throws {
    try SitePlanner(templates: try templates()).checkTemplates()
  }

  /// What people put on record beside the configuration.
  ///
  /// - Throws: ``ConfigurationError`` with all problems of all files.
  package func comments() throws -> [Remark] { try comments(try templates()) }

  /// The compliance packs of each model, by its id.
  ///
  /// - Throws: ``ConfigurationError`` for packs that do not exist or cannot be read.
  package func packs() throws -> [String: [CompliancePack]] { try packs(try templates()) }

  private func packs(
    _ templates: TemplateCatalog
  ) throws(ConfigurationError) -> [String: [CompliancePack]] {
    try PackShelf(configuration: configuration, files: templates.packs).packs()
  }

  private func comments(_ templates: TemplateCatalog) throws -> [Remark] {
    let sections = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, Set(templates.sections(of: $0).keys)) })
    return try RemarkFolder(configuration, sections: sections).comments()
  }

  private func templates() throws -> TemplateCatalog {
    try TemplateCatalog(
      overriddenBy: configuration.site.templates.map { URL(fileURLWithPath: $0) },
      assets: configuration.site.assets.map { URL(fileURLWithPath: $0) })
  }
}
