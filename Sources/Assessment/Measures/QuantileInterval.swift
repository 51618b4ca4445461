import Statistics

/// The interval of a quantile from order statistics, whatever the distribution.
///
/// The number of values at or below the true quantile is binomial, so the ranks n·p ± z·√(n·p·(1−p)),
/// rounded outwards, bound it.
///
/// Source: W. J. Conover, *Practical Nonparametric Statistics*, 3rd ed., Wiley 1999, section 3.2.
struct QuantileInterval {
  let confidence: ConfidenceLevel

  /// The bounds; `nil` where a rank would lie outside the values, that is for too few of them.
  ///
  /// - Parameters:
  ///   - share: Position of the quantile, in (0, 1).
  ///   - count: Number of values.
  ///   - orderStatistic: The value of a rank counted from 0.
  func bounds(
    share: Double, count: Int, orderStatistic: (Int) -> Double?
  ) -> Interval? {
    let n = Double(count)
    let reach = normalReach(confidence: confidence) * (n * share * (1 - share)).squareRoot()
    let lowRank = Int((n * share - reach).rounded(.down))
    let highRank = Int((n * share + reach).rounded(.up))
    guard lowRank >= 1, highRank <= count, let lower = orderStatistic(lowRank - 1),
      let upper = orderStatistic(highRank - 1)
    else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}

extension Estimate {
  /// A quantile of counted values with its interval.
  static func quantile(
    _ share: Double, of counts: ValueCounts, confidence: ConfidenceLevel,
    whenEmpty reason: Unavailability
  ) -> Estimate {
    let sorted = counts.sorted
    guard let value = sorted.quantile(share) else { return .unavailable(reason) }
    let interval = QuantileInterval(confidence: confidence).bounds(
      share: share, count: counts.total, orderStatistic: sorted.orderStatistic)
    return .value(value, interval: interval)
  }
}
