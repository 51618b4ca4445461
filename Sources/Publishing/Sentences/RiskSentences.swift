import Assessment
import Profiling

/// The main risk of relying on a model, in one to three sentences without figures of speech.
struct RiskSentences {
  let context: ReportContext

  var text: String {
    [main, version].compactMap { $0 }.joined(separator: " ")
  }

  private var main: String? {
    let broken = context.findings(.breach)
    let families = Set(broken.map(\.family))
    /// `agreed` or `expected`, whichever is true of what was broken.
    func word(_ accepts: (MetricDefinition.Family) -> Bool) -> String {
      broken.first { accepts($0.family) }
        .map(FindingClauses(context: context, isPlain: true).agreedWord) ?? "expected"
    }
    if families.contains(where: \.isPerformance) {
      return
        "The answers were measured to be less right than \(word(\.isPerformance)). Decisions that rest on them "
        + "alone may be wrong more often than planned."
    }
    if families.contains(.fairness) {
      return
        "Groups were treated less alike than \(word { $0 == .fairness }). The compliance report has the figures."
    }
    if !families.isDisjoint(with: [.quality, .volume, .operations]) {
      return
        "The model got less or poorer data than \(word(\.isSupply)). Its answers may be less right "
        + "than the figures show."
    }
    if let alike = AlikeOutcomes(context: context), alike.openCount > 0 {
      let known = alike.reason().capitalizedFirst
      return alike.isSuspicious
        ? "\(known). Outcomes of another kind may be missing, and the answers less right than the "
          + "figures show." : "\(known)."
    }
    if families.contains(.drift) {
      return "\(moved). The answers may become less right, even where the figures do not show that "
        + "yet."
    }
    if context.leading?.labelCount == 0 {
      return "Nobody knows yet how right the answers were, because the outcomes are still to come."
    }
    if context.isProvisional {
      return "Not all outcomes are known yet, so the figures may still move."
    }
    if let first = context.findings(.watch).first(where: { !$0.isImprovement }) {
      let name = FindingClauses(context: context, isPlain: true).name(first)
      return first.isDoubtful
        ? "Nothing is known to be outside the limits, but one thing may be: \(name)."
        : "Nothing is outside the limits, but one thing is close enough to deserve a look: "
          + "\(name)."
    }
    return version == nil ? "No risk stands out this \(context.noun)." : nil
  }

  /// What has drifted: inputs, or else what the model and the world made of them.
  private var moved: String {
    let drifts = Situation(context: context).drifts
    guard drifts.allSatisfy(context.isAboutOutput) else {
      return "The inputs of the model have changed"
    }
    let columns = FindingClauses(context: context, isPlain: true).columns(drifts)
    return "The mix of \(Plural.list(columns)) has changed"
  }

  /// A version in use that had done worse than the one before stays a risk after the change.
  private var version: String? {
    guard let arm = context.leading?.arm,
      let promotion = context.model.periods.prefix(context.index + 1).flatMap(\.promotions).last,
      promotion.version == arm.version, let replaced = promotion.replaced,
      let trial = VersionTrial(promotion.overall, by: context.history.primary),
      trial.row.outcome == .worse
    else { return nil }
    let chance = trial.isBeyondChance == false ? ", which chance may explain" : ""
    return
      "The version in use, \(arm.name), had done worse than \(replaced) while both ran\(chance)."
  }
}
