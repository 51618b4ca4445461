/// Welch's two-sided t-test for the difference of two means.
package struct WelchTest: Sendable, Equatable {
  /// Standardised difference; positive when the current mean is the larger.
  package let statistic: Double
  /// Probability of a |t| at least as large when both means are equal.
  package let pValue: Double
  /// Degrees of freedom after Satterthwaite, in [min(n) − 1, n₁ + n₂ − 2].
  package let degreesOfFreedom: Double
  /// Current minus reference mean.
  package let difference: Double
  /// Standard error of the difference, greater than 0.
  package let standardError: Double
}

/// Tests whether two means differ, without assuming equal variances.
///
///     t = (m_c − m_r)/√(v_c + v_r),   ν = (v_c + v_r)²/(v_c²/(n_c − 1) + v_r²/(n_r − 1)),   v =
///     s²/n
///
/// - Parameters:
///   - reference: Count, mean and variance of the reference.
///   - current: Count, mean and variance of the current period.
/// - Returns: The test; `.unavailable` with `.tooFewObservations` when a group has fewer than two
///   values and `.noVariation` when both variances are 0.
/// - Complexity: O(1).
///
/// Source: B. L. Welch, *Biometrika* 34 (1947) 28; F. E. Satterthwaite, *Biometrics Bulletin* 2
/// (1946) 110.
package func welchTest(
  reference: MeanSummary, current: MeanSummary
) -> Measured<WelchTest> {
  guard reference.count > 1, current.count > 1 else { return .unavailable(.tooFewObservations) }
  let from = reference.variance / Double(reference.count)
  let to = current.variance / Double(current.count)
  let sum = from + to
  guard sum > 0 else { return .unavailable(.noVariation) }
  // Shares of the sum, so that squaring tiny or huge variances cannot leave the number range.
  let (a, b) = (from / sum, to / sum)
  let degrees = 1 / (a * a / Double(reference.count - 1) + b * b / Double(current.count - 1))
  let difference = current.mean - reference.mean
  let t = difference / sum.squareRoot()
  let pValue = 2 * StudentT(degreesOfFreedom: degrees).survival(abs(t))
  return .measured(
    WelchTest(
      statistic: t, pValue: min(pValue, 1), degreesOfFreedom: degrees, difference: difference,
      standardError: sum.squareRoot()))
}
