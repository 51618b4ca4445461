import Testing

@testable import Ingestion

@Suite("CivilDate")
struct CivilDateTests {
  @Test("counts days like Python's date.toordinal")
  func oracle() throws {
    for row in try OracleTable.rows("calendar_days") {
      let numbers = try row.map { try #require(Int($0)) }
      let date = try #require(CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]))
      #expect(date.daysSince1970 == numbers[3])
      #expect(CivilDate(daysSince1970: numbers[3]) == date)
    }
  }

  @Test("goes to days and back, each day after the one before")
  func roundTrip() {
    var previous = CivilDate(daysSince1970: -800_001)
    for days in -800_000...800_000 where days % 7 == 0 || abs(days) < 2_000 {
      let date = CivilDate(daysSince1970: days)
      #expect(date.daysSince1970 == days)
      #expect(previous < date)
      previous = date
    }
  }

  @Test(
    "refuses days that the calendar does not have",
    arguments: [
      [2013, 2, 29], [1900, 2, 29], [2020, 0, 1], [2020, 13, 1], [2020, 4, 31], [2020, 1, 0],
    ])
  func refuses(parts: [Int]) {
    #expect(CivilDate(year: parts[0], month: parts[1], day: parts[2]) == nil)
  }

  @Test(
    "rounds quotients down",
    arguments: [(7, 3, 2), (-7, 3, -3), (-6, 3, -2), (0, 3, 0), (-1, 3, -1)])
  func floor(dividend: Int, divisor: Int, quotient: Int) {
    #expect(floorQuotient(dividend, divisor) == quotient)
  }
}
