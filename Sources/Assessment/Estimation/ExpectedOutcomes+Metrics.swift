extension ExpectedOutcomes {
  /// (TP + TN) / n.
  var accuracy: Expected? {
    let count = count
    guard count > 0 else { return nil }
    return Expected(
      value: (truePositives + trueNegatives) / count,
      standardError: standardError(cells.map { ($0.predicted ? 1 : -1) / count }))
  }

  /// TP / (TP + FP); `nil` when nothing was predicted positive.
  var precision: Expected? {
    let flagged = sum { $0.predicted ? 1 : 0 }
    guard flagged > 0 else { return nil }
    return Expected(
      value: truePositives / flagged,
      standardError: standardError(cells.map { $0.predicted ? 1 / flagged : 0 }))
  }

  /// TP / (TP + FN); `nil` when no positive is expected.
  var recall: Expected? { recallSlopes.map(expected) }

  /// Mean of TP / (TP + FN) and TN / (TN + FP); `nil` unless both classes are expected.
  var balancedAccuracy: Expected? {
    let (right, wrong) = (trueNegatives, falsePositives)
    let total = right + wrong
    guard let recall = recallSlopes, total > 0 else { return nil }
    let slopes = zip(cells, recall.slopes).map { cell, slope in
      (slope + (cell.predicted ? right : -wrong) / (total * total)) / 2
    }
    return expected(Sloped(value: (recall.value + right / total) / 2, slopes: slopes))
  }

  /// 2·TP / (2·TP + FP + FN); `nil` when the denominator is 0.
  var f1: Expected? { f1Slopes.map(expected) }

  /// A quantity with its slope by the p of one row, for each of ``cells``.
  struct Sloped {
    let value: Double
    let slopes: [Double]
  }

  private func expected(_ quantity: Sloped) -> Expected {
    Expected(value: quantity.value, standardError: standardError(quantity.slopes))
  }

  private var recallSlopes: Sloped? {
    let (hits, misses) = (truePositives, falseNegatives)
    let total = hits + misses
    guard total > 0 else { return nil }
    return Sloped(
      value: hits / total,
      slopes: cells.map { ($0.predicted ? misses : -hits) / (total * total) })
  }

  var f1Slopes: Sloped? {
    let hits = truePositives
    let total = 2 * hits + falsePositives + falseNegatives
    guard total > 0 else { return nil }
    // TP + FP is the number of flagged rows and does not move with p.
    return Sloped(
      value: 2 * hits / total,
      slopes: cells.map {
        $0.predicted ? 2 * (total - hits) / (total * total) : -2 * hits / (total * total)
      })
  }

  /// The chance that a positive scores above a negative, ties counting half; `nil` unless both are
  /// expected.
  var areaUnderCurve: Expected? {
    let positives = sum { $0.probability }
    let negatives = sum { 1 - $0.probability }
    guard positives > 0, negatives > 0 else { return nil }
    // For each cell the expected positives and negatives below its score, ties counting half.
    var below = [(positives: Double, negatives: Double)](
      repeating: (0, 0), count: cells.count)
    var (positivesBelow, negativesBelow) = (0.0, 0.0)
    var start = 0
    while start < cells.count {
      var end = start
      var (tiedPositives, tiedNegatives) = (0.0, 0.0)
      while end < cells.count, cells[end].score == cells[start].score {
        tiedPositives += cells[end].count * cells[end].probability
        tiedNegatives += cells[end].count * (1 - cells[end].probability)
        end += 1
      }
      for index in start..<end {
        below[index] = (positivesBelow + tiedPositives / 2, negativesBelow + tiedNegatives / 2)
      }
      positivesBelow += tiedPositives
      negativesBelow += tiedNegatives
      start = end
    }
    let wins = zip(cells, below).reduce(0) { sum, pair in
      sum + pair.0.count * pair.0.probability * pair.1.negatives
    }
    let area = wins / (positives * negatives)
    let slopes = below.map { row in
      (row.negatives / negatives - area) / positives
        - ((positives - row.positives) / positives - area) / negatives
    }
    return Expected(value: area, standardError: standardError(slopes))
  }
}
