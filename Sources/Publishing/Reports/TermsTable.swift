import Assessment
import Profiling

/// What was in force for a report, held against the one before and against its own first edition.
struct TermsTable {
  let context: ReportContext

  /// Between the first publication of the report before and that of this one.
  var sinceLast: [TermsChange] {
    guard let before = context.previous?.firstTerms, let now = context.record.firstTerms else {
      return []
    }
    return before.terms.changes(to: now.terms)
  }

  /// What changed since the last report in a few words, for a summary.
  var summary: String {
    guard let previous = context.previous else { return "this is the first report" }
    guard previous.firstTerms != nil, context.record.firstTerms != nil else {
      return "not on record"
    }
    let subjects = subjects(sinceLast)
    return subjects.isEmpty ? "none was found" : Plural.shortList(subjects.map(\.loweredFirst))
  }

  /// Between the first publication of this report and now.
  var sinceFirst: [TermsChange] {
    guard let first = context.record.firstTerms, let now = context.record.terms else { return [] }
    return first.terms.changes(to: now)
  }

  var lastSentence: String {
    guard let previous = context.previous else {
      return "This is the first report of the model, so there is nothing to compare with."
    }
    guard previous.firstTerms != nil, context.record.firstTerms != nil else {
      return "What was in force for the report for \(previous.period.name) is not on record, so "
        + "it cannot be compared."
    }
    let count = sinceLast.count
    guard count > 0 else {
      return "Model version, columns, expectations, settings, reference and program are those of "
        + "the report for \(previous.period.name)."
    }
    return "\(Plural.count(count, "change")) since the report for \(previous.period.name), "
      + "found by comparing what was in force for each:"
  }

  /// `nil` when nothing has changed since this report was published first.
  var firstSentence: String? {
    guard let first = context.record.firstTerms, !sinceFirst.isEmpty else { return nil }
    let count = sinceFirst.count
    return "\(Plural.count(count, "change")) since this report was first published on "
      + "\(first.day.words). Its figures are computed under what is in force now:"
  }

  /// Before and after in words, in the order of ``Terms/changes(to:)``.
  func table(_ changes: [TermsChange]) -> TableView? {
    TableView([.text("What"), .text("Before"), .text("After")], changes.map(row))
  }

  private func subjects(_ changes: [TermsChange]) -> [String] { changes.map { row($0)[0] } }

  private func row(_ change: TermsChange) -> [String] {
    switch change {
    case .versions(let old, let new): ["Version in use", versions(old), versions(new)]
    case .columnAdded(let column): [name(column), "not there", kind(column)]
    case .columnRemoved(let column): [name(column), kind(column), "not there"]
    case .columnKind(let old, let new): [name(new), kind(old), kind(new)]
    case .categories(let column, let added, let removed):
      // Counts alone: a rare category may name a person.
      [
        "Categories of \(column) in the reference",
        removed.isEmpty ? "all kept" : "\(NumberText.grouped(removed.count)) no longer there",
        added.isEmpty ? "none new" : "\(NumberText.grouped(added.count)) new",
      ]
    case .expectationAdded(let limit): [name(limit), "none", agreed(limit)]
    case .expectationRemoved(let limit): [name(limit), agreed(limit), "none"]
    case .expectationChanged(let old, let new): [name(new), agreed(old), agreed(new)]
    case .setting("about", let old, let new):
      [
        "Description by the owner", old == nil ? "none" : "earlier text",
        new == nil ? "none" : "new text",
      ]
    case .setting(let name, let old, let new):
      ["Setting \(name)", old ?? "not set", new ?? "not set"]
    case .reference(let old, let new): ["Reference data", digest(old), digest(new)]
    case .program(let old, let new): ["Program", "Broadsheet \(old)", "Broadsheet \(new)"]
    }
  }

  private func versions(_ arms: [Arm]) -> String { Plural.list(arms.map(\.label)) }

  private func name(_ column: Terms.Column) -> String {
    "Column \(column.name) (\(column.subject.rawValue))"
  }

  private func kind(_ column: Terms.Column) -> String {
    column.isNumeric
      ? "numbers" : "categories (\(NumberText.grouped(column.categories.count)) in the reference)"
  }

  private func name(_ limit: Terms.Limit) -> String {
    "Expectation of \(limit.expectation?.key.inlineSubject ?? limit.metric)"
  }

  private func agreed(_ limit: Terms.Limit) -> String {
    (limit.expectation?.agreed ?? "unknown") + (limit.isConfigured ? "" : " (default)")
  }

  private func digest(_ digest: String?) -> String {
    digest.map { "SHA-256 \($0.prefix(12))…" } ?? "none"
  }
}
