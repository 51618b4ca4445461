/// Student's t interval for a mean.
///
///     mean ± t · s/√n,   t with n − 1 degrees of freedom
///
/// Equal values give an interval of width 0.
///
/// - Parameters:
///   - summary: Count, mean and unbiased variance.
///   - level: Confidence level.
/// - Returns: The interval, in the unit of the values; `.unavailable` with `.tooFewObservations`
///   below two values.
/// - Complexity: That of `StudentT.quantile`.
///
/// Source: Student, *Biometrika* 6 (1908) 1.
package func meanInterval(
  _ summary: MeanSummary, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  guard summary.count > 1 else { return .unavailable(.tooFewObservations) }
  let t = StudentT(degreesOfFreedom: Double(summary.count - 1)).quantile(.upper(level.tail))
  let half = t * (summary.variance / Double(summary.count)).squareRoot()
  return .measured(
    ConfidenceInterval(
      estimate: summary.mean, lower: summary.mean - half, upper: summary.mean + half))
}

/// Welch's t interval for a difference of means, current minus reference.
///
/// - Parameters:
///   - reference: Count, mean and unbiased variance of the reference.
///   - current: The same of the current period.
///   - level: Confidence level.
/// - Returns: The interval, in the unit of the values; `.unavailable` as for
///   `welchTest(reference:current:)`.
/// - Complexity: That of `StudentT.quantile`.
///
/// Source: B. L. Welch, *Biometrika* 34 (1947) 28.
package func meanDifferenceInterval(
  reference: MeanSummary, current: MeanSummary, level: ConfidenceLevel = .percent95
) -> Measured<ConfidenceInterval> {
  switch welchTest(reference: reference, current: current) {
  case .unavailable(let reason): return .unavailable(reason)
  case .measured(let test):
    let t = StudentT(degreesOfFreedom: test.degreesOfFreedom).quantile(.upper(level.tail))
    let half = t * test.standardError
    return .measured(
      ConfidenceInterval(
        estimate: test.difference, lower: test.difference - half,
        upper: test.difference + half))
  }
}
