import Assessment
import Profiling

/// The one sentence with which a report opens, for each reader's own question.
struct AnswerSentences {
  let context: ReportContext
  let role: Role?

  var situation: Situation { Situation(context: context) }
  var finding: FindingClauses { FindingClauses(context: context, isPlain: role.speaksPlainly) }
  var when: String { context.period.inWords }

  var answer: String {
    guard !context.isEmpty else { return empty }
    return switch role {
    case .productManager, nil: product
    case .business: business
    case .dataScientist: scientist
    case .dataScienceManager: manager
    case .dataEngineer: engineer
    case .compliance: compliance
    }
  }

  // MARK: - How well does it serve?

  private var product: String {
    if let partly = partly("How well the model served \(when)") { return partly }
    switch situation.performance {
    case .broken(let found):
      return "The model served \(finding.some(found))worse than \(finding.agreedWord(found))"
        + "\(finding.respect(found)) \(when): \(finding.clause(found))."
    case .doubtful(let found):
      return "The model may have served \(finding.some(found))worse than "
        + "\(finding.agreedWord(found))\(finding.respect(found)) \(when): \(finding.clause(found))."
    case .close(let found):
      return poorer("The model served as well as \(finding.agreedWord(found)) \(when)")
        ?? "The model served as well as \(finding.agreedWord(found)) \(when), but only just: "
        + "\(finding.clause(found))."
    case .met(let found):
      let served =
        "The model served \(found.isImprovement ? "better than" : "as well as") "
        + "\(finding.agreedWord(found)) \(when)"
      return poorer(served) ?? "\(served): \(finding.clause(found))."
    case .waiting:
      return poorer("How well the model served \(when) is not known yet", joining: "and")
        ?? "How well the model served \(when) is not known yet: \(finding.noOutcome)."
    case .unjudged:
      return poorer("How well the model served \(when) cannot be said", joining: "and")
        ?? "How well the model served \(when) cannot be said: \(finding.tooLittle)."
    case .unasked:
      let said = finding.primary.map { "; \($0)" } ?? ""
      return poorer("Nothing is agreed about how good the answers should be", joining: "but")
        ?? "Nothing is agreed about how good the answers should be \(when)\(said)."
    }
  }

  /// The sentence goes on with what was wrong beside the answers; `nil` when nothing was.
  func poorer(_ opening: String, joining word: String = "but") -> String? {
    guard let fault = situation.faults.first else { return nil }
    let what =
      switch fault.family {
      case .fairness: "groups were treated less alike than \(finding.agreedWord(fault))"
      case .operations: "the service ran worse than \(finding.agreedWord(fault))"
      case .volume: "the supply of data was not as \(finding.agreedWord(fault))"
      case .quality, .drift, .classification, .regression, .estimated:
        "the data was poorer than \(finding.agreedWord(fault))"
      }
    return "\(opening), \(word) \(what): \(finding.clause(fault))."
  }

  /// The answer where outcomes that are all alike leave checks undone, and no check that was made
  /// says more; `nil` for all else.
  private func partly(_ question: String) -> String? {
    guard let alike = alikeOutcomes else { return nil }
    let known = alike.openCount < alike.checkCount ? "can be said in part only" : "cannot be said"
    return poorer("\(question) \(known)", joining: "and")
      ?? "\(question) \(known): \(alike.reason())."
  }

  /// Outcomes that are all alike, where checks could not be made for that and none that was made
  /// found a fault.
  var alikeOutcomes: AlikeOutcomes? {
    switch situation.performance {
    case .broken, .doubtful, .unasked, .waiting: nil
    case .close, .met, .unjudged:
      AlikeOutcomes(context: context).flatMap { $0.openCount > 0 ? $0 : nil }
    }
  }

  // MARK: - Can we rely on it?

  private var business: String {
    if let partly = partly("Whether the model could be relied on \(when)") { return partly }
    switch situation.performance {
    case .broken(let found):
      return "The model could not be relied on as \(finding.agreedWord(found))"
        + "\(finding.respect(found)) \(when): \(finding.clause(found))."
    case .doubtful(let found):
      return "It is not sure that the model could be relied on as \(finding.agreedWord(found))"
        + "\(finding.respect(found)) \(when): \(finding.clause(found))."
    case .close(let found):
      return poorer("The answers of the model were as good as \(finding.agreedWord(found)) \(when)")
        ?? "The model could be relied on as \(finding.agreedWord(found)) \(when), but only just: "
        + "\(finding.clause(found))."
    case .met(let found):
      return poorer("The answers of the model were as good as \(finding.agreedWord(found)) \(when)")
        ?? "The model could be relied on as \(finding.agreedWord(found)) \(when): "
        + "\(finding.clause(found))."
    case .waiting:
      let open = "Nobody can say yet whether the model could be relied on \(when)"
      return poorer(open, joining: "and") ?? "\(open): \(finding.noOutcome)."
    case .unjudged:
      let open = "Nobody can say whether the model could be relied on \(when)"
      return poorer(open, joining: "and") ?? "\(open): \(finding.tooLittle)."
    case .unasked:
      let open =
        "Nothing is agreed about how good the answers must be, so nobody can say whether the "
        + "model could be relied on \(when)"
      return poorer(open, joining: "and") ?? "\(open)."
    }
  }

  // MARK: - Nothing came

  private var empty: String {
    let run = context.model.periods.prefix(context.index + 1).reversed()
      .prefix { ($0.leading?.rowCount ?? 0) == 0 }.count
    let again = run > 1 ? ", for the \(Plural.ordinal(run)) \(context.noun) in a row" : ""
    return "No predictions arrived \(when)\(again), so there is nothing to judge."
  }
}
