/// Digests of what a publication is made from, so that a page can say what it depends on without
/// looking at it.
///
/// Whoever makes a publication vouches for them: of two publications with equal stamps the stamped
/// parts are equal.
package struct PublicationStamps: Sendable {
  /// Digests of one model.
  package struct Model: Sendable {
    /// Its configuration, schema and reference.
    package let settings: String
    /// For each period what it holds itself.
    package let own: [String]
    /// For each period, everything that it and all earlier ones hold.
    package let periods: [String]

    package init(settings: String, own: [String], periods: [String]) {
      self.settings = settings
      self.own = own
      self.periods = periods
    }
  }

  /// All templates and static files.
  package let templates: String
  /// What the edition leaves out, and everything else that bears on all records of an edition.
  package let edition: String
  /// By id.
  package let models: [String: Model]

  package init(templates: String, edition: String, models: [String: Model]) {
    self.templates = templates
    self.edition = edition
    self.models = models
  }
}
