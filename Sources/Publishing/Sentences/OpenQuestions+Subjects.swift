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
    let sentences = WorseGroupSentences(context: context, isPlain: isPlain)
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
    let clauses = FindingClauses(context: context, isPlain: isPlain)
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
    let arms = (earlier.lowerBound...context.index).map(unsplit)
    let outputs = role == .dataScientist ? [:] : context.outputs
    var raised = Set<MetricKey>()
    for arm in arms {
      for finding in arm?.findings ?? [] where finding.status == .breach && finding.family == .drift
      {
        let key = finding.value.key
        if let column = key.feature, outputs[column] == nil { raised.insert(key) }
      }
    }
    var starts: [MetricKey: Int] = [:]
    for key in raised {
      let since = start { index in
        guard let finding = arms[index - earlier.lowerBound]?.finding(of: key), finding.isJudged
        else { return .unknown }
        return finding.status == .breach ? .raised : .settled
      }
      guard let since, !isDecided(key, since: since) else { continue }
      starts[key] = since
    }
    return starts
  }

  /// The leading arm of a period; `nil` where that is split between versions, as it says nothing of a
  /// mix.
  private func unsplit(_ index: Int) -> ArmRecord? {
    let period = context.model.periods[index]
    return SharedPeriod(period)?.isSplit ?? false ? nil : period.leading
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
