import Assessment
import Profiling

extension AnswerSentences {
  // MARK: - Is quality down, and is drift real or bad data?

  var scientist: String { performanceAnswer + "\(driftClause)." }

  private var performanceAnswer: String {
    if let alike = alikeOutcomes {
      let judged =
        alike.openCount < alike.checkCount ? "could be judged in part only" : "could not be judged"
      return "Performance \(judged) \(when): \(alike.reason("label"))"
    }
    return switch situation.performance {
    case .broken(let found):
      "Performance was outside its limits \(when): \(finding.clause(found))"
        + finding.lasting(found)
    case .doubtful(let found):
      "Performance may have been outside its limits \(when): \(finding.clause(found)), "
        + finding.doubt(found)
    case .close(let found):
      "Performance stayed inside its limits \(when), but is worth a look: \(finding.clause(found))"
    case .met:
      "Performance was as expected \(when), by \(measures)"
    case .waiting: "Performance is not known yet \(when): \(finding.noOutcome)"
    case .unjudged: "Performance could not be judged \(when): \(finding.tooLittle)"
    case .unasked: "Nothing is expected of performance \(when)"
    }
  }

  private var measures: String {
    let judged = context.findings.count { $0.family.isPerformance && $0.isJudged }
    let all = context.findings.count { $0.family.isPerformance }
    if judged == all { return judged == 1 ? "its one measure" : "all \(judged) measures" }
    return "the \(Plural.count(judged, "measure")) of \(all) that could be judged"
  }

  private var driftClause: String {
    let count = situation.drifted.count
    let bad = situation.faults.contains { $0.family == .quality }
    guard count > 0 else { return "" }
    let columns = "\(Plural.count(count, "column")) \(count == 1 ? "has" : "have") drifted"
    return bad ? "; \(columns), and the data is not sound" : "; \(columns)"
  }

  // MARK: - Retrain, wait, or get labels?

  var manager: String {
    let broken = Set(context.findings(.breach).map(\.family))
    if broken.contains(.operations) || broken.contains(.volume) {
      return poorer(
        "Nothing can be decided about the model on \(context.period.name)", joining: "as")
        ?? ""
    }
    let isBad = broken.contains(.quality)
    if let alike = alikeOutcomes {
      let early = "It is too early to decide on \(context.period.name)"
      return poorer(early, joining: "and") ?? "\(early): \(alike.reason("label"))."
    }
    switch situation.performance {
    case .broken(let found):
      if isBad {
        return "Data before model: performance was outside its limits \(when), but so was the data "
          + "it rests on (\(finding.phrase(situation.faults.first ?? found)))."
      }
      return "A decision is due: performance was outside its limits \(when), with "
        + "\(finding.phrase(found))\(finding.lasting(found))."
    case .doubtful(let found):
      return poorer("It is too early to decide on \(context.period.name)")
        ?? "It is too early to decide: performance may have been outside its limits \(when), with "
        + "\(finding.phrase(found)), \(finding.doubt(found))."
    case .close(let found):
      return poorer("There is no reason to retrain \(when)")
        ?? "There is no reason to retrain yet, but one to look: \(finding.clause(found)) \(when)."
    case .met:
      let drift = situation.drifted.count
      let although =
        drift > 0
        ? ", although \(Plural.count(drift, "column")) \(drift == 1 ? "has" : "have") drifted" : ""
      return poorer("There is no reason to retrain \(when)")
        ?? "There is no reason to retrain: performance was as expected \(when)\(although)."
    case .waiting:
      let early = "It is too early to decide on \(context.period.name)"
      return poorer(early, joining: "and") ?? "\(early): \(finding.noOutcome)."
    case .unjudged:
      let early = "It is too early to decide on \(context.period.name)"
      return poorer(early, joining: "and") ?? "\(early): \(finding.tooLittle)."
    case .unasked:
      return poorer("Nothing is expected of performance \(when)")
        ?? "Nothing is expected of performance \(when), so there is nothing to decide."
    }
  }

  // MARK: - Is everything arriving, and which columns broke?

  var engineer: String {
    let checks = context.findings.filter(\.family.isSupply)
    let rows = Plural.count(context.rowCount, "prediction")
    let broken = checks.filter { $0.status == .breach }
    guard !checks.isEmpty else {
      return "\(rows) arrived \(when); no check of supply or data is agreed."
    }
    if let worst = broken.first {
      let failed =
        "\(broken.count) of \(Plural.count(checks.count, "check")) of supply and data "
        + "failed \(when)"
      return "\(failed): \(finding.clause(worst))\(finding.lasting(worst))."
    }
    let judged = checks.count(where: \.isJudged)
    if judged == 0 {
      return
        "\(rows) arrived \(when); none of \(Plural.count(checks.count, "check")) of supply and "
        + "data could be judged."
    }
    let looks = checks.count { $0.status == .watch && !$0.isImprovement }
    let rest = looks > 0 ? ", but \(looks) \(looks == 1 ? "is" : "are") worth a look" : ""
    return "\(rows) arrived \(when), and no check of supply or data failed "
      + "(\(judged == checks.count ? "all \(judged)" : "\(judged) of \(checks.count)") could be judged)"
      + "\(rest)."
  }
}

extension MetricDefinition.Family {
  /// Families that say whether data arrived, and arrived sound.
  var isSupply: Bool { [.operations, .volume, .quality].contains(self) }
}
