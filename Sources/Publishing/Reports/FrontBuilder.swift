import Assessment
import Profiling

/// The opening of a report.
struct FrontBuilder {
  let context: ReportContext
  let role: Role

  var view: FrontView {
    FrontView(
      title: "\(context.identity.title), \(context.period.name)",
      facts: facts,
      lead: lead,
      promotions: promotions,
      changesTitle: context.previous.map { "What changed since \($0.period.name)" }
        ?? "What changed",
      changes: ChangeSentences(context: context).all,
      asks: AskSentences(context: context, role: role).all)
  }

  private var facts: String {
    var parts = [context.period.dates]
    if let leading = context.leading, leading.rowCount > 0 {
      if !leading.arm.version.isEmpty { parts.append("version \(leading.arm.label)") }
      parts.append(Plural.count(leading.rowCount, "prediction"))
    }
    return "Report for \(role.readers), \(parts.joined(separator: ", "))"
  }

  /// Readers without statistics get the meaning of the measure that leads, where it is named.
  private var lead: [String] {
    let lead = LeadSentences(context: context, role: role)
    var sentences = lead.all
    let isPlain = role == .productManager || role == .business
    if isPlain, sentences.count > 1, let first = lead.pressing.first,
      first.family != .drift
    {
      let definition = first.expectation.metric.definition
      sentences[1] +=
        " \(definition.title), in plain words: \(definition.plainMeaning.loweredFirst)"
    }
    return sentences
  }

  private var promotions: [String] {
    let metric = context.history.primary
    return context.record.promotions.map {
      PromotionSentences(promotion: $0, metric: metric).all.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
