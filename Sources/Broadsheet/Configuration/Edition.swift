package import Assessment
package import Publishing

extension Configuration {
  /// One publication of the history for one audience.
  package struct Edition: Hashable, Sendable {
    /// The name of the only edition where none is configured.
    package static let mainID = "main"

    /// Lower-case letters, digits and hyphens.
    package let id: String
    /// Title of its site; `nil` for that of all.
    package let title: String?
    /// Absolute folder that it is written to.
    package let output: String
    /// Its readers, in order.
    package let roles: [Role]
    /// Ids of its models.
    package let models: [String]
    /// Whether roles and models were chosen for this edition, so that those of other editions are
    /// left out on purpose.
    package let choosesRoles: Bool
    package let choosesModels: Bool
    /// What its readers do not get to see.
    package let redaction: Redaction
    /// Address under which its site will stand; `nil` when nobody said.
    package let address: SiteAddress?

    package init(
      id: String = mainID, title: String? = nil, output: String, roles: [Role], models: [String],
      choosesRoles: Bool = false, choosesModels: Bool = false, redaction: Redaction = .none,
      address: SiteAddress? = nil
    ) {
      self.id = id
      self.title = title
      self.output = output
      self.roles = roles
      self.models = models
      self.choosesRoles = choosesRoles
      self.choosesModels = choosesModels
      self.redaction = redaction
      self.address = address
    }

    /// The records that the edition is made from; nothing else of the history reaches its files.
    package func records(of records: [ModelRecord]) -> [ModelRecord] {
      redaction.records(of: records, models: Set(models))
    }
  }

  /// The edition with this id, or all of them for `nil`.
  ///
  /// - Throws: ``ConfigurationError`` with the nearest id for one that does not exist.
  package func editions(named id: String?) throws -> [Edition] {
    guard let id else { return editions }
    if let edition = editions.first(where: { $0.id == id }) { return [edition] }
    throw ConfigurationError(
      .invalid,
      [
        problem(
          forKey: "site.editions", message: "there is no edition \(quoted(id))",
          advice: advice(forUnknown: id, in: editions.map(\.id)))
      ])
  }
}
