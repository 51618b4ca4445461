/// A day of the Gregorian calendar, extended without end in both directions.
package struct CivilDate: Sendable, Hashable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to the length of the month.
  package let day: Int

  /// The date, or nil when the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that lies `daysSince1970` days after 1970-01-01, or before it when negative.
  ///
  /// Years are counted from March, so that the leap day ends a year and the lengths of the months
  /// before it follow one line, (153·m + 2) / 5.
  ///
  /// Source: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, 2021.
  package init(daysSince1970: Int) {
    let sinceMarchOfYear0 = daysSince1970 + Self.daysToEpoch
    let era = floorQuotient(sinceMarchOfYear0, Self.daysPerEra)
    let dayOfEra = sinceMarchOfYear0 - era * Self.daysPerEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to this day; negative before it.
  package var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = floorQuotient(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * Self.daysPerEra + dayOfEra - Self.daysToEpoch
  }

  /// Whether the year has a 29 February.
  package static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days in a month from 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The Gregorian calendar repeats after 400 years.
  private static let daysPerEra = 146_097

  /// From 1 March of the year 0 to 1970-01-01.
  private static let daysToEpoch = 719_468
}

extension CivilDate: Comparable {
  package static func < (first: CivilDate, second: CivilDate) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

/// The quotient rounded towards minus infinity; the operator `/` rounds towards zero, which would
/// put the last day before 1970 into the first one after.
///
/// - Precondition: `divisor` is positive.
func floorQuotient<T: SignedInteger>(_ dividend: T, _ divisor: T) -> T {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? quotient - 1 : quotient
}
