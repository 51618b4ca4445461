import Assessment

/// What the page of the audit says of a publication, besides what the site itself shows.
package struct AuditFacts: Sendable {
  /// A publication before this one.
  package struct Earlier: Sendable {
    package let number: Int
    /// ISO 8601, UTC.
    package let time: String
    /// SHA-256 of its manifest.
    package let digest: String
    /// Address of its manifest, relative to the page.
    package let address: String

    package init(number: Int, time: String, digest: String, address: String) {
      self.number = number
      self.time = time
      self.digest = digest
      self.address = address
    }
  }

  package let number: Int
  /// ISO 8601, UTC.
  package let time: String
  /// SHA-256 of the configuration.
  package let configuration: String
  /// The key that signs the publication, as hexadecimal digits.
  package let key: String?
  /// The latest first; at most ``earlierLimit``.
  package let earlier: [Earlier]
  /// How many there are, those that are not listed included.
  package let earlierCount: Int

  /// More would make the page long; the folder has all of them.
  package static let earlierLimit = 50

  package init(
    number: Int, time: String, configuration: String, key: String?, earlier: [Earlier],
    earlierCount: Int
  ) {
    self.number = number
    self.time = time
    self.configuration = configuration
    self.key = key
    self.earlier = earlier
    self.earlierCount = earlierCount
  }
}

extension SiteBuilder {
  /// What was read, what was published, and how to check it.
  ///
  /// - Parameter plan: The files of the site without this page.
  func auditPage(_ facts: AuditFacts, of plan: SitePlan) throws(PublishingError) -> String {
    let rest = facts.earlierCount - facts.earlier.count
    let view = AuditPageView(
      facts: list(facts), inputs: inputs, inputsNote: inputsNote, files: tally(plan),
      isSigned: facts.key != nil,
      earlier: facts.earlier.map {
        EarlierPublicationView(
          number: String($0.number), time: $0.time, digest: $0.digest, address: Markup($0.address))
      },
      earlierNote: rest > 0
        ? "The manifests of \(Plural.count(rest, "earlier publication")) are in the same folder."
        : nil)
    return try page(
      Address.audit, title: "What was read and published",
      description: "What this site was made from, and how to check that it has not changed.",
      role: nil, crumbs: [("All models", "index.html"), ("What was read and published", nil)],
      content: StatusMarkup.decorated(try templates.render("pages/audit.html.mustache", view)))
  }

  private func list(_ facts: AuditFacts) -> [FactView] {
    [
      FactView(name: "Publication", fact: String(facts.number)),
      FactView(name: "Time (UTC)", fact: facts.time),
      FactView(name: "Program", fact: "Broadsheet \(publication.programVersion)"),
      FactView(name: "Configuration (SHA-256)", fact: facts.configuration),
      FactView(name: "Signed with", fact: facts.key.map { "Ed25519 key \($0)" } ?? "no key"),
      FactView(
        name: "Manifest before (SHA-256)", fact: facts.earlier.first?.digest ?? "none, the first"),
    ]
  }

  /// More files than this are counted by model and role, as the page would become too heavy.
  private static let inputLimit = 300

  private var inputCount: Int { publication.models.reduce(0) { $0 + $1.inputs.count } }

  private var inputsNote: String? {
    inputCount > Self.inputLimit
      ? "\(Plural.count(inputCount, "file")) were read. The manifest lists each with its size and "
        + "SHA-256."
      : nil
  }

  private var inputs: TableView? { inputCount > Self.inputLimit ? inputTally : inputList }

  private var inputTally: TableView? {
    TableView(
      [
        .text("Model"), .text("Role"), .number("Files"), .number("Rows"), .number("Malformed"),
        .number("Duplicates"), .number("Bytes"),
      ],
      publication.models.flatMap { model in
        Dictionary(grouping: model.inputs, by: \.role).sorted { $0.key.rawValue < $1.key.rawValue }
          .map { role, files in
            func sum(_ count: (InputFile) -> Int) -> String {
              NumberText.grouped(files.reduce(0) { $0 + count($1) })
            }
            return [
              model.identity.title, role.rawValue, NumberText.grouped(files.count),
              sum(\.rowCount), sum(\.malformedRowCount), sum(\.duplicateCount), sum(\.size),
            ]
          }
      })
  }

  private var inputList: TableView? {
    TableView(
      [
        .text("Model"), .text("Role"), .text("File"), .number("Rows"), .number("Malformed"),
        .number("Duplicates"), .number("Bytes"), .text("SHA-256"),
      ],
      publication.models.flatMap { model in
        model.inputs.map { file in
          [
            model.identity.title, file.role.rawValue, file.path, NumberText.grouped(file.rowCount),
            NumberText.grouped(file.malformedRowCount), NumberText.grouped(file.duplicateCount),
            NumberText.grouped(file.size), file.digest,
          ]
        }
      })
  }

  /// Files and bytes by the first part of their paths.
  private func tally(_ plan: SitePlan) -> TableView? {
    var tallies: [Substring: (files: Int, bytes: Int)] = [:]
    for entry in plan.unorderedEntries {
      let path = entry.path.description
      let end = path.utf8.firstIndex(of: UInt8(ascii: "/"))
      let name = end.map { path[...$0] } ?? "the front of the site"
      tallies[name, default: (0, 0)].files += 1
      tallies[name, default: (0, 0)].bytes += entry.byteCount
    }
    return TableView(
      [.text("Place"), .number("Files"), .number("Bytes")],
      tallies.sorted { $0.key < $1.key }.map { name, tally in
        [String(name), NumberText.grouped(tally.files), NumberText.grouped(tally.bytes)]
      })
  }
}
