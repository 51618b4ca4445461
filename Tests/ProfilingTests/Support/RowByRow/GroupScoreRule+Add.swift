import Statistics

@testable import Profiling

extension GroupScoreRule {
  /// Adds rows to a profile, one by one.
  func add(_ rows: [PredictionRow], segments: SegmentTable, to profile: inout InputProfile) {
    var known: [Int: [Slice]] = [:]
    for row in rows {
      guard let score = score(of: row) else { continue }
      let groups =
        known[row.segmentKey] ?? groups(of: segments.slices(ofKey: row.segmentKey))
      known[row.segmentKey] = groups
      for group in groups { profile.groupScores[group, default: ValueCounts()].add(score) }
    }
  }

  /// The number of one row; `nil` without one.
  private func score(of row: PredictionRow) -> Double? {
    if scoreIsPrediction {
      if case .number(let number)? = row.prediction { number } else { nil }
    } else {
      if case .single(let number)? = row.score { number } else { nil }
    }
  }
}
