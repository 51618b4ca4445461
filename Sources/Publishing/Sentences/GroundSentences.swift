import Assessment
import Profiling

/// What an answer rests on: the sentences that follow it, in order of weight.
struct GroundSentences {
  let context: ReportContext
  let role: Role?

  private var situation: Situation { Situation(context: context) }
  var isPlain: Bool { role.speaksPlainly }
  var clauses: FindingClauses { FindingClauses(context: context, isPlain: isPlain) }

  /// At most a dozen; none for a period without predictions.
  var all: [String] {
    guard !context.isEmpty else { return [] }
    return [
      // What says "it" stands beside the answer that it means.
      groups, first, lasting, evidence, kinds, checked, usual, alike, stage, shared, until, bias,
      others,
      counts, incidents, looks, drift, better, unjudged, maturity,
    ]
    .compactMap { $0 }
  }

  /// The finding that the answer, or the first sentence after it, is about.
  var leading: Finding? {
    switch role {
    case .dataEngineer: context.findings.first { $0.status == .breach && $0.family.isSupply }
    case .compliance: context.faults.first
    case .dataScientist: performance
    case .dataScienceManager, .productManager, .business, nil:
      isAboutPerformance ? performance : situation.faults.first ?? performance
    }
  }

  private var performance: Finding? {
    switch situation.performance {
    case .broken(let finding), .doubtful(let finding), .close(let finding), .met(let finding):
      finding
    case .waiting, .unjudged, .unasked: nil
    }
  }

  /// True where performance itself is the news, whatever else was wrong.
  private var isAboutPerformance: Bool {
    switch situation.performance {
    case .broken: true
    // A manager hears of what is certain first.
    case .doubtful: role != .dataScienceManager
    case .close, .met, .waiting, .unjudged, .unasked: false
    }
  }

  /// What was broken, in full, for the officer whose answer only counts.
  private var first: String? {
    guard role == .compliance, let leading else { return nil }
    let effect = context.words(leading)?.effectSentence.map { " " + $0 } ?? ""
    return context.words(leading).map { $0.sentence + effect }
  }

  /// A gap between groups that no expectation speaks of.
  private var groups: String? {
    role == .compliance ? UnjudgedGap(context: context)?.sentence : nil
  }

  /// How all expectations came out, in counts that add up, for the officer whose answer has one only.
  private var counts: String? {
    let all = context.findings
    guard role == .compliance, all.count > 1, all.contains(where: { $0.weight != .ok }) else {
      return nil
    }
    return "Of \(NumberText.grouped(all.count)) expectations: "
      + "\(StandingCount(context: context).wordsWithDrift)."
  }

  /// The incidents that are open, where the answer does not count them.
  private var incidents: String? {
    guard role == .compliance,
      !AnswerSentences(context: context, role: role).countsIncidents
    else { return nil }
    return OpenIncidents(context: context).sentence
  }

  /// Says so when the report is not about answers in production.
  private var stage: String? {
    guard let arm = context.leading?.arm, arm.stage != .production else { return nil }
    let use = arm.stage == .candidate ? "" : ", whose answers nobody used"
    return "No version answered in production; this report is about \(arm.name) "
      + "\(arm.stage.inWords)\(use)."
  }

  /// Whose figures these are, where several versions answered.
  private var shared: String? {
    context.shared?.sentence(noun: context.noun, hasDrift: !situation.drifts.isEmpty)
  }

  /// Says so when the newest period is not known to its end.
  private var until: String? {
    guard context.isLatest,
      let last = context.record.inputDays.values.map(\.upperBound).max(),
      last < context.period.end, context.period.contains(last)
    else { return nil }
    return "The newest predictions are of \(last.words); the \(context.noun) ends on "
      + "\(context.period.end.words)."
  }

  /// How long the leading fault, or what may be one, has lasted, for readers whose answer does not
  /// say so.
  private var lasting: String? {
    guard isPlain, let leading, leading.status == .breach || isDoubted(leading) else { return nil }
    let run = context.run(of: leading)
    guard run > 1 else { return nil }
    return "It has been so for the \(Plural.ordinal(run)) \(context.noun) in a row."
  }

  /// Why chance does or does not explain the leading fault.
  private var evidence: String? {
    guard let leading, role != .compliance else { return nil }
    if isPlain, isDoubted(leading) { return clauses.doubtSentence(leading) }
    guard leading.status == .breach else { return nil }
    if isPlain {
      guard case .beyond(_, .wholeInterval) = leading.rule else { return nil }
      return "Chance alone is unlikely to explain \(clauses.crossed(leading))."
    }
    let effect = role == .dataScientist ? context.words(leading)?.effectSentence : nil
    let parts = [context.words(leading)?.evidence, effect].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Whether the answer for plain readers is about a measure that may be outside its limit.
  private func isDoubted(_ finding: Finding) -> Bool {
    if case .doubtful = situation.performance { finding.isDoubtful } else { false }
  }

  /// The other broken expectations, by name.
  private var others: String? {
    let rest = context.faults.filter { $0.value.key != leading?.value.key }
    guard !rest.isEmpty else { return nil }
    let also = leading?.status == .breach ? "Also outside" : "Outside"
    return "\(also) the limit: \(clauses.list(rest))."
  }

  /// What is close to its limit, or beyond it without evidence.
  private var looks: String? {
    let rest = context.findings(.watch).filter {
      $0.family != .drift && !$0.isImprovement && $0.value.key != leading?.value.key
        // Two measures of one thing have one name, and the answer has told it.
        && leading.map(clauses.name) != clauses.name($0)
    }
    return rest.isEmpty ? nil : "Worth a look: \(clauses.list(rest))."
  }

  private var drift: String? {
    let drifts = situation.drifts
    guard !drifts.isEmpty else { return nil }
    guard isPlain else {
      let list = Plural.shortList(clauses.columns(drifts))
      let worst = role == .dataScientist ? driftInFull.map { " \($0)" } : nil
      return "Different from the reference, which is a reason to look: \(list)." + (worst ?? "")
    }
    return "\(plainDrift(drifts)) That is a reason to look, not a fault of the model."
  }

  /// Inputs, and what the model made of them, each in its own words.
  private func plainDrift(_ drifts: [Finding]) -> String {
    let inputs = clauses.columns(drifts.filter { !context.isAboutOutput($0) })
    let others = clauses.columns(drifts.filter(context.isAboutOutput))
    let reference = "from \(context.referenceName)."
    let told = Set(inputs + others)
    let doubtful = clauses.columns(
      context.findings(.watch).filter { $0.family == .drift && !$0.isImprovement }
    ).filter { !told.contains($0) }
    // Names of columns keep their letters, so none begins a sentence.
    let may =
      doubtful.isEmpty ? "" : " Possibly also \(Plural.shortList(doubtful))."
    guard !inputs.isEmpty else {
      return "The mix of \(Plural.list(others)) differs \(reference)\(may)"
    }
    let too = others.isEmpty ? "" : " \(Plural.list(others).capitalizedFirst) differ too."
    let moved = inputs.map { name in
      direction(of: name, drifts).map { "\(name) (\($0))" } ?? name
    }
    return "The inputs have changed: the mix of \(Plural.shortList(moved)) differs \(reference)"
      + too + may
  }

  /// Which way a column moved, where all rows are meant.
  private func direction(of name: String, _ drifts: [Finding]) -> String? {
    drifts.first { $0.value.key.slice.isAll && $0.value.key.feature == name }
      .flatMap { $0.value.key.feature }.flatMap(MixDirection(context: context).words)
  }

  /// The drift that weighs most, with its number, for those who weigh it themselves.
  private var driftInFull: String? {
    context.findings.first { $0.family == .drift && $0.status == .breach }
      .flatMap { context.words($0)?.sentence }
  }

  private var better: String? {
    let found = situation.improvements
    return found.first.map {
      "Better than \(clauses.agreedWord($0)), which deserves a check too: \(clauses.list(found))."
    }
  }

  private var unjudged: String? {
    let all = context.findings(.missing, .insufficient)
    let alike = AlikeOutcomes(context: context)
    // Those that outcomes of one class leave undone have a sentence of their own.
    let open = all.filter {
      alike == nil || !$0.family.isPerformance || !$0.lacksVariety
        || $0.value.key.metric == .precision
    }
    guard !open.isEmpty, all.count < context.findings.count else { return nil }
    return UnjudgedFindings(open, isPlain: isPlain).sentence
  }

  /// Nothing for a model that never had a label: it is not waiting for any.
  private var maturity: String? {
    guard let maturity = context.leading?.maturity, context.history.hasLabels else { return nil }
    let words = MaturityWords(maturity, rule: context.identity.maturity)
    let version = context.shared == nil ? nil : context.leading?.arm.name
    return isPlain ? words.plainSentence(of: version) : words.sentence
  }
}
