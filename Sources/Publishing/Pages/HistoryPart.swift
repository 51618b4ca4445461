import Assessment
import Profiling

/// A stretch of a history, of a model's reports or of the review meetings, with a page of its own: a
/// year, or a month where every day has a report and a year would be too heavy for one page.
struct HistoryPart: Hashable, Sendable {
  let year: Int
  /// 1 to 12; `nil` for a whole year.
  let month: Int?

  /// Below the folder of the history, such as `2014/` or `2014/03/`.
  var folder: String {
    month.map { "\(year)/\($0 < 10 ? "0" : "")\($0)/" } ?? "\(year)/"
  }

  /// From its page to the folder of the history.
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

  /// The parts of a history that have pages, ascending, years before months; none while one page
  /// holds all. Months only where every day has a page.
  static func all(of periods: [Period]) -> [HistoryPart] {
    guard periods.count > SiteBuilder.newestPeriods else { return [] }
    return years(of: periods) + (periods.first?.kind == .day ? months(of: periods) : [])
  }

  /// The parts before and after it, of the same kind.
  func neighbours(among parts: [HistoryPart]) -> (HistoryPart?, HistoryPart?) {
    let alike = parts.filter { ($0.month == nil) == (month == nil) }
    guard let place = alike.firstIndex(of: self) else { return (nil, nil) }
    return (
      place > 0 ? alike[place - 1] : nil, place + 1 < alike.count ? alike[place + 1] : nil
    )
  }
}

extension SiteBuilder {
  /// The parts of a model's history that have pages, ascending, years before months; none while one
  /// page holds all.
  func historyParts(_ index: Int) -> [HistoryPart] {
    HistoryPart.all(of: publication.models[index].periods.map(\.period))
  }

  /// The parts before and after one, of the same kind.
  func neighbours(of part: HistoryPart, _ index: Int) -> (HistoryPart?, HistoryPart?) {
    part.neighbours(among: historyParts(index))
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
