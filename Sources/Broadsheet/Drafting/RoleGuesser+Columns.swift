import Profiling

extension RoleGuesser {
  /// Slices of more groups than this say little on one page.
  private static let mostGroups = 12
  private static let mostSegments = 3

  /// Divides what is left into protected attributes, segments, features and the rest.
  mutating func chooseColumns(_ guess: inout RoleGuess) {
    for column in open where isProtected(column) {
      guess.protected.append(
        take(column, "\(groups(column)), and its name says that it may be protected"))
    }
    for column in open {
      if let reason = reasonToLeaveOut(column, guess) {
        guess.leftOut.append(take(column, reason))
        continue
      }
      guess.features.append(RoleGuess.Choice(name: column.name, reason: kind(column)))
      let isSegment =
        !column.isNumeric && column.isCategory(atMost: Self.mostGroups) && column.distinctCount > 1
      if isSegment, guess.segments.count < Self.mostSegments {
        guess.segments.append(RoleGuess.Choice(name: column.name, reason: groups(column)))
      }
    }
  }

  private func isProtected(_ column: ColumnSurvey) -> Bool {
    let words = column.words
    let isNamed =
      words.has(RoleWords.protected)
      || (words.has(["age"]) && words.has(RoleWords.ageGroup))
    return isNamed && column.distinctCount > 1 && column.isCategory(atMost: 30)
  }

  private func reasonToLeaveOut(_ column: ColumnSurvey, _ guess: RoleGuess) -> String? {
    if column.isEmpty { return "no row looked at has a value" }
    if column.holdsNestedValues { return "its values are arrays or objects" }
    if column.isDate { return "its values are dates or times" }
    if column.words.has(RoleWords.id), column.distinctCount * 5 >= column.presentCount {
      return "looks like an identifier"
    }
    if !column.isNumeric, column.distinctCount > 1_000,
      column.distinctCount * 2 >= column.presentCount
    {
      return "nearly every row has a text of its own"
    }
    if guess.task == .binary, guess.prediction != nil, column.words.has(RoleWords.prediction) {
      return "looks like another answer of the model"
    }
    return nil
  }

  private func groups(_ column: ColumnSurvey) -> String {
    "\(column.distinctCount) values"
  }

  private func kind(_ column: ColumnSurvey) -> String {
    var words =
      column.isNumeric
      ? "number\(column.range.map { ", \(Self.text($0.lowerBound)) to \(Self.text($0.upperBound))" } ?? "")"
      : column.distinctCount == 1 ? "category, one value" : "category, \(groups(column))"
    if column.missingCount > 0 {
      let percent = (column.missingShare * 1_000).rounded() / 10
      words += percent == 0 ? ", under 0.1 % missing" : ", \(Self.text(percent)) % missing"
    }
    return words
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
