import Foundation

/// The offsets of a time zone from 1970 to 2100, looked up without Foundation.
///
/// Before 1970 the first offset holds, after 2100 the last.
package struct ZoneTable: Sendable, Hashable {
  /// The name in the IANA database.
  package let identifier: String

  /// When each change takes effect, in UTC milliseconds, ascending.
  private let transitions: [Int64]

  /// The first local time, in milliseconds, that is read with the offset after each change.
  private let localStarts: [Int64]

  /// Offsets in milliseconds, one more than there are changes: `offsets[i]` holds before change i.
  private let offsets: [Int64]

  /// Coordinated Universal Time.
  package static let utc = ZoneTable(identifier: "UTC", transitions: [], offsets: [0])

  /// The zone of that name, or nil when there is none; see `nearestIdentifiers(to:)`.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    var transitions: [Int64] = []
    var offsets = [Int64(zone.secondsFromGMT(for: Self.start)) * 1_000]
    var instant = Self.start
    while let next = zone.nextDaylightSavingTimeTransition(after: instant),
      next > instant, next < Self.end
    {
      let offset = Int64(zone.secondsFromGMT(for: next)) * 1_000
      // The database also lists changes of name or rule that leave the clock alone.
      if offset != offsets[offsets.count - 1] {
        transitions.append(Int64(next.timeIntervalSince1970) * 1_000)
        offsets.append(offset)
      }
      instant = next
    }
    self.init(identifier: identifier, transitions: transitions, offsets: offsets)
  }

  private init(identifier: String, transitions: [Int64], offsets: [Int64]) {
    self.identifier = identifier
    self.transitions = transitions
    self.offsets = offsets
    localStarts = transitions.indices.map { index in
      transitions[index] + max(offsets[index], offsets[index + 1])
    }
  }

  /// Names of known zones that resemble an unknown one, nearest first.
  package static func nearestIdentifiers(to identifier: String, limit: Int = 3) -> [String] {
    NearestName.suggestions(
      for: identifier, among: TimeZone.knownTimeZoneIdentifiers.sorted(), limit: limit)
  }

  /// Local time minus UTC at an instant, in milliseconds; positive east of Greenwich.
  ///
  /// - Complexity: O(log n) for n changes.
  package func offset(atUTCMilliseconds instant: Int64) -> Int64 {
    offsets[Self.count(in: transitions, upTo: instant)]
  }

  /// The instant of a local time, given as if it were UTC.
  ///
  /// A time that occurs twice, when clocks are set back, is taken as the first of the two. A time
  /// that does not occur, when clocks are set forward, is moved forward by the length of the gap:
  /// 02:30 becomes 03:30. Both follow from reading it with the offset from before the change, as
  /// RFC 5545 (section 3.3.5) and Python with `fold=0` do.
  ///
  /// - Complexity: O(log n) for n changes.
  package func utcMilliseconds(ofLocal local: Int64) -> Int64 {
    local - offsets[Self.count(in: localStarts, upTo: local)]
  }

  /// The local date of an instant, as days since 1970-01-01; negative before it.
  package func localDay(ofUTCMilliseconds instant: Int64) -> Int {
    Int(floorQuotient(instant + offset(atUTCMilliseconds: instant), 86_400_000))
  }

  /// The local date of an instant and the instants around it that have the same date and offset.
  package func daySpan(atUTCMilliseconds instant: Int64) -> LocalDaySpan {
    let change = Self.count(in: transitions, upTo: instant)
    let offset = offsets[change]
    let day = floorQuotient(instant + offset, 86_400_000)
    let midnight = day * 86_400_000 - offset
    return LocalDaySpan(
      day: Int32(clamping: day),
      start: max(midnight, change > 0 ? transitions[change - 1] : .min),
      end: min(midnight + 86_400_000, change < transitions.count ? transitions[change] : .max))
  }

  private static let start = Date(timeIntervalSince1970: 0)

  /// 2100-01-01 00:00 UTC.
  private static let end = Date(timeIntervalSince1970: 4_102_444_800)

  /// How many of the ascending values are at most `bound`.
  private static func count(in values: [Int64], upTo bound: Int64) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Instants that share one local date: consecutive rows mostly do, and then it need not be found
/// anew.
package struct LocalDaySpan: Sendable {
  /// Days since 1970-01-01.
  package let day: Int32
  /// First instant, in UTC milliseconds.
  private let start: Int64
  /// The first instant that is not part of it.
  private let end: Int64

  init(day: Int32, start: Int64, end: Int64) {
    self.day = day
    self.start = start
    self.end = end
  }

  /// Without any instant.
  package static let none = LocalDaySpan(day: 0, start: 0, end: 0)

  package func contains(_ instant: Int64) -> Bool { start <= instant && instant < end }
}
