import Profiling
import Statistics

/// How often a score of one class came true in the reference.
///
/// The labelled scores of the reference are fitted by isotonic regression, always: NannyML leaves
/// scores as they are when calibration does not help on random parts of the reference, which for
/// scores that are nearly right is decided by the draw. The two then differ by less than the band.
///
/// Source: J. Białek et al., *Estimating model performance under covariate shift without labels*,
/// arXiv 2401.08348, section 3; scikit-learn `IsotonicRegression` for the fit.
struct ScoreCalibration: Sendable {
  /// The fit to all labelled rows; its blocks say also how sure each probability is.
  let regression: IsotonicRegression
  /// Labelled rows of the reference.
  let labelledCount: Int
  /// The smallest and largest labelled score.
  let range: ClosedRange<Double>

  /// - Parameter whole: The labelled scores of the reference.
  /// - Returns: `nil` unless both classes occur.
  init?(_ whole: ScoresByLabel) {
    guard whole.positives.total > 0, whole.negatives.total > 0,
      let regression = whole.regression
    else { return nil }
    let rows = whole.table.rows
    guard let first = rows.first, let last = rows.last else { return nil }
    self.regression = regression
    labelledCount = whole.positives.total + whole.negatives.total
    range = first.score...last.score
  }

  /// The probability that the class comes true.
  func probability(of score: Double) -> Double { regression.value(at: score) }
}

/// The scores of one class on labelled rows, by whether it came true.
struct ScoresByLabel: Sendable {
  var positives = ValueCounts()
  var negatives = ValueCounts()

  var table: ScoreTable { ScoreTable(positives: positives, negatives: negatives) }

  /// Share of positives by score, made monotone; `nil` without rows.
  var regression: IsotonicRegression? {
    let points = table.rows.map { row in
      let count = Double(row.positives + row.negatives)
      return IsotonicRegression.Point(
        x: row.score, y: Double(row.positives) / count, weight: count)
    }
    guard !points.isEmpty else { return nil }
    do {
      return try IsotonicRegression(points: points)
    } catch {
      preconditionFailure("Counted scores ascend, are finite and have rows: \(error)")
    }
  }
}
