import Assessment
import Profiling

/// What is different from the period before.
struct ChangeSentences {
  let context: ReportContext

  /// Sentences in order of weight; never empty.
  var all: [String] {
    guard let previous = context.previous else {
      return ["This is the first \(context.noun) on record, so there is nothing to compare with."]
    }
    let before = previous.period.inWords
    if context.isEmpty {
      return (previous.leading?.rowCount ?? 0) == 0
        ? ["Nothing: no predictions arrived \(before) either."]
        : ["Predictions stopped: \(rows(previous)) arrived \(before), none since."]
    }
    guard context.figureBefore != nil else {
      return ["Predictions are back: none had arrived \(previous.period.inWords)."]
    }
    let moved = statusChanges(previous)
    return ([version(previous), primary(previous)].compactMap { $0 }) + moved + [volume(previous)]
  }

  private func version(_ previous: PeriodRecord) -> String? {
    guard let now = context.leading?.arm, let then = previous.leading?.arm, now != then else {
      return nil
    }
    return "This report is about \(now.label); "
      + "that for \(previous.period.name) was about \(then.label)."
  }

  private func primary(_ previous: PeriodRecord) -> String? {
    guard let metric = context.history.primary,
      let now = context.leading?[MetricKey(metric)], let value = now.estimate.value,
      let then = previous.leading?[MetricKey(metric)], let old = then.estimate.value,
      let figure = context.figure
    else { return nil }
    let style = NumberStyle(metric)
    let title = metric.definition.title
    let movement = Movement(metric, from: old, to: value)
    if case .same = movement { return "\(title) stayed at \(figure.short(now))." }
    let verb = value > old ? "rose" : "fell"
    let judgement = movement.words.map { " (\($0))" } ?? ""
    var sentence = "\(title) \(verb) from \(style.text(old)) to \(style.text(value))\(judgement)"
    if let one = now.estimate.interval, let other = then.estimate.interval {
      let overlap = one.lower <= other.upper && other.lower <= one.upper
      sentence +=
        overlap
        ? "; the two intervals overlap, so this may be chance"
        : "; the two intervals do not overlap, so chance is an unlikely reason"
    }
    return sentence + "."
  }

  private func statusChanges(_ previous: PeriodRecord) -> [String] {
    let old = Dictionary(
      (previous.leading?.findings ?? []).map { ($0.value.key, $0.status) },
      uniquingKeysWith: { first, _ in first })
    func subjects(
      of findings: [Finding], _ matches: (Status, Status) -> Bool
    ) -> [String] {
      findings.compactMap { finding in
        guard let before = old[finding.value.key], matches(before, finding.status) else {
          return nil
        }
        // Which distance it is matters less here than which column has moved.
        let mix = finding.family == .drift ? finding.value.key.columnSubject : nil
        return mix.map { "the mix of \($0)" } ?? finding.value.key.inlineSubject
      }
    }
    func subjects(_ matches: (Status, Status) -> Bool) -> [String] {
      subjects(of: context.findings, matches)
    }
    let broke = subjects(of: context.faults) { $0 != .breach && $1 == .breach }
    let moved = subjects(of: context.looks) { $0 != .breach && $1 == .breach }
    let watched = subjects { $0 == .ok && $1 == .watch }
    let healed = subjects { ($0 == .breach || $0 == .watch) && $1 == .ok }
    var sentences: [String] = []
    if !broke.isEmpty { sentences.append("New outside the agreed limit: \(list(broke)).") }
    if !moved.isEmpty {
      sentences.append("Newly different from the reference: \(list(moved)).")
    }
    if !watched.isEmpty { sentences.append("New and worth a look: \(list(watched)).") }
    if !healed.isEmpty { sentences.append("Back as expected: \(list(healed)).") }
    if sentences.isEmpty { sentences.append("No expectation changed its standing.") }
    return sentences
  }

  private func volume(_ previous: PeriodRecord) -> String {
    let now = context.leading?.rowCount ?? 0
    let then = previous.leading?.rowCount ?? 0
    guard then > 0 else { return "\(Plural.count(now, "prediction")) arrived." }
    let change = Double(now - then) / Double(then)
    let share = NumberStyle(unit: .share).text(change.magnitude)
    let (one, other) = (NumberText.grouped(now), NumberText.grouped(then))
    if now == then { return "As many predictions arrived as before: \(one)." }
    return "\(one) predictions arrived, \(share) \(now > then ? "more" : "fewer") "
      + "than \(previous.period.inWords) (\(other))."
  }

  private func rows(_ record: PeriodRecord) -> String {
    Plural.count(record.leading?.rowCount ?? 0, "prediction")
  }

  private func list(_ items: [String]) -> String { Plural.shortList(items) }
}
