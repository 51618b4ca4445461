import Assessment
import Profiling

/// Which reports are read in which review meeting.
///
/// Meetings follow the shortest period of any model; a report belongs to the meeting in whose period
/// its own ends, so that the report of a month is read in the week in which the month ended.
struct ReviewCalendar: Sendable {
  /// One report, by the places of its model and period.
  struct Entry: Hashable, Sendable {
    let model: Int
    let period: Int
  }

  /// Oldest first; only those with a report.
  let periods: [Period]
  private let entries: [Period: [Entry]]

  init(_ models: [ModelRecord]) {
    let kinds = Set(models.map(\.identity.periodKind))
    guard let kind = PeriodKind.allCases.first(where: kinds.contains) else {
      (periods, entries) = ([], [:])
      return
    }
    var entries: [Period: [Entry]] = [:]
    for (model, record) in models.enumerated() {
      for (index, period) in record.periods.enumerated() {
        entries[Period(kind, containing: period.period.end), default: []].append(
          Entry(model: model, period: index))
      }
    }
    self.entries = entries
    periods = entries.keys.sorted()
  }

  /// The years, and months of daily meetings, that have a page of their own.
  var parts: [HistoryPart] { HistoryPart.all(of: periods) }

  /// The reports of a meeting, in the order of the models.
  func entries(of period: Period) -> [Entry] { entries[period] ?? [] }
}
