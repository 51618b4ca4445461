import ArgumentParser
import Broadsheet
import Foundation
import Profiling

/// What time it is: the one place of the program that looks at the clock.
struct Clock {
  /// The day that `SOURCE_DATE_EPOCH` names; `nil` without it.
  let givenDay: Day?
  /// The moment that publications of this run carry.
  let time: PublicationTime

  /// The day that publications of this run carry, in UTC.
  var today: Day { time.day }

  /// - Throws: `ValidationError` when `SOURCE_DATE_EPOCH` is no number of seconds: going on with
  ///   another time would be worse than to stop.
  ///
  /// Source: *SOURCE_DATE_EPOCH specification 1.1*, reproducible-builds.org.
  init(
    environment: [String: String] = ProcessInfo.processInfo.environment, now: Date = Date()
  ) throws {
    let text = environment["SOURCE_DATE_EPOCH"] ?? ""
    guard !text.isEmpty else {
      givenDay = nil
      time = PublicationTime(seconds: Int(now.timeIntervalSince1970.rounded(.down)))
      return
    }
    // Up to the year 9999, the last that a date of four digits can name.
    guard let seconds = Int(text), (0..<253_402_300_800).contains(seconds) else {
      throw ValidationError(
        "SOURCE_DATE_EPOCH is '\(text)'; write whole seconds since 1970-01-01, or leave it out.")
    }
    time = PublicationTime(seconds: seconds)
    givenDay = time.day
  }
}
