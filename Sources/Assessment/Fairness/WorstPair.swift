import Profiling
import Statistics

/// The two groups that are furthest apart, how far that is, and between which limits.
///
/// The worst of many pairs is further apart than any one pair by chance alone. So every pair gets
/// an interval at the level 1 − (1 − level)/m, where m is the number of pairs (of both rates, where
/// a metric takes the worse of two); all m intervals then hold together with the stated confidence
/// (Bonferroni). The largest true gap lies above the largest of the lower limits and below the
/// largest of the upper limits. With two groups and one rate this is the plain interval of the pair.
struct WorstPair {
  let value: Double
  let interval: Interval?
  let highest: GroupComparison.Gap.Side
  let lowest: GroupComparison.Gap.Side
  let pairCount: Int
  let test: GroupTest?
  /// Rows that the numbers of the pair rest on.
  let rowCount: Int

  /// - Parameter test: That of the pair alone.
  init<Group: ComparedGroup>(
    _ search: PairSearch<Group>, test: (_ high: Group, _ low: Group) -> GroupTest?
  ) {
    value = search.value
    interval = search.interval
    highest = search.high.side
    lowest = search.low.side
    pairCount = search.pairCount
    self.test = test(search.high, search.low)?.adjusted(for: search.pairCount)
    rowCount = search.high.rowCount + search.low.rowCount
  }
}

extension WorstPair {
  /// The largest difference between two groups over one or two rates; Newcombe's intervals.
  ///
  /// - Parameter rates: One list for each rate, every list with the same two or more groups.
  static func difference(_ rates: [[GroupRate]], confidence: ConfidenceLevel) -> WorstPair? {
    PairSearch(rates, by: .difference, confidence: confidence, gaps: .leftOut) { high, low, level in
      newcombeInterval(reference: low.proportion, current: high.proportion, level: level).value
        .map { Interval(lower: $0.lower, upper: $0.upper) }
    }.map { WorstPair($0, test: test) }
  }

  /// The smallest ratio of two groups over one or two rates; log-normal intervals.
  ///
  /// - Parameter rates: As for ``difference(_:confidence:)``.
  /// - Returns: `nil` when a rate is 0 in every group.
  static func ratio(_ rates: [[GroupRate]], confidence: ConfidenceLevel) -> WorstPair? {
    guard rates.allSatisfy({ $0.contains { $0.share > 0 } }) else { return nil }
    return PairSearch(rates, by: .ratio, confidence: confidence, gaps: .leftOut) {
      high, low, level in
      katzInterval(reference: high.proportion, current: low.proportion, level: level).value
        .map { Interval(lower: $0.lower, upper: $0.upper) }
    }.map { WorstPair($0, test: test) }
  }

  private static func test(_ high: GroupRate, _ low: GroupRate) -> GroupTest? {
    GroupTest(low.proportion, high.proportion)
  }
}
