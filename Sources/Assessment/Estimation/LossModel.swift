import Profiling
import Statistics

/// What error to expect of a prediction, learned on the labelled rows of the reference.
///
/// The model is a step function: the mean error of the reference's predictions in the same decile
/// of all reference predictions. It is small enough to be read in a table, and it follows errors
/// that grow with the size of the prediction. Errors that depend on other inputs at equal
/// prediction are beyond it.
///
///     estimate = Σ_b w_b·m_b,   se² = Σ_b w_b²·s_b²/N_b + Σ_b w_b·s_b²/n
///
/// with w_b the share of the period's n predictions in decile b, and m_b, s_b², N_b mean, variance
/// and number of the reference's errors there.
///
/// Source: NannyML, direct loss estimation (DLE), with a step function in place of its gradient
/// boosting; the standard error is that of a stratified mean, W. G. Cochran, *Sampling Techniques*,
/// Wiley 1977, sections 5.3 and 5.4.
struct LossModel: Sendable {
  /// Upper edges of the bins but the last.
  let edges: [Double]
  private let table: LossTable
  /// The reference's predictions, whose range is that of the model.
  let predictions: NumericSummary

  init(edges: [Double], table: LossTable, predictions: NumericSummary) {
    self.edges = edges
    self.table = table
    self.predictions = predictions
  }

  /// Labelled rows that it learned from.
  var labelledCount: Int { table.count }

  /// The mean of an error to expect, with its standard error.
  ///
  /// - Parameter counts: Predictions by bin.
  /// - Returns: `nil` without predictions, or when a bin with predictions has fewer than two
  ///   labelled rows in the reference.
  func expected(
    _ error: KeyPath<LossTable.Bin, Moments>, counts: [Int]
  ) -> ExpectedOutcomes.Expected? {
    let total = Double(counts.reduce(0, +))
    guard total > 0, counts.count == table.bins.count else { return nil }
    var value = 0.0
    var variance = 0.0
    for (bin, count) in zip(table.bins, counts) where count > 0 {
      let moments = bin[keyPath: error]
      guard let mean = moments.mean, let spread = moments.variance else { return nil }
      let weight = Double(count) / total
      value += weight * mean
      variance += weight * weight * spread / Double(moments.count) + weight * spread / total
    }
    return ExpectedOutcomes.Expected(value: value, standardError: variance.squareRoot())
  }
}
