import Assessment
import Profiling

/// The order in which a manager rules out causes before deciding to retrain.
///
/// Service before performance before data before drift: each step is worth taking only when the
/// one before gave no reason. Drift never leads to "retrain" by itself.
struct DecisionPath {
  let context: ReportContext

  /// One step: the question, and what the numbers answer.
  struct Step {
    let question: String
    let answer: String
  }

  var steps: [Step] {
    [
      Step(question: "Did the service run and the data arrive?", answer: supply),
      Step(question: "Did quality drop, beyond doubt?", answer: performance),
      Step(question: "Is the data sound?", answer: standing([.quality])),
      Step(question: "Has the world moved?", answer: standing([.drift])),
      Step(question: "Are there labels enough to decide?", answer: labels),
    ]
  }

  /// What to do; `nil` when there is no reason to do anything.
  var recommendation: String? {
    let broken = Set(context.findings(.breach).map(\.family))
    let performanceBroke = broken.contains(where: \.isPerformance)
    if broken.contains(.operations) || broken.contains(.volume) {
      return "Have the supply repaired before anything is decided about the model."
    }
    if broken.contains(.quality) {
      return performanceBroke
        ? "Have the data repaired and this \(context.noun) measured again, before retraining."
        : "Have the data repaired; there is no reason to retrain yet."
    }
    if performanceBroke {
      return hasLabels
        ? "Decide between retraining, the version before, and waiting one more \(context.noun)."
        : "Get more labels first: the drop rests on few of them."
    }
    if broken.contains(.fairness) {
      return "Have somebody find out why groups are treated less alike than agreed."
    }
    if broken.contains(.drift) {
      let columns = Plural.shortList(Situation(context: context).drifted)
      let labels = context.leading?.maturity?.state == .final ? "" : ", or have such rows labelled"
      return "Have somebody look into what moved \(columns)\(labels). "
        + "Drift alone is no reason to retrain."
    }
    return nil
  }

  private var hasLabels: Bool {
    (context.leading?.labelCount ?? 0) >= context.identity.minimumRows
  }

  private var supply: String {
    guard let leading = context.leading, leading.rowCount > 0 else { return "No data arrived." }
    return "\(Plural.count(context.rowCount, "prediction")). "
      + standing([.operations, .volume], whenNone: "No expectation is set for the service.")
  }

  private var performance: String {
    let answer = standing(
      [.classification, .regression, .estimated],
      whenNone: "No performance measure has an expectation.")
    let broken = context.findings(.breach).filter(\.family.isPerformance)
      .compactMap(context.words)
    guard !broken.isEmpty else { return answer }
    let open = broken.count(where: \.mayBeChance)
    if open == 0 { return answer + " That is more than chance would explain." }
    return answer
      + (open == broken.count
        ? " Chance alone may explain it: every interval reaches across its limit."
        : " For some of them chance alone may explain it.")
  }

  private var labels: String {
    guard let leading = context.leading, let coverage = context.labelCoverage else {
      return "There are no rows."
    }
    let share = NumberStyle(unit: .share).text(coverage)
    let enough = hasLabels ? "enough to judge" : "too few to judge"
    let verb = leading.labelCount == 1 ? "has" : "have"
    return "\(Plural.count(leading.labelCount, "label")) \(verb) arrived "
      + "(\(share) of the rows), \(enough)."
  }

  private func standing(
    _ families: [MetricDefinition.Family], whenNone: String = "No expectation is set for this."
  ) -> String {
    let all = context.findings.filter { families.contains($0.family) }
    guard !all.isEmpty else { return whenNone }
    let worst = Status.worst(of: all.map(\.status))
    // What could not be judged is one answer, whatever it lacked.
    let found = all.filter { worst.isJudged ? $0.status == worst : !$0.isJudged }
    let count = found.count
    if worst == .ok {
      return all.count == 1
        ? "Its one expectation is met."
        : "All \(NumberText.grouped(all.count)) expectations are met."
    }
    let names = FindingClauses(context: context, isPlain: false).list(found)
    guard worst.isJudged else {
      return all.count == 1
        ? "Its one expectation could not be judged: \(names)."
        : "\(count) of \(Plural.count(all.count, "expectation")) could not be judged: \(names)."
    }
    if all.count == 1 { return "\(worst.words.capitalizedFirst): \(names)." }
    return "\(count) of \(Plural.count(all.count, "expectation")) \(count == 1 ? "is" : "are") "
      + "\(worst.words(of: count)): \(names)."
  }
}
