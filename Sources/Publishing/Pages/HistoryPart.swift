import Assessment
import Profiling

/// A stretch of a model's history with a page of its own: a year, or a month of a model that reports
/// every day, whose year would be too heavy for one page.
struct HistoryPart: Hashable, Sendable {
  let year: Int
  /// 1 to 12; `nil` for a whole year.
  let month: Int?

  /// Below the folder of the model, such as `2014/` or `2014/03/`.
  var folder: String {
    month.map { "\(year)/\($0 < 10 ? "0" : "")\($0)/" } ?? "\(year)/"
  }

  /// From its page to the folder of the model.
  var root: String { month == nil ? "../" : "../../" }

  /// Such as `2014` or `March 2014`.
  var title: String {
    guard let month else { return String(year) }
    return "\(Day(year: year, month: month, day: 1).monthName) \(year)"
  }

  /// Whether a period belongs to it: by its last day.
  func holds(_ period: Period) -> Bool {
    let end = period.end.civil
    return end.year == year && (month.map { end.month == $0 } ?? true)
  }

  /// The years in which periods end, or their months, ascending.
  static func years(of periods: [Period]) -> [HistoryPart] {
    Set(periods.map(\.end.civil.year)).sorted().map { HistoryPart(year: $0, month: nil) }
  }

  static func months(of periods: [Period]) -> [HistoryPart] {
    Set(periods.map { HistoryPart(year: $0.end.civil.year, month: $0.end.civil.month) })
      .sorted { ($0.year, $0.month ?? 0) < ($1.year, $1.month ?? 0) }
  }
}

extension SiteBuilder {
  /// The parts of a model's history that have pages, ascending, years before months; none while one
  /// page holds all.
  func historyParts(_ index: Int) -> [HistoryPart] {
    let model = publication.models[index]
    guard model.periods.count > Self.newestPeriods else { return [] }
    let periods = model.periods.map(\.period)
    return HistoryPart.years(of: periods)
      + (model.identity.periodKind == .day ? HistoryPart.months(of: periods) : [])
  }

  /// The parts before and after one, of the same kind.
  func neighbours(of part: HistoryPart, _ index: Int) -> (HistoryPart?, HistoryPart?) {
    let parts = historyParts(index).filter { ($0.month == nil) == (part.month == nil) }
    guard let place = parts.firstIndex(of: part) else { return (nil, nil) }
    return (
      place > 0 ? parts[place - 1] : nil, place + 1 < parts.count ? parts[place + 1] : nil
    )
  }

  /// The periods of a part; they lie together.
  func periods(of part: HistoryPart, _ index: Int) -> Range<Int> {
    let periods = publication.models[index].periods
    guard let first = periods.firstIndex(where: { part.holds($0.period) }),
      let last = periods.lastIndex(where: { part.holds($0.period) })
    else { return 0..<0 }
    return first..<last + 1
  }
}
