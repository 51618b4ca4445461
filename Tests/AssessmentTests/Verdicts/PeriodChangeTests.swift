import Profiling
import Testing

@testable import Assessment

@Suite("How a value differs from that of the period before")
struct PeriodChangeTests {
  private func value(
    _ number: Double, _ lower: Double?, _ upper: Double?, metric: Metric = .accuracy
  ) -> MetricValue {
    let interval = lower.flatMap { low in upper.map { Interval(lower: low, upper: $0) } }
    return MetricValue(MetricKey(metric), .value(number, interval: interval), count: 100)
  }

  /// R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II: 56/70 against 48/80 has the
  /// interval 0.0524 to 0.3339 by method 10, from the Wilson intervals of the two shares.
  @Test("gives Newcombe's interval of a difference of shares")
  func newcombe() throws {
    // Wilson intervals of 48/80 and 56/70 with z = 1.959964, by hand from the formula.
    let change = try #require(
      PeriodChange(from: value(0.6, 0.490455, 0.700382), to: value(0.8, 0.691834, 0.876953)))
    let interval = try #require(change.interval)
    #expect((interval.lower - 0.0524).magnitude < 5e-5)
    #expect((interval.upper - 0.3339).magnitude < 5e-5)
    #expect(change.isBeyondChance == true)
    #expect(change.outcome == .better)
  }

  @Test("is the same with the sign turned when the two change places")
  func antisymmetric() throws {
    let (one, other) = (value(0.61, 0.55, 0.70), value(0.72, 0.66, 0.75))
    let there = try #require(PeriodChange(from: one, to: other)?.interval)
    let back = try #require(PeriodChange(from: other, to: one)?.interval)
    #expect((there.lower + back.upper).magnitude < 1e-12)
    #expect((there.upper + back.lower).magnitude < 1e-12)
  }

  @Test("calls a difference clear although the two intervals overlap a little")
  func overlap() throws {
    let change = try #require(
      PeriodChange(from: value(0.5, 0.45, 0.55), to: value(0.58, 0.53, 0.63)))
    #expect(change.isBeyondChance == true)
  }

  @Test("judges by the direction of the metric, and not at all where there is none")
  func direction() throws {
    func outcome(_ metric: Metric, _ old: Double, _ new: Double) throws -> Effect.Outcome {
      try #require(
        PeriodChange(
          from: value(old, nil, nil, metric: metric), to: value(new, nil, nil, metric: metric))
      ).outcome
    }
    #expect(try outcome(.meanAbsoluteError, 10, 12) == .worse)
    #expect(try outcome(.meanError, -8, 3) == .better)
    #expect(try outcome(.meanError, -3, 3) == .changed)
    #expect(try outcome(.selectionRate, 0.3, 0.4) == .changed)
    #expect(try outcome(.accuracy, 0.3, 0.3) == .same)
  }

  @Test("says nothing without two values of one thing, and of chance without two intervals")
  func absence() {
    let none = MetricValue(MetricKey(.accuracy), .unavailable(.noLabels), count: 0)
    #expect(PeriodChange(from: none, to: value(0.5, nil, nil)) == nil)
    #expect(PeriodChange(from: value(0.5, nil, nil), to: none) == nil)
    #expect(PeriodChange(from: value(0.5, nil, nil, metric: .f1), to: value(0.5, nil, nil)) == nil)
    #expect(
      PeriodChange(from: value(0.5, 0.4, 0.6), to: value(0.9, nil, nil))?.isBeyondChance == nil)
  }
}
