import Testing

@testable import Profiling

@Suite("A period")
struct PeriodTests {
  private let rows: [[Int]]

  init() throws {
    rows = try Fixture.load([[Int]].self, "calendar.json")
  }

  @Test("names the ISO week that Python gives")
  func weeks() {
    for row in rows {
      let name = Period(.week, containing: Day(number: row[0])).description
      let week = row[5] < 10 ? "0\(row[5])" : "\(row[5])"
      #expect(name == "\(row[4])-W\(week)")
    }
  }

  @Test("names days, months and quarters")
  func names() {
    let day = Day(year: 2026, month: 4, day: 3)
    #expect(Period(.day, containing: day).description == "2026-04-03")
    #expect(Period(.week, containing: day).description == "2026-W14")
    #expect(Period(.month, containing: day).description == "2026-04")
    #expect(Period(.quarter, containing: day).description == "2026-Q2")
  }

  @Test(
    "starts a quarter with its first month",
    arguments: zip(1...12, [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10]))
  func quarters(_ month: Int, _ first: Int) {
    let period = Period(
      .quarter,
      containing: Day(year: 2024, month: month, day: 30 - month % 2 - (month == 2 ? 1 : 0)))
    #expect(period.start == Day(year: 2024, month: first, day: 1))
    #expect(period.description == "2024-Q\((first + 2) / 3)")
  }

  @Test("ends on its last day", arguments: [(2024, 29), (2023, 28), (1900, 28), (2000, 29)])
  func lastOfFebruary(_ year: Int, _ length: Int) {
    let period = Period(.month, containing: Day(year: year, month: 2, day: 10))
    #expect(period.end == Day(year: year, month: 2, day: length))
    #expect(period.dayCount == length)
  }

  @Test("follows the one before without a gap", arguments: PeriodKind.allCases)
  func followsWithoutGap(_ kind: PeriodKind) {
    for row in rows {
      let day = Day(number: row[0])
      let period = Period(kind, containing: day)
      #expect(period.contains(day))
      #expect(period.next.previous == period)
      #expect(period.previous.next == period)
      #expect(period.end.advanced(by: 1) == period.next.start)
      #expect(period < period.next)
      #expect(period.contains(period.start) && period.contains(period.end))
      #expect(!period.contains(period.next.start))
      #expect(Period(kind, containing: period.end) == period)
    }
  }

  @Test("sorts by its start, then the shorter first")
  func order() {
    let day = Day(year: 2024, month: 1, day: 1)
    let all = PeriodKind.allCases.map { Period($0, containing: day) }
    #expect(all.reversed().sorted().map(\.kind) == [.day, .week, .month, .quarter])
  }
}
