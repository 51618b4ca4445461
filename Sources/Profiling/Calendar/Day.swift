import Ingestion

/// A calendar day of the proleptic Gregorian calendar, without time zone.
package struct Day: Hashable, Sendable, Codable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// The day of a civil date.
  ///
  /// - Precondition: The calendar has the date.
  package init(year: Int, month: Int, day: Int) {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("The calendar has no such day.")
    }
    number = date.daysSince1970
  }

  /// Year, month (1…12) and day of the month (1…31).
  package var civil: (year: Int, month: Int, day: Int) {
    let date = CivilDate(daysSince1970: number)
    return (date.year, date.month, date.day)
  }

  /// ISO 8601 day of the week: 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    let remainder = (number + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  package func advanced(by days: Int) -> Day {
    Day(number: number + days)
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, such as `2013-04-01`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// `number` with leading zeros up to `width` digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
