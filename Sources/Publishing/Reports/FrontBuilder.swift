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
      answer: story.answer, grounds: story.grounds,
      promotions: promotions,
      changesTitle: context.previous.map { "What changed since \($0.period.name)" }
        ?? "What changed",
      changes: story.change,
      asks: story.asks)
  }

  private var story: ReportStory { ReportStory(context: context, role: role) }

  private var facts: String {
    var parts = [context.period.dates]
    if let leading = context.leading, leading.rowCount > 0 {
      if !leading.arm.version.isEmpty { parts.append("version \(leading.arm.label)") }
      parts.append(Plural.count(context.rowCount, "prediction"))
      if let shared = context.shared { parts.append(shared.aside) }
    }
    return "Report for \(role.readers), \(parts.joined(separator: ", "))"
  }

  private var promotions: [String] {
    let metric = context.history.primary
    return context.record.promotions.map {
      let sentences = PromotionSentences(promotion: $0, metric: metric)
      guard role.speaksPlainly else { return sentences.all.joined(separator: " ") }
      let told = sentences.plain(unit: context.identity.labelUnit)
      // What was found while both ran stands in the question that it raises.
      let isAsked = OpenPromotion(context: context)?.version == $0.version
      return (isAsked ? Array(told.prefix(1)) : told).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
