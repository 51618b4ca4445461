import Assessment
import Profiling

/// What is different from the period before, and how sure that is.
struct ChangeSentences {
  let context: ReportContext
  /// Whose report it is; `nil` on pages for all.
  var role: Role? = nil

  /// Sentences in order of weight; never empty.
  var all: [String] {
    guard let previous = context.previous else {
      return ["This is the first \(context.noun) on record, so there is nothing to compare with."]
    }
    let before = previous.period.inWords(beside: context.period)
    if context.isEmpty {
      return (previous.leading?.rowCount ?? 0) == 0
        ? ["Nothing: no predictions arrived \(before) either."]
        : ["Predictions stopped: \(rows(previous)) arrived \(before), none since."]
    }
    guard context.figureBefore != nil else {
      return ["Predictions are back: none had arrived \(before)."]
    }
    let measure = MeasureChange(context: context, isPlain: role.speaksPlainly)
    let moved =
      [version(previous), limits].compactMap { $0 }
      + (measure.isWorthReporting ? measure.sentences : [])
      + StandingChanges(context: context, role: role).sentences
      + (volume(previous).map { [$0] } ?? [])
    let groups = [worseGroups].compactMap { $0 }
    guard moved.isEmpty else { return moved + (isAskedAboutGroups ? [] : groups) }
    return groups + [quiet(previous, measure, apart: !groups.isEmpty)]
  }

  /// True when something is worth reporting.
  var hasNews: Bool {
    guard let previous = context.previous, !context.isEmpty, context.figureBefore != nil else {
      return true
    }
    let measure = MeasureChange(context: context, isPlain: role.speaksPlainly)
    return all != [quiet(previous, measure, apart: false)]
  }

  /// Readers who are asked about such groups read of them there.
  private var isAskedAboutGroups: Bool { role == .productManager || role == .dataScientist }

  /// Groups that newly do worse; those who look after the data have other questions.
  private var worseGroups: String? {
    guard role != .dataEngineer else { return nil }
    return WorseGroupSentences(context: context, isPlain: role.speaksPlainly).change
  }

  private func quiet(
    _ previous: PeriodRecord, _ measure: MeasureChange, apart isApart: Bool
  ) -> String {
    let since =
      (isApart ? "Apart from that, no" : "No")
      + " change worth reporting since \(previous.period.name(beside: context.period))"
    return measure.quietClause.map { "\(since): \($0)." } ?? "\(since)."
  }

  private func version(_ previous: PeriodRecord) -> String? {
    guard let now = context.leading?.arm, let then = previous.leading?.arm, now != then else {
      return nil
    }
    if now.stage == then.stage, now.stage == .production {
      return
        "Another version answered: \(now.name), in place of \(then.name). The \(context.noun)s "
        + "differ as well as the versions."
    }
    return "This report is about \(now.label); "
      + "that for \(previous.period.name(beside: context.period)) was about \(then.label)."
  }

  private var limits: String? {
    LimitChanges(context: context, isPlain: role.speaksPlainly).sentence
  }

  /// Counts of arrivals vary by about their square root; a change is told when it is both a tenth
  /// and three times what that would explain.
  private func volume(_ previous: PeriodRecord) -> String? {
    let now = context.rowCount
    let then = previous.servedRowCount
    guard then > 0 else { return nil }
    let change = Double(now - then).magnitude
    guard change >= Double(then) / 10, change > 3 * Double(now + then).squareRoot() else {
      return nil
    }
    let share = NumberStyle(unit: .share).text(change / Double(then))
    let verb = now == 1 ? "prediction" : "predictions"
    return "\(NumberText.grouped(now)) \(verb) arrived, \(share) \(now > then ? "more" : "fewer") "
      + "than \(previous.period.inWords(beside: context.period)) (\(NumberText.grouped(then)))."
  }

  private func rows(_ record: PeriodRecord) -> String {
    Plural.count(record.servedRowCount, "prediction")
  }
}
