import Assessment
import Profiling

/// The answer with which a report opens.
struct LeadSentences {
  let context: ReportContext
  /// Whose report it is; every reader's own concerns come first. `nil` on pages for all.
  var role: Role? = nil

  /// Broken or watched expectations, those that this reader can do something about first.
  var pressing: [Finding] {
    let all = context.findings(.breach, .watch)
    guard role == .dataEngineer else { return all }
    let own = all.filter { [.operations, .volume, .quality].contains($0.family) }
    return own + all.filter { ![.operations, .volume, .quality].contains($0.family) }
  }

  /// One to three sentences: the verdict, what leads it, and how far it may be trusted.
  var all: [String] {
    guard !context.isEmpty else { return [emptySentence] }
    return [verdict] + [stage, first, others, moved, unjudged, maturity].compactMap { $0 }
  }

  /// The verdict alone.
  var verdict: String {
    guard !context.isEmpty else { return emptySentence }
    let total = context.findings.count
    let broken = context.faults.count
    let watched = context.looks.count
    let judged = total - context.findings(.missing, .insufficient).count
    let title = context.identity.title
    let when = context.period.inWords
    if total == 0 { return "\(title) has no expectations to be held against \(when)." }
    if broken > 0 {
      let rest = watched > 0 ? "; \(watched) more \(watched == 1 ? "is" : "are") worth a look" : ""
      return "\(title) broke \(broken) of \(Plural.count(total, "expectation")) \(when)\(rest)."
    }
    if watched > 0 {
      let isInside = context.looks.allSatisfy { $0.rule.crossing?.kind == .watch }
      return
        (isInside
        ? "\(title) stayed inside every agreed limit \(when), "
        : "Nothing is known to be wrong with \(title) \(when), ")
        + "but \(watched) of \(Plural.count(total, "expectation")) "
        + "\(watched == 1 ? "is" : "are") worth a look."
    }
    if judged == 0 {
      return total == 1
        ? "\(title) could not be judged \(when): its one expectation had too little data."
        : "\(title) could not be judged \(when): "
          + "none of \(NumberText.grouped(total)) expectations had enough data."
    }
    if judged < total {
      return "\(title) met every one of the \(Plural.count(judged, "expectation")) "
        + "that could be judged \(when)."
    }
    return total == 1
      ? "\(title) met its one expectation \(when)."
      : "\(title) met all \(NumberText.grouped(total)) expectations \(when)."
  }

  /// The standing in a few words, for lists in which model and period are plain.
  var short: String {
    guard !context.isEmpty else { return "no predictions arrived" }
    let total = context.findings.count
    let broken = context.faults.count
    let watched = context.looks.count
    let open = context.findings(.missing, .insufficient).count
    var parts: [String] = []
    if broken > 0 { parts.append("\(broken) broken") }
    if watched > 0 { parts.append("\(watched) worth a look") }
    if open > 0 { parts.append("\(open) not judged") }
    let met = total - broken - watched - open
    if met > 0 { parts.append(parts.isEmpty ? "all \(met) met" : "\(met) met") }
    return parts.isEmpty ? "no expectations" : Plural.list(parts)
  }

  /// The other broken expectations, by name.
  private var others: String? {
    let rest = pressing.dropFirst().filter { $0.weight == .breach }
      .map(\.value.key.inlineSubject)
    guard !rest.isEmpty else { return nil }
    return "Also outside the agreed limit: \(Plural.shortList(rest))."
  }

  /// The columns that have moved, where the first sentence is not about them already.
  private var moved: String? {
    let drifted = pressing.dropFirst().filter { $0.status == .breach && $0.family == .drift }
    var columns: [String] = []
    for column in drifted.compactMap(\.value.key.columnSubject) where !columns.contains(column) {
      columns.append(column)
    }
    guard !columns.isEmpty else { return nil }
    let also = pressing.first?.family == .drift ? "Also different" : "Different"
    return "\(also) from the reference, which is a reason to look: \(Plural.shortList(columns))."
  }

  /// The most pressing finding, in full.
  private var first: String? {
    pressing.first.flatMap { finding in
      let words = context.words(finding)
      if speaksPlainly, let plain = words?.plainDrift { return plain }
      let effect = namesEffect ? words?.effectSentence.map { " " + $0 } : nil
      return words.map { $0.sentence + (effect ?? "") }
    }
  }

  /// True on pages for all, and for readers without statistics.
  private var speaksPlainly: Bool {
    switch role {
    case .productManager, .business, nil: true
    case .dataScientist, .dataScienceManager, .dataEngineer, .compliance: false
    }
  }

  /// True for readers who weigh the size of a change beside its standing.
  private var namesEffect: Bool { role == .dataScientist || role == .compliance }

  /// Says so when the report is not about answers in production.
  private var stage: String? {
    guard let arm = context.leading?.arm, arm.stage != .production else { return nil }
    let use = arm.stage == .candidate ? "" : ", whose answers nobody used"
    return "No version answered in production; this report is about \(arm.name) "
      + "\(arm.stage.inWords)\(use)."
  }

  private var unjudged: String? {
    let open = context.findings(.missing, .insufficient)
    guard !open.isEmpty, open.count < context.findings.count else { return nil }
    let few = open.filter { $0.status == .insufficient }.count
    let none = open.count - few
    let reasons = [
      few > 0 ? "\(few) for too few rows" : nil, none > 0 ? "\(none) for lack of data" : nil,
    ].compactMap { $0 }
    if reasons.count == 1 {
      let reason = few > 0 ? "for too few rows" : "for lack of data"
      return "\(Plural.count(open.count, "expectation")) could not be judged, \(reason)."
    }
    return "\(Plural.count(open.count, "expectation")) could not be judged: "
      + "\(Plural.list(reasons))."
  }

  /// Nothing for a model that never had a label: it is not waiting for any.
  private var maturity: String? {
    guard let maturity = context.leading?.maturity,
      context.model.periods.contains(where: { ($0.leading?.labelCount ?? 0) > 0 })
    else { return nil }
    return MaturityWords(maturity, rule: context.identity.maturity).sentence
  }

  private var emptySentence: String {
    let run = context.model.periods.prefix(context.index + 1).reversed()
      .prefix { ($0.leading?.rowCount ?? 0) == 0 }.count
    let again =
      run > 1 ? " This is the \(Plural.ordinal(run)) \(context.noun) in a row without any." : ""
    return "No predictions arrived for \(context.identity.title) \(context.period.inWords), "
      + "so there is nothing to judge.\(again)"
  }
}
