import Profiling
import Statistics

/// The places of ranking curves, thinned for a picture.
struct CurvePlaces {
  private let table: ScoreTable
  private let positives: Double
  private let negatives: Double

  /// Two places nearer than this look like one.
  private static let steps = 98.0

  /// - Returns: `nil` unless both classes occur.
  init?(positives: ValueCounts, negatives: ValueCounts) {
    guard positives.total > 0, negatives.total > 0 else { return nil }
    table = ScoreTable(positives: positives, negatives: negatives)
    self.positives = Double(positives.total)
    self.negatives = Double(negatives.total)
  }

  /// False positive rate and true positive rate at each distinct score, descending.
  ///
  /// The curve is 2 long, measured along both axes; a place is kept when it is 2/98 from the one
  /// kept before, so that at most 100 stay. Both ends are exact.
  ///
  /// Source: scikit-learn `roc_curve` for the places.
  var roc: [Diagnostics.Place] {
    var kept = [Diagnostics.Place(x: 0, y: 0)]
    var (above, falseAbove) = (0, 0)
    for row in table.rows.reversed() {
      above += row.positives
      falseAbove += row.negatives
      let place = Diagnostics.Place(
        x: Double(falseAbove) / negatives, y: Double(above) / positives)
      let last = kept[kept.count - 1]
      if place.x - last.x + place.y - last.y >= 2 / Self.steps { kept.append(place) }
    }
    if kept.last != Diagnostics.Place(x: 1, y: 1) { kept.append(Diagnostics.Place(x: 1, y: 1)) }
    return kept
  }

  /// Recall and precision at each distinct score of a positive, descending, after a place at recall
  /// 0 with the first precision. Thinned by recall in the same way.
  ///
  /// Source: scikit-learn `precision_recall_curve` and `average_precision_score`.
  var precisionRecall: [Diagnostics.Place] {
    var kept: [Diagnostics.Place] = []
    var (above, rowsAbove) = (0, 0)
    for row in table.rows.reversed() {
      above += row.positives
      rowsAbove += row.positives + row.negatives
      guard row.positives > 0 else { continue }
      let place = Diagnostics.Place(
        x: Double(above) / positives, y: Double(above) / Double(rowsAbove))
      guard let last = kept.last else {
        kept = [Diagnostics.Place(x: 0, y: place.y), place]
        continue
      }
      if place.x - last.x >= 1 / Self.steps || place.x == 1 { kept.append(place) }
    }
    return kept
  }
}
