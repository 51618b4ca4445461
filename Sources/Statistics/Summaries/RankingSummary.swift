/// How well scores rank positives above negatives, from the scores counted by label.
package struct RankingSummary: Sendable {
  /// Area under the ROC curve: the chance that a positive scores above a negative, ties half.
  package let areaUnderCurve: Double
  /// Standard error of the area by DeLong's method; `nil` with fewer than two of either class.
  package let standardError: Double?
  /// Largest effect of counting scores on a grid on the area; 0 when every score is exact.
  package let gridError: Double
  /// Average precision: Σ (Rₙ − Rₙ₋₁)·Pₙ over the distinct scores, descending.
  package let averagePrecision: Double

  /// Summary of scores by label.
  ///
  ///     AUC = Σᵥ pᵥ·(N₍<v₎ + nᵥ/2) / (P·N)
  ///     se² = var(V₁₀)/P + var(V₀₁)/N
  ///
  /// with V₁₀ the share of negatives below each positive and V₀₁ the share of positives above each
  /// negative, ties counting half in both.
  ///
  /// - Parameters:
  ///   - positives: Scores of the rows of the positive class, higher meaning more likely positive.
  ///   - negatives: Scores of the other rows.
  /// - Returns: `nil` unless both classes occur.
  /// - Complexity: O(k log k) for k distinct scores.
  ///
  /// Source: E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, *Biometrics* 44 (1988) 837–845;
  /// scikit-learn `roc_auc_score` and `average_precision_score` for the definitions.
  package init?(positives: ValueCounts, negatives: ValueCounts) {
    guard positives.total > 0, negatives.total > 0 else { return nil }
    let table = ScoreTable(positives: positives, negatives: negatives)
    let positiveTotal = Double(positives.total)
    let negativeTotal = Double(negatives.total)
    var negativesBelow = 0
    var wins = 0.0
    var ties = 0.0
    for row in table.rows {
      wins += Double(row.positives) * (Double(negativesBelow) + Double(row.negatives) / 2)
      ties += Double(row.positives) * Double(row.negatives) / 2
      negativesBelow += row.negatives
    }
    let area = wins / (positiveTotal * negativeTotal)
    areaUnderCurve = area
    gridError = table.isExact ? 0 : ties / (positiveTotal * negativeTotal)
    averagePrecision = Self.averagePrecision(table, positiveTotal: positiveTotal)
    standardError = Self.standardError(
      table, area: area, positiveTotal: positiveTotal, negativeTotal: negativeTotal)
  }

  private static func averagePrecision(_ table: ScoreTable, positiveTotal: Double) -> Double {
    var positivesAbove = 0
    var rowsAbove = 0
    var sum = 0.0
    for row in table.rows.reversed() {
      positivesAbove += row.positives
      rowsAbove += row.positives + row.negatives
      guard row.positives > 0 else { continue }
      sum += Double(row.positives) / positiveTotal * Double(positivesAbove) / Double(rowsAbove)
    }
    return sum
  }

  private static func standardError(
    _ table: ScoreTable, area: Double, positiveTotal: Double, negativeTotal: Double
  ) -> Double? {
    guard positiveTotal > 1, negativeTotal > 1 else { return nil }
    var negativesBelow = 0.0
    var positivesBelow = 0.0
    var positiveSpread = 0.0
    var negativeSpread = 0.0
    for row in table.rows {
      let positives = Double(row.positives)
      let negatives = Double(row.negatives)
      let below = (negativesBelow + negatives / 2) / negativeTotal - area
      let above = (positiveTotal - positivesBelow - positives / 2) / positiveTotal - area
      positiveSpread += positives * below * below
      negativeSpread += negatives * above * above
      negativesBelow += negatives
      positivesBelow += positives
    }
    let variance =
      positiveSpread / (positiveTotal - 1) / positiveTotal
      + negativeSpread / (negativeTotal - 1) / negativeTotal
    return variance.squareRoot()
  }
}

/// Positives and negatives at each distinct score, ascending.
package struct ScoreTable: Sendable {
  package struct Row: Sendable, Equatable {
    package let score: Double
    package var positives: Int
    package var negatives: Int
  }

  package let rows: [Row]
  /// False when the scores are counted on a grid.
  package let isExact: Bool

  /// Joins both counts; if one of them is on the grid, so is the table.
  package init(positives: ValueCounts, negatives: ValueCounts) {
    isExact = positives.isExact && negatives.isExact
    let left = (isExact ? positives : positives.coarsened).entries
    let right = (isExact ? negatives : negatives.coarsened).entries
    var joined: [Row] = []
    joined.reserveCapacity(left.count + right.count)
    var (one, other) = (0, 0)
    while one < left.count || other < right.count {
      let positive = one < left.count ? left[one].value : .infinity
      let negative = other < right.count ? right[other].value : .infinity
      let score = min(positive, negative)
      var row = Row(score: score, positives: 0, negatives: 0)
      if positive == score {
        row.positives = left[one].count
        one += 1
      }
      if negative == score {
        row.negatives = right[other].count
        other += 1
      }
      joined.append(row)
    }
    rows = joined
  }
}
