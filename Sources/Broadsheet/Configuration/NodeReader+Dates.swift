import Profiling

extension NodeReader {
  /// A day in ISO 8601.
  func date() -> Day? {
    guard let text = text() else { return nil }
    if let day = Day(named: text) { return day }
    report("\(found) is not a date", advice: "write year-month-day, such as 2026-04-03")
    return nil
  }
}
