import Assessment
import Profiling

/// What is said and asked of groups for which the model does clearly worse.
///
/// A group is named by its value alone, as the data has it: that `weekday is “Thu”` was one date in
/// this week cannot be told from a column that merely has such values.
struct WorseGroupSentences {
  let context: ReportContext
  let isPlain: Bool

  /// The heading under which reports compare groups.
  private static let section = "where-it-did-worst"

  private var groups: WorseGroups { WorseGroups(context: context) }

  /// Groups that were not clearly worse in the period before; `nil` when there is none.
  var change: String? {
    let new = groups.clear.filter { groups.run(of: $0) == 1 }
    guard !new.isEmpty else { return nil }
    return "New and clearly worse than \(whole): where \(Self.places(new.map { ($0.slice, nil) }))."
  }

  /// What happened to those that are new, then why others go on; empty when no group is worse, or
  /// somebody decided about it.
  var asks: [String] {
    let open = groups.clear.map { ($0, groups.run(of: $0)) }.filter { !isDecided($0.0, run: $0.1) }
    let new = open.filter { $0.1 == 1 }.map(\.0)
    let old = open.filter { $0.1 > 1 }
    return [new.isEmpty ? nil : happened(new), old.isEmpty ? nil : lasting(old)].compactMap { $0 }
  }

  /// Groups as places, such as `weekday is “Thu” or “Wed”, or origin is “LGA”`.
  ///
  /// - Parameter groups: Each with a note that follows it in brackets.
  static func places(_ groups: [(slice: Slice, note: String?)]) -> String {
    var parts: [(attribute: String, values: [String])] = []
    for group in groups {
      guard let part = group.slice.parts.first else { continue }
      let value = (part.value.map { "“\($0)”" } ?? "known") + (group.note.map { " (\($0))" } ?? "")
      if let place = parts.firstIndex(where: { $0.attribute == part.attribute }) {
        parts[place].values.append(value)
      } else {
        parts.append((part.attribute, [value]))
      }
    }
    return parts.map { "\($0.attribute) is \(Plural.list($0.values, joining: "or"))" }
      .joined(separator: ", or ")
  }

  private var whole: String { isPlain ? "over all predictions" : "over all rows" }

  private func happened(_ new: [WorseGroups.Group]) -> String {
    let place = Self.places(new.map { ($0.slice, nil) })
    let opening = "Find out what happened where \(place): "
    guard let figure = context.figure, let metric = context.history.primary, let first = new.first,
      let all = figure.record[MetricKey(metric)], let number = all.estimate.value
    else { return opening + "the model did clearly worse there." }
    let clause = MeasureClause(key: MetricKey(metric), unit: context.identity.labelUnit)
    // In the digits of the figure that they are held against.
    let texts = new.map { figure.text($0.number, as: all) }
    guard isPlain else {
      return opening + "\(metric.inline) was \(Plural.list(texts)) there, "
        + "against \(figure.short(all)) \(whole)."
    }
    let told = Plural.list(clause.isRetold ? texts.map(clause.measured) : texts)
    return opening + "\(clause.past(told, value: first.number)) there, "
      + "against \(clause.compared(figure.short(all), value: number)) \(whole)."
  }

  private func lasting(_ old: [(WorseGroups.Group, Int)]) -> String {
    let place = Self.places(
      old.map { group, run in
        let sizes = sizes(of: group).map { ": \($0)" } ?? ""
        return (group.slice, "\(Plural.ordinal(run)) \(context.noun) in a row\(sizes)")
      })
    let verb = isPlain ? "Ask the data scientists" : "Find out"
    return "\(verb) why the model goes on doing clearly worse where \(place)."
  }

  /// The figure of a group now and in the period before, such as `17.0 minutes, after 28.3 minutes`:
  /// what goes on may be getting better.
  private func sizes(of group: WorseGroups.Group) -> String? {
    guard let metric = context.history.primary, let figure = context.figure,
      let all = figure.record[MetricKey(metric)],
      let before = context.previous?.leading?[group.value.key]?.estimate.value
    else { return nil }
    let clause = MeasureClause(
      key: MetricKey(metric), unit: isPlain ? context.identity.labelUnit : nil)
    func text(_ number: Double) -> String {
      isPlain
        ? clause.compared(figure.text(number, as: all), value: number)
        : figure.text(number, as: all)
    }
    let (now, then) = (text(group.number), text(before))
    return now == then ? "\(now), as before" : "\(now), after \(then)"
  }

  /// Whether a decision since the group became worse is about it, or about groups as such.
  private func isDecided(_ group: WorseGroups.Group, run: Int) -> Bool {
    isDecided(group.slice, since: context.index - run + 1)
  }

  /// - Parameter place: Of the period in which the group became worse.
  func isDecided(_ slice: Slice, since place: Int) -> Bool {
    let first = context.model.periods[place].period.start
    return context.history.comments.hasDecision(
      from: first, through: context.period, isLatest: context.isLatest
    ) { subject in
      switch subject {
      case .section(let anchor): anchor == Self.section
      case .figure(let figure), .incident(let figure): figure.slice == slice.description
      }
    }
  }
}
