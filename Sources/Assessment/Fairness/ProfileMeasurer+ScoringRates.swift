import Profiling
import Statistics

extension ProfileMeasurer {
  /// The share of every group that is scored above the median of all rows, for the groups whose
  /// scores are counted.
  func scoringRates(of profile: Profile) -> [MetricValue] {
    let attributes = Set(schema.scoredAttributes)
    guard let first = schema.scoredAttributes.first, let column = schema.scoreColumn else {
      return []
    }
    let groups = profile.input.slices.keys.sorted().filter { attributes.contains($0.attributes) }
    let scores = profile.input.groupScores
    // The groups of one attribute, unknown ones included, are all rows.
    let all = scores.filter { $0.key.attributes == first }.values
      .reduce(into: ValueCounts()) { $0.merge($1) }
    let scored = scoredRows(of: profile, column)
    let sample = ScoreSample(all)
    return groups.map { group in
      let key = MetricKey(.scoringRate, slice: group)
      guard all.total == scored else {
        return MetricValue(
          key, .unavailable(.notCounted(counted: all.total, rows: scored)), count: 0)
      }
      guard let sample, let own = scores[group], own.total > 0 else {
        return MetricValue(key, .unavailable(.noValues), count: 0)
      }
      let (above, near) = sample.above(own)
      let measured = share(above, of: own.total, whenEmpty: .noValues)
      guard near > 0, let lower = measured.estimate.interval?.lower,
        let upper = share(above + near, of: own.total, whenEmpty: .noValues).estimate.interval?
          .upper
      else { return MetricValue(key, measured.estimate, count: own.total) }
      let rate = (Double(above) + Double(near) / 2) / Double(own.total)
      return MetricValue(
        key, .value(rate, interval: Interval(lower: lower, upper: upper)), count: own.total)
    }
  }

  private func scoredRows(of profile: Profile, _ column: ColumnSchema) -> Int {
    guard case .numeric(let all)? = profile.input.columns[column.name] else { return 0 }
    return all.moments.count
  }
}

/// All scores of a period, against which those of a group are held.
private struct ScoreSample {
  private let isExact: Bool
  private let median: Double

  /// - Returns: `nil` without scores.
  init?(_ all: ValueCounts) {
    guard let median = all.quantile(0.5) else { return nil }
    self.median = median
    isExact = all.isExact
  }

  /// The scores of a group above the median, and those of which it is not known as they share its
  /// cell of the grid.
  func above(_ own: ValueCounts) -> (above: Int, near: Int) {
    let entries = isExact ? own.entries : own.coarsened.entries
    return entries.reduce(into: (0, 0)) { sum, entry in
      if entry.value > median {
        sum.0 += entry.count
      } else if !isExact, entry.value == median {
        sum.1 += entry.count
      }
    }
  }
}
