import Profiling

extension Day {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The name of the month.
  var monthName: String { Day.months[civil.month - 1] }

  /// Such as `1 April 2013`.
  var words: String { "\(civil.day) \(monthName) \(civil.year)" }

  /// Such as `1 April`.
  var shortWords: String { "\(civil.day) \(monthName)" }

  /// A range without repeating what both ends share, such as `28 March to 3 April 2026`.
  static func words(from first: Day, to last: Day) -> String {
    let (one, other) = (first.civil, last.civil)
    if first == last { return first.words }
    if one.year != other.year { return "\(first.words) to \(last.words)" }
    if one.month != other.month { return "\(first.shortWords) to \(last.words)" }
    return "\(one.day) to \(last.words)"
  }
}

extension PeriodKind {
  /// The kind as a noun, such as `month`.
  var noun: String { rawValue }
}

extension Period {
  /// The period as a title has it, such as `April 2013` or `Week 14 of 2026`.
  var title: String {
    switch kind {
    case .day: start.words
    case .week: "Week \(week.number) of \(week.year)"
    case .month: "\(start.monthName) \(start.civil.year)"
    case .quarter: "Quarter \((start.civil.month - 1) / 3 + 1) of \(start.civil.year)"
    }
  }

  /// The period inside a sentence, without preposition, such as `week 14 of 2026`.
  var name: String {
    switch kind {
    case .day, .month: title
    case .week: "week \(week.number) of \(week.year)"
    case .quarter: "quarter \((start.civil.month - 1) / 3 + 1) of \(start.civil.year)"
    }
  }

  /// With its preposition, such as `in April 2013` or `on 3 April 2026`.
  var inWords: String { kind == .day ? "on \(name)" : "in \(name)" }

  /// The period in a sentence or list that has named another one: without the year where both have
  /// the same, such as `week 14` or `April`.
  func name(beside other: Period) -> String {
    guard kind == other.kind, ownYear == other.ownYear else { return name }
    return switch kind {
    case .day: start.shortWords
    case .week: "week \(week.number)"
    case .month: start.monthName
    case .quarter: "quarter \((start.civil.month - 1) / 3 + 1)"
    }
  }

  /// The same with its preposition, such as `in April` or `on 3 April`.
  func inWords(beside other: Period) -> String {
    (kind == .day ? "on " : "in ") + name(beside: other)
  }

  /// The year that its name has.
  private var ownYear: Int { kind == .week ? week.year : start.civil.year }

  /// First and last day, such as `1 to 30 April 2013`.
  var dates: String { Day.words(from: start, to: end) }

  /// The same beside the title; `nil` for a day, whose title is its date.
  var datesBesideTitle: String? { kind == .day ? nil : dates }

  /// ISO week number and the year it belongs to, the year of its Thursday.
  private var week: (year: Int, number: Int) {
    let thursday = start.advanced(by: 3)
    let year = thursday.civil.year
    return (year, (thursday.number - Day(year: year, month: 1, day: 1).number) / 7 + 1)
  }
}
