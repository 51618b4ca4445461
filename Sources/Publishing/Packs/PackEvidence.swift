import Assessment

/// Places of the compliance report that a pack points to, each with how it stands.
struct PackEvidence {
  let context: ReportContext

  /// From the page of a pack to the compliance report of its period.
  static let report = "../../index.html"

  /// A link to a section; to the report as a whole where its template has no such heading.
  func view(_ anchor: String) -> PackEvidenceView {
    let heading = context.history.comments.sections[.compliance]?[anchor]
    return PackEvidenceView(
      title: heading ?? anchor.replacing("-", with: " "),
      address: Markup(heading.map { _ in "\(Self.report)#\(anchor)" } ?? Self.report),
      standing: standing(anchor))
  }

  /// What the section holds in this period; `nil` where there is nothing short to say.
  private func standing(_ anchor: String) -> String? {
    let words: String? =
      switch anchor {
      case "incidents": IncidentTable(context: context, families: nil).sentence
      case "actions-decisions-and-sign-offs":
        PeopleBuilder(context: context, reader: .compliance).summary ?? "no action is open"
      case "changes-since-the-last-report": TermsTable(context: context).summary
      case "how-good-were-the-answers": MeasureTables(context: context).note
      case "what-was-monitored-and-against-what": MonitoringTable(context: context).sentence
      case "data-sources":
        Plural.count(context.record.inputs.count, "file") + " with rows of this period"
      case "purpose-and-intended-use": description
      default: nil
      }
    return words.map { $0.hasSuffix(".") || $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
  }

  private var description: String {
    let missing = AboutTopics(context.identity.about).missing
    return missing.isEmpty
      ? "described by the owner"
      : "the owner has not described: \(Plural.list(missing.map(\.words)))"
  }
}
