import Testing

@testable import Profiling

@Suite("A day")
struct DayTests {
  /// Days since 1970, year, month, day, ISO year, ISO week, ISO weekday, by Python's `datetime`.
  private let rows: [[Int]]

  init() throws {
    rows = try Fixture.load([[Int]].self, "calendar.json")
  }

  @Test("has the number, the date and the weekday that Python gives, from 1900 to 2100")
  func equalsPython() {
    for row in rows {
      let day = Day(year: row[1], month: row[2], day: row[3])
      #expect(day.number == row[0])
      #expect(Day(number: row[0]).civil == (row[1], row[2], row[3]))
      #expect(day.weekday == row[6])
    }
  }

  @Test("comes back from its date far outside the fixture, before year 0 too")
  func survivesRoundTrip() {
    for number in stride(from: -1_000_000, through: 1_000_000, by: 97) {
      let (year, month, day) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: day).number == number)
      #expect((1...12).contains(month))
      #expect((1...31).contains(day))
    }
  }

  @Test("is written as ISO 8601 has it")
  func description() {
    #expect(Day(number: 0).description == "1970-01-01")
    #expect(Day(year: 987, month: 6, day: 5).description == "0987-06-05")
  }

  @Test("goes through the days of the week in turn, across 1970")
  func weekdaysFollow() {
    for number in -800..<800 {
      let today = Day(number: number).weekday
      #expect(Day(number: number + 1).weekday == today % 7 + 1)
    }
  }
}
