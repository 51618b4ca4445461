import Profiling
import Statistics

/// Labelled rows by the level of their score.
///
/// A probability falls into one of the ten bins of ``CalibrationError``, so that the picture shows
/// the very gaps that the error sums up. Any other score has a bin for each of its values while
/// there are at most twelve, else ten bins of about equally many rows.
struct CalibrationBins {
  let positives: ValueCounts
  let negatives: ValueCounts
  let isProbability: Bool
  let confidence: ConfidenceLevel

  private static let mostValues = 12
  private static let binCount = 10

  private struct Cell {
    var lower: Double
    var upper: Double
    var positives = 0
    var count = 0
    var scoreSum = 0.0

    mutating func add(_ row: ScoreTable.Row) {
      positives += row.positives
      count += row.positives + row.negatives
      scoreSum += row.score * Double(row.positives + row.negatives)
      upper = max(upper, row.score)
    }
  }

  /// - Returns: `nil` without scored labels.
  var calibration: Diagnostics.Calibration? {
    let rows = ScoreTable(positives: positives, negatives: negatives).rows
    let cells = isProbability ? probabilityCells(rows) : scoreCells(rows)
    let bins = cells.filter { $0.count > 0 }.map { cell in
      Diagnostics.Calibration.Bin(
        lower: cell.lower, upper: cell.upper, count: cell.count,
        meanScore: cell.scoreSum / Double(cell.count),
        outcome: .proportion(
          cell.positives, of: cell.count, confidence: confidence, whenEmpty: .noLabels))
    }
    return bins.isEmpty
      ? nil : Diagnostics.Calibration(isProbability: isProbability, bins: bins)
  }

  private func probabilityCells(_ rows: [ScoreTable.Row]) -> [Cell] {
    var cells = (0..<CalibrationError.binCount).map { bin in
      Cell(lower: Double(bin) * 0.1, upper: Double(bin + 1) * 0.1)
    }
    for row in rows where (0...1).contains(row.score) {
      cells[CalibrationError.bin(of: row.score)].add(row)
    }
    return cells
  }

  private func scoreCells(_ rows: [ScoreTable.Row]) -> [Cell] {
    let total = rows.reduce(0) { $0 + $1.positives + $1.negatives }
    var cells: [Cell] = []
    var seen = 0
    var bin = -1
    for row in rows {
      // A value belongs where its first row does; equal scores are never parted.
      let next = rows.count <= Self.mostValues ? bin + 1 : seen * Self.binCount / max(total, 1)
      if next != bin { cells.append(Cell(lower: row.score, upper: row.score)) }
      bin = next
      cells[cells.count - 1].add(row)
      seen += row.positives + row.negatives
    }
    return cells
  }
}
