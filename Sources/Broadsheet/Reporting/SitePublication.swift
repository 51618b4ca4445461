package import Assessment
import Foundation
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
  /// - Throws: `PublishingError` for a fault in a template, or a link that leads nowhere; `SiteError`
  ///   when the folder cannot be written. The old site then stays as it was.
  package func publish(_ records: [ModelRecord]) throws -> SiteChanges {
    let plan = try SitePlanner(templates: try templates()).plan(
      Publication(
        title: configuration.site.title, organisation: configuration.site.organisation,
        roles: configuration.roles, models: records, programVersion: programVersion))
    return try SiteWriter().write(plan, to: configuration.site.output)
  }

  /// Checks that every template can be filled, without any data.
  package func checkTemplates() throws {
    try SitePlanner(templates: try templates()).checkTemplates()
  }

  private func templates() throws -> TemplateCatalog {
    try TemplateCatalog(
      overriddenBy: configuration.site.templates.map { URL(fileURLWithPath: $0) },
      assets: configuration.site.assets.map { URL(fileURLWithPath: $0) })
  }
}
