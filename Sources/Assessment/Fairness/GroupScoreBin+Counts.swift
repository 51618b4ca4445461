import Profiling
import Statistics

extension GroupScoreBin {
  /// Edges that cut labelled scores into five parts of about the same size, equal ones taken as
  /// one; `nil` without scores.
  ///
  /// Five, because groups are small and every bar needs rows enough for a rate.
  static func edges(of outcomes: BinaryOutcomes) -> [Double]? {
    let scores = outcomes.positiveScores.merged(with: outcomes.negativeScores)
    let entries = scores.entries
    guard let highest = entries.last?.value else { return nil }
    var edges: [Double] = []
    var counted = 0
    for entry in entries {
      counted += entry.count
      // The first score that takes the rows so far to another fifth of all.
      let isFifth = 5 * counted >= (edges.count + 1) * scores.total
      if isFifth, entry.value < highest, edges.count < 4 { edges.append(entry.value) }
    }
    return edges
  }

  /// The labelled rows of one group between the edges, ranges closed on the right.
  static func bins(of outcomes: BinaryOutcomes, edges: [Double]) -> [GroupScoreBin] {
    var counts = [Int](repeating: 0, count: edges.count + 1)
    var positives = counts
    var sums = [Double](repeating: 0, count: edges.count + 1)
    for (entries, isPositive) in [
      (outcomes.positiveScores.entries, true), (outcomes.negativeScores.entries, false),
    ] {
      for entry in entries {
        let bin = edges.firstIndex { entry.value <= $0 } ?? edges.count
        counts[bin] += entry.count
        sums[bin] += entry.value * Double(entry.count)
        if isPositive { positives[bin] += entry.count }
      }
    }
    return counts.indices.map { index in
      GroupScoreBin(
        lower: index > 0 ? edges[index - 1] : nil,
        upper: index < edges.count ? edges[index] : nil, count: counts[index],
        positives: positives[index],
        meanScore: counts[index] > 0 ? sums[index] / Double(counts[index]) : nil)
    }
  }
}
