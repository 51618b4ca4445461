/// Count, mean and unbiased variance of a sample: all that tests and intervals for means need.
package struct MeanSummary: Sendable, Equatable {
  /// Number of observations, at least 0.
  package let count: Int
  /// Arithmetic mean; ignored when there are no observations.
  package let mean: Double
  /// Sum of squared deviations over count − 1, in squared units of the values; ignored below two
  /// observations.
  package let variance: Double

  /// - Throws: `StatisticsError.Problem.outOfRange` for a negative count, and, where the count
  ///   makes them matter, for a mean that is not finite or a variance that is negative or not
  ///   finite.
  package init(count: Int, mean: Double, variance: Double) throws(StatisticsError) {
    guard count >= 0 else { throw StatisticsError(.outOfRange("[0, ∞)"), argument: "count") }
    guard count < 1 || mean.isFinite else {
      throw StatisticsError(.outOfRange("(−∞, ∞)"), argument: "mean")
    }
    guard count < 2 || (variance >= 0 && variance.isFinite) else {
      throw StatisticsError(.outOfRange("[0, ∞)"), argument: "variance")
    }
    self.count = count
    self.mean = mean
    self.variance = variance
  }
}
