/// The share of repeated samples whose interval should hold the true value.
package struct ConfidenceLevel: Sendable, Equatable {
  /// The level, in (0, 1).
  package let value: Double

  /// 95 %, the custom of the field.
  package static let percent95 = ConfidenceLevel(unchecked: 0.95)

  /// - Throws: `StatisticsError.Problem.outOfRange` unless 0 < value < 1.
  package init(_ value: Double) throws(StatisticsError) {
    guard value > 0, value < 1 else {
      throw StatisticsError(.outOfRange("(0, 1)"), argument: "level")
    }
    self.value = value
  }

  private init(unchecked value: Double) {
    self.value = value
  }

  /// The level at which each of `count` intervals is made so that all of them hold together with
  /// this level (Bonferroni).
  ///
  /// - Parameter count: Number of intervals, at least 1.
  package func shared(among count: Int) -> ConfidenceLevel {
    precondition(count >= 1, "A level is shared among at least one interval.")
    return count == 1 ? self : ConfidenceLevel(unchecked: 1 - (1 - value) / Double(count))
  }

  /// The probability left out at either end.
  var tail: Double { (1 - value) / 2 }

  /// The standard normal quantile that leaves `tail` above it.
  var z: Double { NormalDistribution.standard.quantile(.upper(tail)) }
}

/// An estimate and the limits between which the data leave the true value.
package struct ConfidenceInterval: Sendable, Equatable {
  /// The estimate itself; most, but not all, kinds of interval contain it.
  package let estimate: Double
  /// Lower limit.
  package let lower: Double
  /// Upper limit, not below `lower`.
  package let upper: Double

  package init(estimate: Double, lower: Double, upper: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
  }
}
