import Assessment
import Profiling

/// What a report asks of its reader, by rules; "nothing" is an answer too.
struct AskSentences {
  let context: ReportContext
  let role: Role

  var all: [String] {
    let people = PeopleBuilder(context: context, reader: role).summary
    let asks =
      (context.isEmpty ? emptyAsks : versionAsks + fullAsks) + [people].compactMap { $0 }
    return asks.isEmpty ? ["Nothing for this \(context.noun)."] : asks
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

  private func broken(_ accepts: (MetricDefinition.Family) -> Bool) -> [Finding] {
    context.findings(.breach).filter { accepts($0.family) }
  }

  private var badPerformance: [Finding] { broken(\.isPerformance) }
  private var badQuality: [Finding] { broken { $0 == .quality } }
  private var badSupply: [Finding] { broken { $0 == .volume || $0 == .operations } }
  private var drifted: [Finding] { broken { $0 == .drift } }

  private func names(_ findings: [Finding]) -> String {
    Plural.shortList(findings.map(\.value.key.inlineSubject))
  }

  /// A version that took over although it had done worse is a question, not an incident.
  private var versionAsks: [String] {
    guard role != .dataEngineer, let metric = context.history.primary else { return [] }
    return context.record.promotions.compactMap { promotion in
      guard let replaced = promotion.replaced,
        promotion.overall?.rows.first(where: { $0.key == MetricKey(metric) })?.outcome == .worse
      else { return nil }
      let reason = "although its \(metric.inline) was the worse one before"
      return switch role {
      case .dataScienceManager:
        "Confirm that \(promotion.version) should serve in place of \(replaced), \(reason)."
      case .compliance:
        "Put on record why \(promotion.version) took over from \(replaced), \(reason)."
      case .dataScientist, .productManager, .business, .dataEngineer:
        "Find out why \(promotion.version) took over from \(replaced), \(reason)."
      }
    }
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
    if !badPerformance.isEmpty {
      asks.append(
        "Find the rows behind it: compare \(names(badPerformance)) "
          + "with the table of segments below.")
    }
    if !drifted.isEmpty && badPerformance.isEmpty {
      asks.append(
        "Look into \(names(drifted)), or have those rows labelled. "
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
        "Hold back any wider use of the model until the data scientists have explained why "
          + "\(names(badPerformance)) left the agreed range.")
    }
    if !badQuality.isEmpty || !badSupply.isEmpty {
      asks.append(
        "Ask whether a change in the product explains "
          + "\(names(badSupply + badQuality)).")
    }
    return asks
  }

  private var engineer: [String] {
    var asks: [String] = []
    if !badSupply.isEmpty { asks.append("Repair the supply: \(names(badSupply)).") }
    if !badQuality.isEmpty {
      asks.append("Find the step that changed these columns: \(names(badQuality)).")
    }
    if context.model.unmatchedLabelCount > 0 {
      let count = Plural.count(context.model.unmatchedLabelCount, "label")
      asks.append("Find the predictions that \(count) on record belong to.")
    }
    return asks
  }

  private var compliance: [String] {
    let open = context.history.incidents.asOf(context.index).filter(\.isOpen)
    var asks: [String] = []
    if !open.isEmpty {
      let verb = open.count == 1 ? "is" : "are"
      asks.append(
        "\(Plural.count(open.count, "incident")) \(verb) open. "
          + "Record for each who looks into it and what was decided.")
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
