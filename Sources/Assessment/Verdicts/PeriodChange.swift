/// How a value differs from that of the period before, and whether chance alone explains it.
///
/// The two periods are independent samples. The interval of their difference d = b − a is made from
/// the intervals (l₁, u₁) of a and (l₂, u₂) of b by squaring and adding the distances to their ends:
///
///     lower = d − √((b − l₂)² + (u₁ − a)²)
///     upper = d + √((u₂ − b)² + (a − l₁)²)
///
/// Unlike the question whether the two intervals overlap, this does not call a clear difference
/// chance. It holds for intervals that are not symmetric.
///
/// Source: R. G. Newcombe, *Statistics in Medicine* 17 (1998) 873–890, method 10; for other
/// quantities than proportions G. Y. Zou and A. Donner, *Statistics in Medicine* 27 (2008) 1693–1702.
package struct PeriodChange: Hashable, Sendable {
  package let before: Double
  package let now: Double
  /// Of `now − before`; `nil` where one of the two has no interval.
  package let interval: Interval?
  package let outcome: Effect.Outcome

  /// - Returns: `nil` where one of the two has no value, or they are about different things.
  package init?(from before: MetricValue, to now: MetricValue) {
    guard before.key == now.key, let old = before.estimate.value, let new = now.estimate.value
    else { return nil }
    self.before = old
    self.now = new
    interval = before.estimate.interval.flatMap { one in
      now.estimate.interval.map { Self.interval(old, one, new, $0) }
    }
    let gain = now.key.metric.definition.direction.gain(from: old, to: new)
    outcome =
      old == new ? .same : gain.map { $0 > 0 ? .better : $0 < 0 ? .worse : .changed } ?? .changed
  }

  package var difference: Double { now - before }

  /// True when the interval of the difference leaves out 0; `nil` where nothing tells.
  package var isBeyondChance: Bool? {
    interval.map { $0.lower > 0 || $0.upper < 0 }
  }

  private static func interval(
    _ old: Double, _ one: Interval, _ new: Double, _ other: Interval
  ) -> Interval {
    func size(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = new - old
    return Interval(
      lower: difference - size(new - other.lower, one.upper - old),
      upper: difference + size(other.upper - new, old - one.lower))
  }
}
