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

  init(slice: Slice, mean: Double, variance: Double?, count: Int) {
    self.slice = slice
    self.mean = mean
    self.variance = variance
    self.count = count
  }

  init?(_ slice: Slice, _ moments: Moments) {
    guard let mean = moments.mean, mean.isFinite else { return nil }
    self.slice = slice
    self.mean = mean
    variance = moments.count > 1 ? moments.variance.flatMap { $0.isFinite ? $0 : nil } : nil
    count = moments.count
  }

  var summary: MeanSummary? {
    guard let variance else { return nil }
    do {
      return try MeanSummary(count: count, mean: mean, variance: max(0, variance))
    } catch {
      preconditionFailure("Finite moments make no summary: \(error)")
    }
  }
}

extension GroupMean: ComparedGroup {
  var number: Double { mean }
  var rowCount: Int { count }
}

extension WorstPair {
  /// The largest difference of two means; Welch's intervals.
  static func difference(_ means: [GroupMean], confidence: ConfidenceLevel) -> WorstPair? {
    PairSearch([means], by: .difference, confidence: confidence, gaps: .fatal) {
      high, low, level in
      guard let from = low.summary, let to = high.summary else { return nil }
      return meanDifferenceInterval(reference: from, current: to, level: level).value
        .map { Interval(lower: $0.lower, upper: $0.upper) }
    }.map { WorstPair($0, test: test) }
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
    return PairSearch([means], by: .ratio, confidence: confidence, gaps: .fatal) {
      high, low, level in
      guard low.mean > 0, let one = low.variance, let other = high.variance else { return nil }
      let error =
        (one / (Double(low.count) * low.mean * low.mean)
        + other / (Double(high.count) * high.mean * high.mean)).squareRoot()
      let spread = exp(normalReach(confidence: level) * error)
      let ratio = low.mean / high.mean
      return Interval(lower: ratio / spread, upper: ratio * spread)
    }.map { WorstPair($0, test: test) }
  }

  private static func test(_ high: GroupMean, _ low: GroupMean) -> GroupTest? {
    low.summary.flatMap { from in
      high.summary.flatMap { to in welchTest(reference: from, current: to).value }
    }.map { GroupTest(.welch, pValue: $0.pValue) }
  }
}
