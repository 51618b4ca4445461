import Assessment

/// What outcomes that are all alike leave undone, and what could be checked all the same.
extension GroundSentences {
  /// Said where the answer is about something graver.
  var kinds: String? {
    guard role != .dataEngineer, let alike = AlikeOutcomes(context: context),
      alike.openCount > 0, !answers.tellsAlikeOutcomes
    else { return nil }
    return alike.reason(isPlain ? "outcome" : "label").capitalizedFirst + "."
  }

  /// The finding that the answer would be about if nothing were left undone.
  var checked: String? {
    guard isPlain, answers.alikeOutcomes != nil, let leading, leading.family.isPerformance else {
      return nil
    }
    let found = clauses.clause(leading)
    switch leading.status {
    case .ok: return "What could be checked was as \(clauses.agreedWord(leading)): \(found)."
    case .watch, .breach, .insufficient, .missing: return found.capitalizedFirst + "."
    }
  }

  private var answers: AnswerSentences { AnswerSentences(context: context, role: role) }
}
