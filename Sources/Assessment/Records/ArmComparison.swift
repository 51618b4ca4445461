package import Profiling

/// Another arm held against the production arm, over the days on which both answered.
package struct ArmComparison: Sendable {
  /// Who did better on one metric.
  package enum Outcome: String, Sendable {
    /// The other arm's value lies on the better side.
    case better
    /// The other arm's value lies on the worse side.
    case worse
    /// The metric has no good direction, or the values are equal.
    case even
  }

  /// One shared metric.
  package struct Row: Sendable {
    package let key: MetricKey
    package let production: MetricValue
    package let other: MetricValue
    /// Other minus production.
    package let difference: Double
    package let outcome: Outcome

    package init(
      key: MetricKey, production: MetricValue, other: MetricValue, difference: Double,
      outcome: Outcome
    ) {
      self.key = key
      self.production = production
      self.other = other
      self.difference = difference
      self.outcome = outcome
    }
  }

  package let production: Arm
  package let other: Arm
  /// First and last day on which both answered within the period.
  package let firstDay: Day
  package let lastDay: Day
  /// Number of days on which both answered.
  package let dayCount: Int
  /// Performance metrics over all rows that both have, in catalogue order.
  package let rows: [Row]

  package init(
    production: Arm, other: Arm, firstDay: Day, lastDay: Day, dayCount: Int, rows: [Row]
  ) {
    self.production = production
    self.other = other
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.dayCount = dayCount
    self.rows = rows
  }
}
