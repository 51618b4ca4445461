import Assessment
import Profiling

/// What was found, for those who keep the record: one thought, the most pressing; the counts, which
/// add up, stand below it.
extension AnswerSentences {
  var compliance: String {
    let all = context.findings
    guard !all.isEmpty else { return "The model was held against no expectation \(when)." }
    guard all.count > 1 else { return one(all[0]) }
    let judged = all.count(where: \.isJudged)
    if judged == 0 {
      return
        "None of \(Plural.count(all.count, "expectation")) could be judged \(when)\(incidents)."
    }
    let broken = context.faults.count
    if broken > 0 {
      return "\(broken) of \(Plural.count(all.count, "expectation")) "
        + "\(broken == 1 ? "was" : "were") broken \(when)\(incidents)."
    }
    if let alike = alikeOutcomes {
      return "Not all could be checked \(when): \(alike.reason("label"))."
    }
    if UnjudgedGap(context: context) != nil {
      let which = hasDrifted ? "No expectation on answers, data and service" : "No expectation"
      return "\(which) was broken \(when), but none is about groups of people, which fare "
        + "differently."
    }
    // Incidents about drift are no fault; they have a sentence of their own.
    return "No fault was found \(when): \(nothingBroken)\(hasDrifted ? "" : incidents)."
  }

  /// What was held against something and not broken. Drift beyond its limit is no fault, and not
  /// counted.
  private var nothingBroken: String {
    guard hasDrifted else {
      return "none of \(Plural.count(context.findings.count, "expectation")) was broken"
    }
    let others = context.findings.filter { $0.family != .drift }
    guard others.contains(where: \.isJudged) else {
      let drifts = situation.drifts.count
      return "\(drifts) of \(Plural.count(context.findings.count, "expectation")) "
        + "\(drifts == 1 ? "was" : "were") broken, all on drift, which is a reason to look"
    }
    return others.count == 1
      ? "the one expectation on answers, data and service was not broken"
      : "none of \(NumberText.grouped(others.count)) expectations on answers, data and service "
        + "was broken"
  }

  private var hasDrifted: Bool { !situation.drifts.isEmpty }

  private var incidents: String {
    let open = context.history.incidents.asOf(context.index).count(where: \.isOpen)
    return open == 0
      ? ", and no incident is open"
      : ", and \(Plural.count(open, "incident")) \(open == 1 ? "is" : "are") open"
  }

  /// The answer where there is but one expectation.
  private func one(_ finding: Finding) -> String {
    let standing =
      switch finding.weight {
      case .ok: "was met"
      case .watch: "is worth a look"
      case .breach: "was broken"
      case .insufficient, .missing: "could not be judged"
      }
    return "The one expectation of the model \(standing) \(when)\(incidents)."
  }
}
