import Testing

@testable import Profiling

@Suite struct PeriodNameTests {
  @Test("reads back the name of every period", arguments: PeriodKind.allCases)
  func roundTrip(kind: PeriodKind) {
    // Across the ends of years with 52 and with 53 weeks, and of a leap year.
    for start in [Day(year: 2020, month: 2, day: 1), Day(year: 2024, month: 12, day: 1)] {
      for offset in 0..<420 {
        let period = Period(kind, containing: start.advanced(by: offset))
        #expect(Period(kind, named: period.description) == period)
      }
    }
  }

  @Test(
    "refuses what is no name of the kind",
    arguments: [
      (PeriodKind.month, "2014-13"), (.month, "2014-4"), (.month, "2014-W05"), (.month, "2014"),
      (.week, "2014-W54"), (.week, "2014-W5"), (.week, "2021-W53"), (.quarter, "2014-Q5"),
      (.quarter, "2014-04"), (.day, "2014-02-30"), (.day, "2014-2-03"), (.day, "+014-02-03"),
      (.week, "-014-W05"), (.month, ""),
    ])
  func refused(kind: PeriodKind, name: String) {
    #expect(Period(kind, named: name) == nil)
  }
}
