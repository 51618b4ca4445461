import Assessment
import Profiling
import Testing

@testable import Publishing

/// The numbers behind what is told, compared with their limits anew, without the verdicts.
extension ToldStory {
  /// Expectations whose value can be judged: it exists, and rests on rows enough.
  func judged(
    _ accepts: (MetricDefinition.Family) -> Bool
  ) -> [Assessment.Expectation] {
    fixture.expectations.filter { rule in
      guard accepts(rule.metric.definition.family), let value = context.leading?[rule.key],
        value.estimate.value != nil
      else { return false }
      return value.count >= 30
    }
  }

  /// Outside its limits on the bad side, by nothing but comparison.
  func isBad(_ rule: Assessment.Expectation) -> Bool {
    isBeyond(rule, in: context.leading, low: rule.minimum, high: rule.maximum)
  }

  private func isBeyond(
    _ rule: Assessment.Expectation, in arm: ArmRecord?, low: Double?, high: Double?
  ) -> Bool {
    guard let value = arm?[rule.key]?.estimate.value else { return false }
    return low.map { value < $0 } ?? false || high.map { value > $0 } ?? false
  }

  func hasBeenBeyond(_ rule: Assessment.Expectation, months: Int) -> Bool {
    let last = context.model.periods[...context.index].suffix(months)
    guard last.count == months else { return false }
    return last.allSatisfy { isBeyond(rule, in: $0.leading, low: rule.minimum, high: rule.maximum) }
      || last.allSatisfy {
        isBeyond(rule, in: $0.leading, low: rule.watchBelow, high: rule.watchAbove)
      }
  }

  /// The newest verdict that was one is a breach.
  func isOpen(_ key: MetricKey) -> Bool {
    for period in context.model.periods[...context.index].reversed() {
      let status = period.leading?.findings.first { $0.value.key == key }?.status
      if let status, status != .missing, status != .insufficient { return status == .breach }
    }
    return false
  }

  private var pair: (old: MetricValue, new: MetricValue)? {
    guard let metric = context.history.primary, let old = context.previous?.leading,
      let new = context.leading, let one = old[MetricKey(metric)],
      let other = new[MetricKey(metric)], one.estimate.value != nil, other.estimate.value != nil
    else { return nil }
    return (one, other)
  }

  /// Whether the difference is larger than the two half widths, squared and added, explain.
  var isClearChange: Bool? {
    guard let pair, let one = pair.old.estimate.interval, let other = pair.new.estimate.interval
    else { return nil }
    let halves = ((one.upper - one.lower) / 2, (other.upper - other.lower) / 2)
    let difference = (pair.new.estimate.value ?? 0) - (pair.old.estimate.value ?? 0)
    return difference.magnitude > (halves.0 * halves.0 + halves.1 * halves.1).squareRoot()
  }

  var isBetter: Bool? {
    guard let pair, let old = pair.old.estimate.value, let new = pair.new.estimate.value else {
      return nil
    }
    switch pair.new.key.metric {
    case .meanAbsoluteError: return new < old
    case .meanError: return new.magnitude < old.magnitude
    default: return new > old
    }
  }
}

extension ToldStory {
  /// A number as a sentence writes it; the dot at the end of the sentence may be part of the match.
  static func number(_ text: Substring) throws -> Double {
    let digits = text.reversed().drop { $0 == "." }.reversed()
    return try #require(
      Double(String(digits).replacing(",", with: "").replacing(NumberText.minus, with: "-")))
  }
}
