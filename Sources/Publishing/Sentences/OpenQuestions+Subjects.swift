import Assessment
import Profiling

/// What raises questions: groups, the mix of columns, and gaps between groups of people.
extension OpenQuestions {
  /// Groups that did clearly worse and do so no more; those that still do are asked about anyway.
  var groups: [Question] {
    let groups = WorseGroups(context: context)
    let states = (earlier.lowerBound...context.index).map {
      groups.states(in: context.model.periods[$0])
    }
    func state(_ key: MetricKey, _ index: Int) -> State {
      states[index - earlier.lowerBound][key] ?? .unknown
    }
    let raised = Set(states.flatMap { $0.filter { $0.value == .raised }.keys }).sorted()
    let sentences = WorseGroupSentences(
      context: context, isPlain: Role?.some(role).speaksPlainly)
    var bySince: [Int: [Slice]] = [:]
    for key in raised where state(key, context.index) != .raised {
      guard let since = start({ state(key, $0) }), !sentences.isDecided(key.slice, since: since)
      else { continue }
      bySince[since, default: []].append(key.slice)
    }
    return bySince.sorted { $0.key > $1.key }.map { since, slices in
      Question(
        since: since,
        text: "why it did clearly worse where "
          + WorseGroupSentences.places(slices.map { ($0, nil) }))
    }
  }

  /// Columns whose mix differed, but those that this report asks about as new or as back again.
  var mixes: [Question] {
    let asked = Set(AskSentences(context: context, role: role).newDrifts.map(\.value.key))
    let clauses = FindingClauses(
      context: context, isPlain: Role?.some(role).speaksPlainly)
    var bySince: [Int: [MetricKey]] = [:]
    for (key, since) in mixStarts where !asked.contains(key) {
      bySince[since, default: []].append(key)
    }
    return bySince.sorted { $0.key > $1.key }.map { since, keys in
      Question(
        since: since, text: "what changed in \(Plural.shortList(clauses.columns(keys.sorted())))")
    }
  }

  /// Since when the question about the mix of a column is open, by its figure.
  var mixStarts: [MetricKey: Int] {
    let states = (earlier.lowerBound...context.index).map { mixStates($0) }
    let raised = Set(states.flatMap { $0.filter { $0.value == .raised }.keys })
    var starts: [MetricKey: Int] = [:]
    for key in raised {
      let since = start { states[$0 - earlier.lowerBound][key] ?? .unknown }
      guard let since, !isDecided(key, since: since) else { continue }
      starts[key] = since
    }
    return starts
  }

  /// A period that is split between versions says nothing of a mix.
  private func mixStates(_ index: Int) -> [MetricKey: State] {
    let period = context.model.periods[index]
    guard let arm = period.leading, !(SharedPeriod(period)?.isSplit ?? false) else { return [:] }
    let outputs = context.outputs
    var states: [MetricKey: State] = [:]
    for finding in arm.findings where finding.family == .drift {
      let key = finding.value.key
      guard let column = key.feature, finding.isJudged,
        role == .dataScientist || outputs[column] == nil
      else { continue }
      states[key] = finding.status == .breach ? .raised : .settled
    }
    return states
  }

  private func isDecided(_ key: MetricKey, since: Int) -> Bool {
    context.history.comments.hasDecision(
      from: context.model.periods[since].period.start, through: context.period,
      isLatest: context.isLatest
    ) { subject in
      switch subject {
      case .section(let anchor): anchor == "has-the-world-moved"
      case .figure(let figure), .incident(let figure):
        figure.metric.definition.family == .drift && figure.feature == key.feature
      }
    }
  }

  /// A gap between groups of people that an earlier report asked about and this one does not show.
  var gap: Question? {
    guard UnjudgedGap(context: context) == nil else { return nil }
    let gaps = (earlier.lowerBound...context.index).map {
      UnjudgedGap(context.model.periods[$0], of: context)
    }
    guard let last = gaps.compactMap({ $0 }).last, let ask = last.ask else { return nil }
    let key = MetricKey(.demographicParityRatio, slice: last.comparison.slice)
    let since = start { index in
      if gaps[index - earlier.lowerBound] != nil { return .raised }
      let value = context.model.periods[index].leading?[key]?.estimate.value
      return value == nil ? .unknown : .settled
    }
    return since.map {
      Question(since: $0, text: ask.prefix(1).lowercased() + ask.dropFirst().dropLast())
    }
  }
}
