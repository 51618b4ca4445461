import Profiling
import Testing

@testable import Publishing

@Suite struct CalendarWordsTests {
  private func period(_ kind: PeriodKind, _ year: Int, _ month: Int, _ day: Int) -> Period {
    Period(kind, containing: Day(year: year, month: month, day: day))
  }

  @Test("names periods with their preposition")
  func names() {
    #expect(period(.day, 2026, 4, 3).inWords == "on 3 April 2026")
    // 30 December 2024 belongs to the first ISO week of 2025.
    #expect(period(.week, 2024, 12, 30).inWords == "in week 1 of 2025")
    #expect(period(.month, 2013, 4, 9).inWords == "in April 2013")
    #expect(period(.quarter, 2013, 4, 9).title == "Quarter 2 of 2013")
  }

  @Test("does not repeat what both ends of a range share")
  func ranges() {
    #expect(period(.month, 2013, 4, 9).dates == "1 to 30 April 2013")
    #expect(period(.week, 2026, 4, 1).dates == "30 March to 5 April 2026")
    #expect(period(.week, 2024, 12, 30).dates == "30 December 2024 to 5 January 2025")
    #expect(period(.day, 2026, 4, 3).dates == "3 April 2026")
  }

  @Test("counts and lists in words")
  func plurals() {
    #expect(Plural.count(1, "month") == "1 month")
    #expect(Plural.count(1_274, "row") == "1,274 rows")
    #expect(Plural.list(["a"]) == "a")
    #expect(Plural.list(["a", "b", "c"]) == "a, b and c")
    #expect(Plural.shortList(["a", "b", "c", "d"]) == "a, b, c and d")
    #expect(Plural.shortList(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more")
    #expect(
      [1, 2, 3, 11, 12, 21, 22, 113].map(Plural.ordinal)
        == ["first", "second", "third", "11th", "12th", "21st", "22nd", "113th"])
  }
}
