import Assessment

/// How many labels have come, and what that makes of the figures that rest on them.
struct MaturityWords {
  private let maturity: Maturity
  private let rule: MaturityRule

  init(_ maturity: Maturity, rule: MaturityRule) {
    self.maturity = maturity
    self.rule = rule
  }

  /// Such as `Provisional: 412 of 797 labels (51.7 %) have arrived.`
  var sentence: String {
    if maturity.labelsArrived == 0 {
      let unknown = "so nothing is known about how right the answers were"
      return maturity.state == .provisional
        ? "Provisional: none of \(expected) has arrived yet, \(unknown)."
        : "Final: none of \(expected) has arrived\(afterTime), \(unknown)."
    }
    let verb = maturity.labelsExpected == 1 ? "has" : "have"
    let share = NumberStyle(unit: .share).text(maturity.coverage)
    return "\(state.capitalizedFirst): \(arrived) of \(expected) (\(share)) "
      + "\(verb) arrived\(afterTime)."
  }

  /// The same for readers who do not speak of labels.
  var plainSentence: String { plainSentence(of: nil) }

  /// The same where several versions answered.
  ///
  /// - Parameter version: Whose predictions these are; `nil` where one version answered alone.
  func plainSentence(of version: String?) -> String {
    let share = NumberStyle(unit: .share).text(maturity.coverage)
    let rows =
      Plural.count(maturity.labelsExpected, "prediction") + (version.map { " of \($0)" } ?? "")
    guard maturity.labelsArrived < maturity.labelsExpected else {
      return maturity.labelsExpected == 1
        ? "The outcome of \(version.map { "the one prediction of \($0)" } ?? "its one prediction") "
          + "is known."
        : "The outcome of all \(rows) is known."
    }
    guard maturity.labelsArrived > 0 else {
      return maturity.state == .provisional
        ? "Provisional: the outcome of none of \(rows) is known yet."
        : "The outcome of none of \(rows) is known."
    }
    let known = "the outcome of \(arrived) of \(rows) is known (\(share))"
    return maturity.state == .provisional
      ? "Provisional: \(known), so the figures may still move." : "\(known.capitalizedFirst)."
  }

  /// The state with its rule, such as `provisional until 95 % of the labels have arrived`.
  var fact: String {
    let share = "\(NumberStyle(unit: .share).limit(rule.coverage)) of the labels"
    let age = rule.afterDays.map { "\(Plural.count($0, "day")) after the end of the period" }
    switch maturity.state {
    case .provisional:
      return "provisional until \(share) have arrived" + (age.map { ", or until \($0)" } ?? "")
    case .final:
      let reason = afterTime.isEmpty ? "with \(share) or more" : age ?? ""
      return "final, \(reason)"
    }
  }

  /// Beside the word "labels", such as `412 of 797 have arrived (51.7 %), provisional`.
  var ofLabels: String {
    let count = NumberText.grouped(maturity.labelsExpected)
    guard maturity.labelsArrived > 0 else { return "none of \(count) has arrived, \(state)" }
    let share = NumberStyle(unit: .share).text(maturity.coverage)
    let verb = maturity.labelsExpected == 1 ? "has" : "have"
    return "\(arrived) of \(count) \(verb) arrived (\(share)), \(state)\(afterTime)"
  }

  /// For tables, such as `412 of 797, provisional`.
  ///
  /// - Parameter threshold: A smaller number of people is not shown.
  func short(hidingBelow threshold: Int) -> String {
    let count = (1..<max(threshold, 1)).contains(maturity.labelsArrived)
    let shown = count ? "<\(threshold)" : arrived
    return "\(shown) of \(NumberText.grouped(maturity.labelsExpected)), \(state)"
  }

  private var state: String { maturity.state.rawValue }
  private var arrived: String { NumberText.grouped(maturity.labelsArrived) }
  private var expected: String { Plural.count(maturity.labelsExpected, "label") }

  /// Said where it is age alone that makes a figure final.
  private var afterTime: String {
    guard maturity.state == .final, maturity.coverage < rule.coverage,
      let days = rule.afterDays
    else { return "" }
    return days == 0
      ? "; the period has ended"
      : "; the period ended \(Plural.count(days, "day")) ago or more"
  }
}
