package import Profiling

/// The moment of a publication, as the clock that was given says it.
package struct PublicationTime: Hashable, Sendable {
  /// Seconds since 1970-01-01 UTC; not negative.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// Midnight, UTC.
  package init(_ day: Day) {
    seconds = day.number * 86_400
  }

  /// The day in UTC.
  package var day: Day { Day(number: seconds / 86_400) }

  /// ISO 8601 in UTC, such as `2026-04-01T06:00:00Z`.
  package var text: String {
    let second = seconds % 86_400
    let parts = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }
}
