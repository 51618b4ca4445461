import Assessment
import Publishing

/// Reads what an entry refers to: `roc_auc`, `psi/priors_count`, `recall/age_group=under 25`,
/// `incident/roc_auc` or `section/incidents`.
struct RemarkSubjectReader {
  let place: RemarkEntryReader.Place
  /// The roles whose reports will show the entry.
  let readers: Set<Role>

  func read(_ reader: NodeReader) -> Remark.Subject? {
    guard let text = reader.name() else { return nil }
    let (first, rest) = parts(text)
    switch (first, rest) {
    case ("section", let anchor?): return section(anchor, reader)
    case ("incident", let name?):
      let (metric, subject) = parts(name)
      return figure(metric, subject, reader).map { .incident($0) }
    default: return figure(first, rest, reader).map { .figure($0) }
    }
  }

  /// The text before the first slash, and what follows it.
  private func parts(_ text: String) -> (String, String?) {
    guard let slash = text.firstIndex(of: "/") else { return (text, nil) }
    return (String(text[..<slash]), String(text[text.index(after: slash)...]))
  }

  private func section(_ anchor: String, _ reader: NodeReader) -> Remark.Subject? {
    let shown = readers.isEmpty ? Set(Role.allCases) : readers
    let known = Set(shown.flatMap { place.sections[$0] ?? [] })
    guard known.contains(anchor) else {
      reader.report(
        "the reports that show this entry have no section \(quoted(anchor))",
        advice: advice(forUnknown: anchor, in: known.sorted()))
      return nil
    }
    return .section(anchor)
  }

  private func figure(
    _ name: String, _ subject: String?, _ reader: NodeReader
  ) -> Remark.Figure? {
    guard let metric = Metric(rawValue: name) else {
      reader.report(
        "unknown metric \(quoted(name))",
        advice: advice(forUnknown: name, in: Metric.allCases.map(\.rawValue))
          ?? "write a metric, such as roc_auc, or section/ and the anchor of a heading")
      return nil
    }
    guard let subject else { return Remark.Figure(metric: metric) }
    let attributes = place.model.segments + place.model.protected.flatMap(\.attributes)
    let named = subject.split(separator: "&").map { part in
      String(part.split(separator: "=").first ?? "").filter { $0 != " " }
    }
    if subject.contains("=") || attributes.contains(subject) {
      for attribute in named where !attributes.contains(attribute) {
        reader.report(
          "the model has no segment \(quoted(attribute))",
          advice: advice(forUnknown: attribute, in: attributes))
        return nil
      }
      return Remark.Figure(metric: metric, slice: subject)
    }
    if let features = place.model.features, !features.contains(subject),
      !place.model.answerColumns.contains(subject)
    {
      reader.report(
        "the model has no feature \(quoted(subject))",
        advice: advice(forUnknown: subject, in: features))
      return nil
    }
    return Remark.Figure(metric: metric, feature: subject)
  }
}

extension Configuration.Model {
  /// The columns beside the features that have metrics of their own.
  fileprivate var answerColumns: [String] {
    let scores: [String] =
      switch columns.score {
      case .one(let name): [name]
      case .perClass(let columns): columns.map(\.column)
      case nil: []
      }
    return [columns.prediction, columns.label].compactMap { $0 } + scores
  }
}
