package import Profiling

/// How complete the labels are that a performance figure rests on.
package struct Maturity: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// Labels are still waited for, so the figure may move.
    case provisional
    /// Enough labels have come, or enough time has passed. A later label still counts, and the
    /// figure is then restated.
    case final
  }

  /// Rows with a prediction whose label has arrived.
  package let labelsArrived: Int
  /// Rows with a prediction; at least 1.
  package let labelsExpected: Int
  package let state: State

  package init(labelsArrived: Int, labelsExpected: Int, state: State) {
    self.labelsArrived = labelsArrived
    self.labelsExpected = labelsExpected
    self.state = state
  }

  /// The share of the expected labels that has arrived, in [0, 1].
  package var coverage: Double { Double(labelsArrived) / Double(labelsExpected) }
}

/// When a performance figure counts as final.
package struct MaturityRule: Hashable, Sendable {
  /// Share of labels from which a figure is final, in (0, 1].
  package let coverage: Double
  /// Days after the end of a period from which its figures are final whatever has arrived; `nil`
  /// when they wait for labels for ever.
  package let afterDays: Int?

  package init(coverage: Double, afterDays: Int?) {
    self.coverage = coverage
    self.afterDays = afterDays
  }

  /// Of a twentieth of the labels no usual rate moves by more than five points. No age is assumed:
  /// whether a label comes after a day or after two years only the owner knows.
  package static let standard = MaturityRule(coverage: 0.95, afterDays: nil)

  /// The maturity of figures about one period.
  ///
  /// - Parameters:
  ///   - arrived: Rows with a prediction whose label has arrived.
  ///   - expected: Rows with a prediction.
  ///   - today: The day from which the age is counted; `nil` when none is known.
  /// - Returns: `nil` when no label is expected.
  package func maturity(
    arrived: Int, expected: Int, of period: Period, asOf today: Day?
  ) -> Maturity? {
    guard expected > 0 else { return nil }
    let isCovered = Double(arrived) / Double(expected) >= coverage
    return Maturity(
      labelsArrived: arrived, labelsExpected: expected,
      state: isCovered || isOld(period, asOf: today) ? .final : .provisional)
  }

  /// The day that decides on the age of a period, no later than the one on which it becomes final by
  /// age: from then on nothing changes. `nil` where no age counts.
  func day(_ today: Day?, for period: Period) -> Day? {
    guard let afterDays, let today else { return nil }
    return min(today, period.end.advanced(by: afterDays))
  }

  private func isOld(_ period: Period, asOf today: Day?) -> Bool {
    guard let afterDays, let today else { return false }
    return today.number - period.end.number >= afterDays
  }
}

extension Metric {
  /// Whether the value moves when a label arrives: true for all that says how right answers were.
  package var restsOnLabels: Bool {
    switch definition.family {
    // The share of positive answers is known without any label.
    case .classification: self != .selectionRate
    case .regression: true
    case .fairness: !restsOnPredictionsAlone
    case .volume, .quality, .drift, .estimated, .operations: false
    }
  }

  /// What a group is answered, and how it is scored, is known without any label.
  private var restsOnPredictionsAlone: Bool {
    switch self {
    case .favourableRate, .impactRatio, .scoringRate, .demographicParityDifference,
      .demographicParityRatio:
      true
    default: false
    }
  }
}
