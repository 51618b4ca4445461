import Profiling
import Statistics

extension ProfileMeasurer {
  /// Performance of a regression model on the labelled rows of one slice.
  func performance(
    of outcomes: RegressionOutcomes, counts: InputProfile.SliceCounts
  ) -> [Metric: CountedEstimate] {
    let count = outcomes.count
    func mean(_ moments: Moments) -> CountedEstimate {
      CountedEstimate(
        .mean(of: moments, confidence: settings.confidence, whenEmpty: .noLabels), count)
    }
    func quantile(_ share: Double) -> CountedEstimate {
      CountedEstimate(
        .quantile(
          share, of: outcomes.absoluteErrors, confidence: settings.confidence,
          whenEmpty: .noLabels), count)
    }
    return [
      .meanError: mean(outcomes.error),
      .meanAbsoluteError: mean(outcomes.absoluteError),
      .rootMeanSquaredError: rootMeanSquaredError(outcomes),
      .meanAbsolutePercentageError: percentageError(outcomes),
      .rSquared: determination(outcomes),
      .absoluteErrorQuantile50: quantile(0.5),
      .absoluteErrorQuantile90: quantile(0.9),
    ]
  }

  private func rootMeanSquaredError(_ outcomes: RegressionOutcomes) -> CountedEstimate {
    let square = Estimate.mean(
      of: outcomes.squaredError, confidence: settings.confidence, whenEmpty: .noLabels)
    guard let value = square.value else { return CountedEstimate(square, outcomes.count) }
    let interval = square.interval.map {
      Interval(lower: max(0, $0.lower).squareRoot(), upper: max(0, $0.upper).squareRoot())
    }
    return CountedEstimate(.value(value.squareRoot(), interval: interval), outcomes.count)
  }

  private func percentageError(_ outcomes: RegressionOutcomes) -> CountedEstimate {
    guard outcomes.relativeError.count == outcomes.count else {
      return CountedEstimate(
        .unavailable(.undefined(because: "a label is 0, which has no percentage error")),
        outcomes.count)
    }
    return CountedEstimate(
      .mean(of: outcomes.relativeError, confidence: settings.confidence, whenEmpty: .noLabels),
      outcomes.count)
  }

  /// 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
  private func determination(_ outcomes: RegressionOutcomes) -> CountedEstimate {
    let count = outcomes.count
    guard count > 0 else { return CountedEstimate(.unavailable(.noLabels), count) }
    guard count > 1 else {
      return CountedEstimate(.unavailable(.tooFewRows(count: count, minimum: 2)), count)
    }
    guard let variance = outcomes.label.variance, variance > 0 else {
      return CountedEstimate(.unavailable(.undefined(because: "all labels are equal")), count)
    }
    let residual = outcomes.squaredError.sum.value
    let total = variance * Double(count - 1)
    let value = 1 - residual / total
    guard value.isFinite else { return CountedEstimate(.unavailable(.noValues), count) }
    let interval = DeterminationInterval(confidence: settings.confidence)
      .bounds(value, squaredErrors: outcomes.squaredError)
    return CountedEstimate(.value(value, interval: interval), count)
  }
}
