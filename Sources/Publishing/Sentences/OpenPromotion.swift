import Assessment
import Profiling

/// A version in use that had done worse than the one it replaced, while nobody has put a decision
/// about it on record.
struct OpenPromotion {
  let version: String
  let replaced: String
  /// First day in production.
  let day: Day
  /// The period in which it took over, since which the question is open.
  let since: Period
  /// Whether it took over in the period of the report, so that the question is new.
  let isNew: Bool
  private let trial: VersionTrial
  private let unit: String?

  /// - Returns: `nil` where no version in use had done worse, or somebody decided: a decision about
  ///   the period of the change, or a later one, closes the question.
  init?(context: ReportContext) {
    guard let arm = context.leading?.arm,
      let changed = context.model.periods[...context.index].last(where: { !$0.promotions.isEmpty }),
      let promotion = changed.promotions.last,
      promotion.version == arm.version
        || context.record.promotions.last?.version == promotion.version,
      arm.stage == .production,
      let replaced = promotion.replaced,
      let trial = VersionTrial(promotion.overall, by: context.history.primary),
      trial.row.outcome == .worse,
      !context.history.comments.hasDecision(
        from: promotion.day, to: context.period, isLatest: context.isLatest)
    else { return nil }
    version = promotion.version
    self.replaced = replaced
    day = promotion.day
    since = changed.period
    isNew = changed.period == context.period
    self.trial = trial
    unit = context.identity.labelUnit
  }

  /// Such as `although it had done worse`; a difference that chance may explain accuses nobody.
  var concern: String {
    trial.isBeyondChance == false ? "as it had not done better" : "although it had done worse"
  }

  /// Both sizes in brackets, such as ` (15.1 against 14.7 minutes, on the 92 days on which both ran)`:
  /// the weeks before and after a change differ, those days do not.
  func sizes(isPlain: Bool) -> String {
    trial.against(unit: isPlain ? unit : nil).map { " (\($0), \(trial.days))" } ?? ""
  }

  /// What was found while both ran, with days, predictions and chance.
  func evidence(isPlain: Bool) -> String {
    let count = trial.count(isPlain ? "prediction" : "row")
    guard let found = isPlain ? trial.plain(unit: unit) : trial.expert else {
      return "\(trial.days) (\(count))"
    }
    return "\(trial.days), \(found) (\(count); \(trial.chance))"
  }
}
