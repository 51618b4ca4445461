import Statistics

/// How estimates of the usual kinds get their intervals.
extension Estimate {
  /// A share of rows with its Wilson interval; without rows there is none.
  static func proportion(
    _ part: Int, of whole: Int, confidence: ConfidenceLevel, whenEmpty reason: Unavailability
  ) -> Estimate {
    guard whole > 0 else { return .unavailable(reason) }
    let bounds = wilsonBounds(successes: part, trials: whole, confidence: confidence)
    return .value(Double(part) / Double(whole), interval: bounds)
  }

  /// A mean with its t-interval, which needs at least two values.
  static func mean(
    of moments: Moments, confidence: ConfidenceLevel, whenEmpty reason: Unavailability
  ) -> Estimate {
    guard moments.count > 0 else { return .unavailable(reason) }
    guard let mean = moments.mean else {
      return .unavailable(.undefined(because: "the sum exceeds the range of numbers"))
    }
    return .value(mean, interval: meanBounds(moments, confidence: confidence))
  }

  /// A number without an interval, or the reason.
  static func plain(_ number: Double?, otherwise reason: Unavailability) -> Estimate {
    guard let number, number.isFinite else { return .unavailable(reason) }
    return .value(number, interval: nil)
  }

  static func count(_ number: Int) -> Estimate {
    .value(Double(number), interval: nil)
  }
}

/// The Wilson score interval of a share.
private func wilsonBounds(successes: Int, trials: Int, confidence: ConfidenceLevel) -> Interval? {
  // Counts of one profile cannot exceed each other; were they to, there is no interval to state.
  guard let proportion = try? Proportion(successes: successes, of: trials) else { return nil }
  return wilsonInterval(proportion, level: confidence).value.map(Interval.init)
}

/// mean ± t · s/√n.
private func meanBounds(_ moments: Moments, confidence: ConfidenceLevel) -> Interval? {
  guard let mean = moments.mean, let variance = moments.variance,
    let summary = try? MeanSummary(count: moments.count, mean: mean, variance: variance)
  else { return nil }
  return meanInterval(summary, level: confidence).value.map(Interval.init)
}

extension Interval {
  fileprivate init(_ bounds: ConfidenceInterval) {
    self.init(lower: bounds.lower, upper: bounds.upper)
  }
}

/// How many standard errors a two-sided normal interval reaches.
func normalReach(confidence: ConfidenceLevel) -> Double {
  NormalDistribution.standard.quantile(.upper((1 - confidence.value) / 2))
}
