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
  do {
    let proportion = try Proportion(successes: successes, of: trials)
    return wilsonInterval(proportion, level: confidence).value.map(Interval.init)
  } catch {
    preconditionFailure("A part of the rows is not more than the rows: \(error)")
  }
}

/// mean ± t · s/√n.
private func meanBounds(_ moments: Moments, confidence: ConfidenceLevel) -> Interval? {
  // Squares can exceed the range of numbers where the values do not.
  guard let mean = moments.mean, let variance = moments.variance, variance.isFinite else {
    return nil
  }
  do {
    let summary = try MeanSummary(count: moments.count, mean: mean, variance: variance)
    return meanInterval(summary, level: confidence).value.map(Interval.init)
  } catch {
    preconditionFailure("Moments are finite and their variance is not negative: \(error)")
  }
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
