import Assessment

extension NodeReader {
  private enum MaturityKey: String, CaseIterable {
    case coverage
    case afterDays = "after_days"
  }

  /// The rule that results when the keys present here replace those of `outer`.
  func maturity(over outer: MaturityRule) -> MaturityRule? {
    guard let map = map(MaturityKey.self) else { return nil }
    return MaturityRule(
      coverage: map[.coverage]?.positiveShare() ?? outer.coverage,
      afterDays: map[.afterDays]?.count(atLeast: 0) ?? outer.afterDays)
  }

  /// A share above 0: at 0 every figure would be final before its first label.
  private func positiveShare() -> Double? {
    guard let value = share() else { return nil }
    guard value > 0 else {
      report("\(found) is too small", advice: "write a share above 0, such as 0.95")
      return nil
    }
    return value
  }
}
