import Assessment
import Profiling

/// What was found, for those who keep the record: one thought, the most pressing; the counts, which
/// add up, stand below it.
extension AnswerSentences {
  var compliance: String {
    let opening = opening
    return opening.words + (opening.countsIncidents ? incidents : "") + "."
  }

  /// Whether the answer says how many incidents are open.
  var countsIncidents: Bool { opening.countsIncidents }

  /// Whether the answer says that outcomes are all alike, and what that leaves undone.
  var tellsAlikeOutcomes: Bool {
    guard !context.isEmpty, alikeOutcomes != nil else { return false }
    return switch role {
    case .dataScientist: true
    case .dataEngineer: false
    case .compliance: opening.tellsAlike
    // What was wrong beside the answers goes first.
    case .productManager, .business, .dataScienceManager, nil: situation.faults.isEmpty
    }
  }

  /// The answer without its full stop, and what of the rest belongs to it.
  private struct Opening {
    let words: String
    var countsIncidents = false
    var tellsAlike = false
  }

  private var opening: Opening {
    let all = context.findings
    guard !all.isEmpty else {
      return Opening(words: "The model was held against no expectation \(when)")
    }
    guard all.count > 1 else { return Opening(words: one(all[0]), countsIncidents: true) }
    let expectations = Plural.count(all.count, "expectation")
    guard all.contains(where: \.isJudged) else {
      return Opening(
        words: "None of \(expectations) could be judged \(when)", countsIncidents: true)
    }
    let broken = context.faults.count
    if broken > 0 {
      return Opening(
        words: "\(broken) of \(expectations) \(broken == 1 ? "was" : "were") broken \(when)",
        countsIncidents: true)
    }
    if let alike = alikeOutcomes {
      return Opening(
        words: "Not all could be checked \(when): \(alike.reason("label"))", tellsAlike: true)
    }
    if UnjudgedGap(context: context) != nil {
      let which = hasDrifted ? "No expectation on answers, data and service" : "No expectation"
      let words =
        "\(which) was broken \(when), but none is about groups of people, which fare differently"
      return Opening(words: words)
    }
    // Incidents about drift are no fault; they have a sentence of their own.
    return Opening(
      words: "No fault was found \(when): \(nothingBroken)", countsIncidents: !hasDrifted)
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
    return "The one expectation of the model \(standing) \(when)"
  }
}
