import Ingestion

extension Day {
  /// The day that an ISO 8601 date names, such as `2013-04-01`; `nil` for any other text.
  package init?(named text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    self.init(number: date.daysSince1970)
    // Signs and other digits than ASCII would pass `Int`.
    guard description == text else { return nil }
  }
}

extension Period {
  /// The period of the given kind with this name, in the form of ``description``; `nil` for any
  /// other text.
  package init?(_ kind: PeriodKind, named text: String) {
    guard let day = Self.day(in: kind, named: text) else { return nil }
    self.init(kind, containing: day)
    guard description == text else { return nil }
  }

  /// A day of the period, if the text may be its name.
  private static func day(in kind: PeriodKind, named text: String) -> Day? {
    if kind == .day { return Day(named: text) }
    guard text.utf8.count <= 8, let year = Int(text.prefix(4)), (0...9_999).contains(year),
      text.dropFirst(4).first == "-"
    else { return nil }
    let rest = text.dropFirst(5)
    switch kind {
    case .day: return nil
    case .month: return Day(named: "\(text)-01")
    case .quarter:
      guard rest.first == "Q", let number = Int(rest.dropFirst()), (1...4).contains(number) else {
        return nil
      }
      return Day(year: year, month: 3 * number - 2, day: 1)
    case .week:
      guard rest.first == "W", let number = Int(rest.dropFirst()), (1...53).contains(number) else {
        return nil
      }
      // ISO 8601: 4 January always lies in the first week.
      return Day(year: year, month: 1, day: 4).advanced(by: 7 * (number - 1))
    }
  }
}
