import Profiling
import Testing

@testable import Publishing

@Suite("Places of a history")
struct HistoryPlacesTests {
  /// Periods that contain days of 2013.
  private func periods(_ kind: PeriodKind, _ days: [(month: Int, day: Int)]) -> [Period] {
    days.map { Period(kind, containing: Day(year: 2013, month: $0.month, day: $0.day)) }
  }

  @Test("have thirteen weeks to a line, and the first week where the calendar has it")
  func weeks() {
    // Week 14 of 2013 ends on 7 April, day 97: the fourteenth seven days, so the second line begins.
    let places = HistoryPlaces(periods(.week, [(4, 1), (4, 8), (4, 22)]))
    #expect(places.grid == 13)
    #expect(places.columns == [1, nil, 4])
  }

  @Test("give every week of any year a place of its own, in order")
  func years() {
    for year in 2009...2030 {
      let first = Day(year: year, month: 1, day: 1)
      let sundays = (0..<366).map(first.advanced(by:))
        .filter { $0.weekday == 7 && $0.civil.year == year }
      let weeks = sundays.map { Period(.week, containing: $0) }
      let columns = HistoryPlaces(weeks).columns
      // A year has 52 or 53 Sundays, one in every seven days, so that all marks follow one another.
      #expect(columns.dropFirst().allSatisfy { $0 == nil }, "\(year)")
    }
  }

  @Test("have twelve months to a line, and days one after the other")
  func months() {
    let months = HistoryPlaces(periods(.month, [(4, 1), (5, 1), (8, 1)]))
    #expect(months.grid == 12 && months.columns == [4, nil, 8])
    let days = HistoryPlaces(periods(.day, [(4, 3), (4, 9)]))
    #expect(days.grid == nil && days.columns == [nil, nil])
  }
}
