import Profiling
import Statistics

/// The counts of a numeric column together with the anchors that they lie at and between.
struct CellCounts {
  let anchors: NumericAnchors
  let summary: NumericSummary

  /// The quantile by linear interpolation between order statistics, as NumPy's default.
  ///
  /// Exact where values lie at anchors; a value between two anchors is placed by its rank.
  func quantile(_ share: Double) -> Double? {
    guard summary.count > 0 else { return nil }
    let position = share * Double(summary.count - 1)
    let below = Int(position.rounded(.down))
    guard let lower = orderStatistic(below) else { return nil }
    let fraction = position - Double(below)
    guard fraction > 0, let upper = orderStatistic(below + 1) else { return lower }
    return interpolated(lower, upper, fraction)
  }

  /// Counts over right-closed bins with the given edges, each of which is an anchor.
  func binned(_ edges: [Double]) -> [Int] {
    var bins = [Int](repeating: 0, count: edges.count + 1)
    guard summary.count > 0 else { return bins }
    let lastCells = edges.map { anchors.cell(of: $0) }
    var bin = 0
    for (cell, count) in summary.cells.enumerated() {
      while bin < lastCells.count, cell > lastCells[bin] { bin += 1 }
      bins[bin] += count
    }
    return bins
  }

  /// Values strictly outside the range of another summary over the same anchors.
  func countOutside(_ other: NumericSummary) -> Int? {
    guard let minimum = other.minimum, let maximum = other.maximum else { return nil }
    guard summary.count > 0 else { return 0 }
    let first = anchors.cell(of: minimum)
    let last = anchors.cell(of: maximum)
    return summary.cells[..<first].reduce(0, +) + summary.cells[(last + 1)...].reduce(0, +)
  }

  func orderStatistic(_ rank: Int) -> Double? {
    if rank == 0 { return summary.minimum }
    if rank == summary.count - 1 { return summary.maximum }
    var seen = 0
    for (cell, count) in summary.cells.enumerated() where count > 0 {
      if rank < seen + count {
        return value(inCell: cell, at: (Double(rank - seen) + 0.5) / Double(count))
      }
      seen += count
    }
    return summary.maximum
  }

  /// The anchor itself, or a point between two anchors; outside all anchors the extreme value.
  private func value(inCell cell: Int, at fraction: Double) -> Double? {
    if cell % 2 == 1 { return anchors.values[cell / 2] }
    let index = cell / 2
    let lower = index > 0 ? anchors.values[index - 1] : summary.minimum
    let upper = index < anchors.values.count ? anchors.values[index] : summary.maximum
    guard let lower, let upper else { return lower ?? upper }
    return interpolated(lower, upper, fraction)
  }
}
