package import Profiling

/// What was published first of a figure, which is never changed afterwards.
package struct FirstPublished: Hashable, Sendable {
  package let value: Double
  /// Day of that publication, in UTC.
  package let day: Day

  package init(value: Double, day: Day) {
    self.value = value
    self.day = day
  }
}

/// A figure whose value is no longer the one that was published first.
package struct Restatement: Hashable, Sendable {
  package let first: FirstPublished
  /// The value now, which may be unavailable.
  package let value: MetricValue

  package init(first: FirstPublished, value: MetricValue) {
    self.first = first
    self.value = value
  }
}

extension ArmRecord {
  /// The figures that have changed since they were first published, in the order of the values.
  ///
  /// Any difference counts: sums are exact, so equal labels give the same value to the last bit.
  package var restatements: [Restatement] {
    let firstPublished = firstPublished
    guard !firstPublished.isEmpty else { return [] }
    var changed: [Restatement] = []
    for value in values {
      if let restatement = Restatement(of: value, first: firstPublished[value.key]) {
        changed.append(restatement)
      }
    }
    return changed
  }
}

extension Restatement {
  /// `nil` for a value that was not published before, or is still the same.
  fileprivate init?(of value: MetricValue, first: FirstPublished?) {
    guard let first else { return nil }
    if let number = value.estimate.value, number == first.value { return nil }
    self.init(first: first, value: value)
  }
}

extension ModelRecord {
  /// The same record with what was published first of the figures of each arm and period.
  package func notingFirstPublished(
    _ first: (ArmRecord) -> FirstValues
  ) -> ModelRecord {
    var copy = self
    copy.periods = periods.map { record in
      var period = record
      period.arms = record.arms.map { arm in
        var noted = arm
        noted.firstValues = first(arm)
        return noted
      }
      return period
    }
    return copy
  }
}

extension ModelRecord {
  /// Adds first values to those of one period.
  package mutating func note(
    _ figures: [(arm: Arm, key: MetricKey, first: FirstPublished)], inPeriod index: Int
  ) {
    guard !figures.isEmpty else { return }
    stamp?.periods[index].firstCount += figures.count
    let byArm = Dictionary(grouping: figures, by: \.arm)
    periods[index].arms = periods[index].arms.map { arm in
      guard let new = byArm[arm.arm] else { return arm }
      var noted = arm
      var first = arm.firstPublished
      for figure in new { first[figure.key] = figure.first }
      noted.firstValues = FirstValues(first)
      return noted
    }
  }
}
