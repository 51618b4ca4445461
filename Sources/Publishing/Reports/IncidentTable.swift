import Assessment
import Profiling

/// Runs of breaches as a table, open ones first, then by their end.
struct IncidentTable {
  let context: ReportContext
  /// Which families are of interest; all of them for `nil`.
  let families: Set<MetricDefinition.Family>?

  private static let limit = 30

  var table: TableView? {
    let all = context.history.incidents.asOf(context.index).filter {
      families?.contains($0.key.metric.definition.family) ?? true
    }
    let sorted = all.sorted { one, other in
      (-one.last, -one.length, one.key) < (-other.last, -other.length, other.key)
    }
    return TableView(
      [
        .text("Expectation"), .text("From"), .text("To"), .number(length), .text("State"),
      ],
      sorted.prefix(Self.limit).map { incident in
        let isOpen = incident.last == context.index
        return [
          incident.key.subject, context.model.periods[incident.first].period.title,
          isOpen ? "still open" : context.model.periods[incident.last].period.title,
          NumberText.grouped(incident.length), isOpen ? "open" : "over",
        ]
      })
  }

  private var length: String { "\(context.noun.capitalizedFirst)s" }
}
