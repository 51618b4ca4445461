import Assessment
import Profiling

/// Runs of breaches as a table, open ones first, then the latest closed.
struct IncidentTable {
  let context: ReportContext
  /// Which families are of interest; all of them for `nil`.
  let families: Set<MetricDefinition.Family>?

  private static let limit = 30

  private var all: [Incident] {
    context.history.incidents.asOf(context.index).filter {
      families?.contains($0.key.metric.definition.family) ?? true
    }
  }

  /// Open ones first, the longest of them leading; then by the period in which they closed.
  private var sorted: [Incident] {
    all.sorted { one, other in
      let left = (one.isOpen ? 0 : 1, -(one.closing?.index ?? 0), -one.length)
      let right = (other.isOpen ? 0 : 1, -(other.closing?.index ?? 0), -other.length)
      return left != right ? left < right : one.key < other.key
    }
  }

  var table: TableView? {
    let shown = sorted.prefix(Self.limit)
    let effects = shown.map(effect)
    let hasEffect = effects.contains { $0 != nil }
    return TableView(
      [
        .text("Expectation"), .text("Limit"), .text("Opened"), .text("Duration"),
        .number("Furthest value"),
      ] + (hasEffect ? [.number("Against the reference")] : []) + [.text("Closed")],
      zip(shown, effects).map { incident, effect in
        [
          incident.key.subject, incident.expectation.agreed,
          context.model.periods[incident.first].period.title, duration(incident),
          incident.worst.map(value) ?? "none",
        ] + (hasEffect ? [effect ?? "none"] : []) + [closing(incident)]
      })
  }

  /// How far the furthest value is from the reference.
  private func effect(_ incident: Incident) -> String? {
    guard let worst = incident.worst else { return nil }
    let then = ReportContext(model: context.model, index: worst.index, history: context.history)
    return then.findings.first { $0.value.key == incident.key }
      .flatMap { then.words($0)?.effect }
  }

  /// How many are open and how many over; says so when not all are listed.
  var sentence: String {
    let all = all
    guard !all.isEmpty else { return "No expectation has been broken on record." }
    let open = all.count(where: \.isOpen)
    let drift = all.count { $0.isOpen && $0.key.metric.definition.family == .drift }
    let about = open > 0 && drift > 0 && families == nil ? " (\(drift) about drift)" : ""
    let shown =
      all.count > Self.limit ? " The \(Self.limit) most recent are listed." : ""
    return "\(Plural.count(all.count, "incident")) on record: "
      + "\(NumberText.grouped(open)) open\(about), \(NumberText.grouped(all.count - open)) closed.\(shown)"
  }

  private func duration(_ incident: Incident) -> String {
    let text = Plural.count(incident.length, context.noun)
    return incident.unjudgedCount > 0
      ? "\(text), and \(NumberText.grouped(incident.unjudgedCount)) not judged" : text
  }

  private func closing(_ incident: Incident) -> String {
    guard let closing = incident.closing else { return "still open" }
    let when = context.model.periods[closing.index].period.title
    switch closing.reason {
    case .withdrawn: return "\(when): no longer expected"
    case .judged(let status): return "\(when): \(status.words)"
    }
  }

  /// A value of an earlier period, under the rule of that period for small groups.
  private func value(_ breach: Incident.Breach) -> String {
    guard let leading = context.model.periods[breach.index].leading else { return "none" }
    return FigureText(leading, of: context.identity).short(breach.value)
  }
}
