import Foundation
import Profiling
import Statistics

/// A mean of one group that is compared with that of others.
struct GroupMean {
  let slice: Slice
  let mean: Double
  /// `nil` below two values.
  let variance: Double?
  let count: Int

  init?(_ slice: Slice, _ moments: Moments) {
    guard let mean = moments.mean, mean.isFinite else { return nil }
    self.slice = slice
    self.mean = mean
    variance = moments.count > 1 ? moments.variance.flatMap { $0.isFinite ? $0 : nil } : nil
    count = moments.count
  }

  var side: GroupComparison.Gap.Side { GroupComparison.Gap.Side(slice, mean) }

  var summary: MeanSummary? {
    guard let variance else { return nil }
    do {
      return try MeanSummary(count: count, mean: mean, variance: max(0, variance))
    } catch {
      preconditionFailure("Finite moments make no summary: \(error)")
    }
  }
}

extension WorstPair {
  /// The largest difference of two means; Welch's intervals.
  static func difference(_ means: [GroupMean], confidence: ConfidenceLevel) -> WorstPair? {
    worst(
      means, confidence: confidence, value: { $0.mean - $1.mean }, worstOf: max
    ) { high, low, level in
      guard let from = low.summary, let to = high.summary,
        let bounds = meanDifferenceInterval(reference: from, current: to, level: level).value
      else { return nil }
      return Interval(lower: bounds.lower, upper: bounds.upper)
    }
  }

  /// The smallest ratio of two means that are not negative; log-normal intervals.
  ///
  ///     exp(ln(m₁/m₂) ± z·√(s₁²/(n₁m₁²) + s₂²/(n₂m₂²)))
  ///
  /// - Returns: `nil` when all means are 0.
  ///
  /// Source: the delta method for ln m.
  static func ratio(_ means: [GroupMean], confidence: ConfidenceLevel) -> WorstPair? {
    guard means.contains(where: { $0.mean > 0 }) else { return nil }
    return worst(
      means, confidence: confidence, value: { $1.mean / $0.mean }, worstOf: min
    ) { high, low, level in
      guard low.mean > 0, let one = low.variance, let other = high.variance else { return nil }
      let error =
        (one / (Double(low.count) * low.mean * low.mean)
        + other / (Double(high.count) * high.mean * high.mean)).squareRoot()
      let spread = exp(normalReach(confidence: level) * error)
      let ratio = low.mean / high.mean
      return Interval(lower: ratio / spread, upper: ratio * spread)
    }
  }

  private static func worst(
    _ means: [GroupMean], confidence: ConfidenceLevel,
    value: (GroupMean, GroupMean) -> Double, worstOf: (Double, Double) -> Double,
    interval: (GroupMean, GroupMean, ConfidenceLevel) -> Interval?
  ) -> WorstPair? {
    guard means.count > 1, let first = means.first else { return nil }
    let high = means.dropFirst().reduce(first) { $1.mean > $0.mean ? $1 : $0 }
    let low = means.dropFirst().reduce(first) { $1.mean < $0.mean ? $1 : $0 }
    let pairs = means.count * (means.count - 1) / 2
    let level = confidence.shared(among: pairs)
    var bounds: Interval?
    var isComplete = true
    for (index, one) in means.enumerated() {
      for other in means[..<index] {
        let (upper, lower) = one.mean > other.mean ? (one, other) : (other, one)
        guard let pair = interval(upper, lower, level) else {
          isComplete = false
          continue
        }
        bounds = Interval(
          lower: worstOf(bounds?.lower ?? pair.lower, pair.lower),
          upper: worstOf(bounds?.upper ?? pair.upper, pair.upper))
      }
    }
    let test = low.summary.flatMap { from in
      high.summary.flatMap { to in welchTest(reference: from, current: to).value }
    }
    return WorstPair(
      value: value(high, low), interval: isComplete ? bounds : nil, highest: high.side,
      lowest: low.side, pairCount: pairs,
      test: test.map { GroupTest(.welch, pValue: $0.pValue).adjusted(for: pairs) },
      rowCount: high.count + low.count)
  }
}
