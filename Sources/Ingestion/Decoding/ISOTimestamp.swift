/// A date, or a date and time, as ISO 8601 writes it.
///
///     YYYY-MM-DD [(T| )hh:mm[:ss[.fraction]] [Z | ±hh:mm | ±hhmm | ±hh]]
///
/// Hours end at 23 and seconds at 59: Unix time has no place for leap seconds, and "24:00" is more
/// often a mistake than a midnight.
struct ISOTimestamp {
  /// The date and time as written, in milliseconds since 1970-01-01 00:00 of the same clock.
  let localMilliseconds: Int64

  /// Written time minus UTC in milliseconds, where the text says it.
  let offsetMilliseconds: Int64?

  /// Fractions are rounded down to milliseconds. nil if the text is something else or names a day
  /// or time that does not exist.
  init?(_ bytes: Span<UInt8>, _ cell: CellRange) {
    var text = TextCursor(position: cell.start, end: cell.end)
    guard let century = text.twoDigits(bytes), let yearOfCentury = text.twoDigits(bytes),
      text.skip(UInt8(ascii: "-"), bytes), let month = text.twoDigits(bytes),
      text.skip(UInt8(ascii: "-"), bytes), let day = text.twoDigits(bytes),
      let date = CivilDate(year: century * 100 + yearOfCentury, month: month, day: day)
    else { return nil }
    let midnight = Int64(date.daysSince1970) * 86_400_000
    if text.isAtEnd {
      localMilliseconds = midnight
      offsetMilliseconds = nil
      return
    }
    guard text.skip(UInt8(ascii: "T"), bytes) || text.skip(UInt8(ascii: " "), bytes),
      let time = Self.timeOfDay(bytes, &text), let offset = Self.offset(bytes, &text)
    else { return nil }
    localMilliseconds = midnight + time
    offsetMilliseconds = offset
  }

  /// The instant; a time without an offset is local to the zone.
  func utcMilliseconds(in zone: ZoneTable) -> Int64 {
    guard let offsetMilliseconds else { return zone.utcMilliseconds(ofLocal: localMilliseconds) }
    return localMilliseconds - offsetMilliseconds
  }

  private static func timeOfDay(_ bytes: Span<UInt8>, _ text: inout TextCursor) -> Int64? {
    guard let hour = text.twoDigits(bytes), hour < 24,
      text.skip(UInt8(ascii: ":"), bytes), let minute = text.twoDigits(bytes), minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 60 + minute) * 60_000
    guard text.skip(UInt8(ascii: ":"), bytes) else { return milliseconds }
    guard let second = text.twoDigits(bytes), second < 60 else { return nil }
    milliseconds += Int64(second) * 1_000
    let start = text.position
    guard text.skip(UInt8(ascii: "."), bytes) else { return milliseconds }
    text.skipDigits(bytes)
    guard let fraction = DecimalFraction(bytes, from: start, to: text.position) else {
      return nil
    }
    return milliseconds + fraction.thousandths
  }

  /// The offset at the end of the text: `.some(nil)` when there is none, nil when it is malformed.
  private static func offset(_ bytes: Span<UInt8>, _ text: inout TextCursor) -> Int64?? {
    if text.isAtEnd { return .some(nil) }
    if text.skip(UInt8(ascii: "Z"), bytes) { return text.isAtEnd ? .some(0) : nil }
    let isWest = text.skip(UInt8(ascii: "-"), bytes)
    guard isWest || text.skip(UInt8(ascii: "+"), bytes), let hours = text.twoDigits(bytes),
      hours < 24
    else {
      return nil
    }
    var minutes = 0
    if !text.isAtEnd {
      _ = text.skip(UInt8(ascii: ":"), bytes)
      guard let written = text.twoDigits(bytes), written < 60, text.isAtEnd else { return nil }
      minutes = written
    }
    let milliseconds = Int64(hours * 60 + minutes) * 60_000
    return .some(isWest ? -milliseconds : milliseconds)
  }
}
