import Assessment
import Profiling

/// A version in use that had done worse than the one it replaced, while nobody has put a decision
/// about it on record.
struct OpenPromotion {
  let version: String
  let replaced: String
  /// First day in production.
  let day: Day
  private let row: ArmComparison.Row
  private let unit: String?

  /// - Returns: `nil` where no version in use had done worse, or somebody decided: a decision about
  ///   the period of the change, or a later one, closes the question.
  init?(context: ReportContext) {
    guard let metric = context.history.primary, let arm = context.leading?.arm,
      let promotion = context.model.periods[...context.index].flatMap(\.promotions).last,
      promotion.version == arm.version
        || context.record.promotions.last?.version == promotion.version,
      arm.stage == .production,
      let replaced = promotion.replaced,
      let row = promotion.overall?.rows.first(where: { $0.key == MetricKey(metric) }),
      row.outcome == .worse,
      !context.history.comments.hasDecision(
        from: promotion.day, to: context.period, isLatest: context.isLatest)
    else { return nil }
    version = promotion.version
    self.replaced = replaced
    day = promotion.day
    self.row = row
    unit = context.identity.labelUnit
  }

  /// Such as `although its predictions had been further off while both ran: by 14.2 minutes, …`.
  func reason(isPlain: Bool) -> String {
    guard let value = row.other.estimate.value, let other = row.production.estimate.value,
      let text = row.other.text, let otherText = row.production.text
    else {
      return "although it had done worse while both ran"
    }
    let metric = row.key.metric.inline
    guard isPlain else {
      return "although it had done worse while both ran (\(metric) \(text) against "
        + "\(otherText))"
    }
    let clause = MeasureClause(key: row.key, unit: unit)
    return "although it had done worse while both ran: "
      + "\(clause.past(text, value: value)), against "
      + clause.compared(otherText, value: other)
  }
}
