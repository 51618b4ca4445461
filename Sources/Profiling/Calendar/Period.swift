/// A reporting period: a day, ISO week, month or quarter.
package struct Period: Hashable, Sendable, Codable, Comparable {
  package let kind: PeriodKind
  /// First day.
  package let start: Day

  /// The period of the given kind that contains `day`.
  package init(_ kind: PeriodKind, containing day: Day) {
    self.kind = kind
    let (year, month, _) = day.civil
    switch kind {
    case .day: start = day
    case .week: start = day.advanced(by: 1 - day.weekday)
    case .month: start = Day(year: year, month: month, day: 1)
    case .quarter: start = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
    }
  }

  /// Last day, which still belongs to the period.
  package var end: Day { next.start.advanced(by: -1) }

  /// Number of days.
  package var dayCount: Int { next.start.number - start.number }

  package var next: Period {
    let longest = [PeriodKind.day: 1, .week: 7, .month: 31, .quarter: 92][kind, default: 1]
    return Period(kind, containing: start.advanced(by: longest))
  }

  package var previous: Period {
    Period(kind, containing: start.advanced(by: -1))
  }

  package func contains(_ day: Day) -> Bool {
    start <= day && day < next.start
  }

  /// Earlier first; of two that start on one day, the shorter.
  package static func < (left: Period, right: Period) -> Bool {
    (left.start, left.dayCount) < (right.start, right.dayCount)
  }
}

extension Period: CustomStringConvertible {
  /// The name used in addresses and in the export: `2026-04-03`, `2026-W14`, `2026-04`, `2026-Q2`.
  package var description: String {
    let (year, month, _) = start.civil
    switch kind {
    case .day: return start.description
    case .week:
      // ISO 8601: a week belongs to the year of its Thursday.
      let thursday = start.advanced(by: 3)
      let weekYear = thursday.civil.year
      let week = (thursday.number - Day(year: weekYear, month: 1, day: 1).number) / 7 + 1
      return "\(padded(weekYear, to: 4))-W\(padded(week, to: 2))"
    case .month: return "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .quarter: return "\(padded(year, to: 4))-Q\((month - 1) / 3 + 1)"
    }
  }
}
