import Assessment
import Profiling

/// What words of people are about, with a link where the report or the site has a place for it.
struct RemarkSubjectWords {
  let context: ReportContext
  let reader: Role

  private static let incidents = "incidents"

  /// Markdown for the inside of a sentence.
  func markup(_ subject: Remark.Subject) -> Markup {
    switch subject {
    case .section(let anchor):
      let heading = book.sections[reader]?[anchor]
      let words = "the section “\(heading ?? anchor.replacing("-", with: " "))”"
      return link(words, heading.map { _ in "#\(anchor)" })
    case .figure(let figure):
      return followed(link(name(figure), definition(figure)), by: standing(figure))
    case .incident(let figure):
      let words = "the incident of \(name(figure))"
      return followed(link(words, incidentAddress), by: incident(figure))
    }
  }

  private func followed(_ words: Markup, by note: String?) -> Markup {
    Markup(words.text + (note.map { " (\(MarkdownEscaper.text($0)))" } ?? ""))
  }

  private var book: RemarkBook { context.history.comments }

  private func link(_ words: String, _ address: String?) -> Markup {
    let text = MarkdownEscaper.text(words)
    return Markup(address.map { "[\(text)](\($0))" } ?? text)
  }

  /// The value that the author spoke of, where this period has it.
  private func value(_ figure: Remark.Figure) -> MetricValue? {
    context.leading?.values.first {
      $0.key.metric == figure.metric && $0.key.feature == figure.feature
        && $0.key.slice.description == figure.slice ?? ""
    }
  }

  private func name(_ figure: Remark.Figure) -> String {
    if let value = value(figure) { return value.key.inlineSubject }
    return MetricKey(figure.metric, feature: figure.feature).inlineSubject
      + (figure.slice.map { " for \($0)" } ?? "")
  }

  /// Such as `0.63, outside its limit`.
  private func standing(_ figure: Remark.Figure) -> String? {
    guard let value = value(figure), let text = context.figure?.short(value) else { return nil }
    let finding = context.findings.first { $0.value.key == value.key }
    return [text, finding?.status.words].compactMap { $0 }.joined(separator: ", ")
  }

  /// How the latest incident of a figure stands, such as `open since March 2014`.
  private func incident(_ figure: Remark.Figure) -> String {
    let own = context.history.incidents.asOf(context.index).filter {
      $0.key.metric == figure.metric && $0.key.feature == figure.feature
        && $0.key.slice.description == figure.slice ?? ""
    }
    guard let latest = own.max(by: { $0.last < $1.last }) else { return "none on record" }
    if let closing = latest.closing {
      return "closed in \(context.model.periods[closing.index].period.name)"
    }
    return "open since \(context.model.periods[latest.first].period.name)"
  }

  /// The page of methods explains the metrics that are in use.
  private func definition(_ figure: Remark.Figure) -> String? {
    let isUsed =
      context.leading?.values.contains { $0.key.metric == figure.metric } ?? false
    return isUsed ? Address.definition(figure.metric).text : nil
  }

  /// Incidents stand in the compliance report.
  private var incidentAddress: String? {
    guard book.sections[.compliance]?[Self.incidents] != nil, !context.isEmpty else {
      return nil
    }
    if reader == .compliance { return "#\(Self.incidents)" }
    guard book.roles.contains(.compliance) else { return nil }
    return "../../../" + Address.report(.compliance, context.identity, context.period)
      + "index.html#\(Self.incidents)"
  }
}
