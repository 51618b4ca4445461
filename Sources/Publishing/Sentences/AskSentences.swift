import Assessment
import Profiling

/// What a report asks of its reader, by rules; "nothing" is an answer too.
struct AskSentences {
  let context: ReportContext
  let role: Role

  var all: [String] {
    let asks = demands
    return asks.isEmpty ? ["Nothing for this \(context.noun)."] : asks
  }

  var asksForSomething: Bool { !demands.isEmpty }

  /// What the verdicts ask, without the actions that people put on record.
  var requests: [String] {
    guard !context.isEmpty else { return emptyAsks }
    // Nothing below is sure while outcomes may be missing.
    return [AlikeOutcomes(context: context)?.ask(role)].compactMap { $0 } + fullAsks
      + VersionAsks(context: context, role: role).all
      + OpenQuestions(context: context, role: role).all
  }

  private var demands: [String] {
    requests + ActionSentences(context: context, role: role).all
  }

  private var fullAsks: [String] {
    switch role {
    case .dataScientist: scientist
    case .dataScienceManager: manager
    case .productManager: product
    case .dataEngineer: engineer
    case .compliance: compliance
    case .business: business
    }
  }

  private var clauses: FindingClauses {
    FindingClauses(context: context, isPlain: role.speaksPlainly)
  }

  private func broken(_ accepts: (MetricDefinition.Family) -> Bool) -> [Finding] {
    context.findings(.breach).filter { accepts($0.family) }
  }

  private var badPerformance: [Finding] { broken(\.isPerformance) }
  private var badQuality: [Finding] { broken { $0 == .quality } }
  private var badSupply: [Finding] { broken { $0 == .volume || $0 == .operations } }
  private var unfair: [Finding] { broken { $0 == .fairness } }

  /// Performance that may be outside its limits, for as long as chance seldom lasts.
  private var lastingDoubt: [Finding] {
    context.findings.filter {
      $0.isDoubtful && $0.family.isPerformance && context.run(of: $0) >= 3
    }
  }

  private func names(_ findings: [Finding]) -> String { clauses.list(findings) }

  /// Columns that drifted in this period and not in the one before; none where the leading version
  /// had only some of its days, as days alone may change a mix.
  var newDrifts: [Finding] {
    if context.shared?.isSplit ?? false { return [] }
    let before = Set(
      (context.mixBefore?.leading?.findings ?? []).filter { $0.status == .breach }.map(\.value.key))
    return Situation(context: context).drifts.filter { !before.contains($0.value.key) }
  }

  private var emptyAsks: [String] {
    switch role {
    case .dataEngineer:
      ["Find out why no predictions arrived, and whether the model was meant to answer."]
    case .compliance: ["Put on record why the model gave no answers \(context.period.inWords)."]
    case .dataScienceManager:
      ["Make sure that somebody is looking into why no predictions arrived."]
    case .dataScientist: []
    case .productManager, .business:
      ["Ask whether the model was meant to be out of use \(context.period.inWords)."]
    }
  }

  private var scientist: [String] {
    var asks: [String] = []
    if !badQuality.isEmpty {
      asks.append(
        "Settle the data first: \(names(badQuality)). "
          + "Until then, do not read drift of the same columns as a change in the world.")
    }
    let performance = badPerformance + lastingDoubt
    if !performance.isEmpty {
      asks.append(
        "Find the rows behind it: compare \(names(performance)) with the table of segments below.")
    }
    if !unfair.isEmpty {
      asks.append("Find out what sets the groups apart: \(names(unfair)).")
    }
    asks += WorseGroupSentences(context: context, isPlain: false).asks
    let drifted = clauses.columns(newDrifts)
    if !drifted.isEmpty && badPerformance.isEmpty {
      let labels = context.leading?.maturity?.state == .final ? "" : ", or have such rows labelled"
      asks.append(
        "Look into what moved \(Plural.shortList(drifted))\(labels). "
          + "Drift alone is no reason to retrain.")
    }
    return asks
  }

  private var manager: [String] {
    DecisionPath(context: context).recommendation.map { [$0] } ?? []
  }

  private var product: [String] {
    var asks: [String] = []
    if !badPerformance.isEmpty {
      asks.append(
        "Hold back any wider use of the model until the data scientists have explained what "
          + "happened to \(names(badPerformance)).")
    } else if !lastingDoubt.isEmpty {
      asks.append("Ask the data scientists what is known about \(names(lastingDoubt)).")
    }
    if !unfair.isEmpty {
      asks.append("Ask compliance what is being done about \(names(unfair)).")
    }
    asks += WorseGroupSentences(context: context, isPlain: true).asks
    if !badQuality.isEmpty || !badSupply.isEmpty {
      asks.append(
        "Ask what lies behind \(names(badSupply + badQuality)), and whether that is expected.")
    } else {
      asks += mixes
    }
    return asks
  }

  /// Inputs that newly differ, then those that do so again while the question about them is open.
  private var mixes: [String] {
    let drifts = newDrifts.filter { !context.isAboutOutput($0) }
    guard !drifts.isEmpty else { return [] }
    let questions = OpenQuestions(context: context, role: role)
    let starts = questions.mixStarts
    func its(_ columns: [String]) -> String { columns.count == 1 ? "its" : "their" }
    let new = clauses.columns(drifts.filter { starts[$0.value.key] == nil })
    let again = drifts.filter { starts[$0.value.key] != nil }
    let known = clauses.columns(again).filter { !new.contains($0) }
    // Without a period before nothing is new.
    let differs = context.previous == nil ? "differs" : "newly differs"
    var asks: [String] = []
    if !new.isEmpty {
      asks.append(
        "Ask what changed in \(Plural.shortList(new)), and whether that is expected: "
          + "\(its(new)) mix \(differs) from the reference.")
    }
    if !known.isEmpty, let since = again.compactMap({ starts[$0.value.key] }).min() {
      asks.append(
        "Ask what changed in \(Plural.shortList(known)): \(its(known)) mix differs from the "
          + "reference again, a question open since \(questions.name(since)).")
    }
    return asks
  }

  private var engineer: [String] {
    var asks: [String] = []
    if !badSupply.isEmpty { asks.append("Repair the supply: \(names(badSupply)).") }
    if !badQuality.isEmpty {
      asks.append(
        "Find the step that changed \(badQuality.count == 1 ? "this column" : "these columns"): "
          + "\(names(badQuality)).")
    }
    if let waiting = context.waitingLabelCount, waiting > 0 {
      let count = Plural.count(waiting, "label")
      let verb = waiting == 1 ? "belongs" : "belong"
      asks.append("Find the predictions that \(count) on record \(verb) to.")
    }
    return asks
  }

  private var compliance: [String] {
    let open = context.history.incidents.asOf(context.index).filter(\.isOpen)
    var asks = [UnjudgedGap(context: context)?.ask].compactMap { $0 }
    if !open.isEmpty {
      let verb = open.count == 1 ? "is" : "are"
      asks.append(
        "\(Plural.count(open.count, "incident")) \(verb) open. "
          + "Record \(open.count == 1 ? "" : "for each ")who looks into it and what was decided.")
    }
    for promotion in context.record.promotions where promotion.replaced != nil {
      asks.append("Record who approved the change to version \(promotion.version).")
    }
    return asks
  }

  private var business: [String] {
    if !badPerformance.isEmpty {
      return ["Decide with the product manager whether to keep relying on the model meanwhile."]
    }
    return []
  }
}
