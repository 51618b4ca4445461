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
  /// Rows that the rates of the pair rest on.
  let rowCount: Int
}

extension WorstPair {
  /// The largest difference between two groups over one or two rates; Newcombe's intervals.
  ///
  /// - Parameter rates: One list for each rate, every list with the same two or more groups.
  static func difference(_ rates: [[GroupRate]], confidence: ConfidenceLevel) -> WorstPair? {
    let extremes = rates.compactMap(Extremes.init)
    guard extremes.count == rates.count, let first = extremes.first else { return nil }
    // Of two equal gaps the first stands.
    let worst = extremes.dropFirst().reduce(first) { $1.difference > $0.difference ? $1 : $0 }
    let pairs = rates.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let level = confidence.shared(among: pairs)
    var bounds: Interval?
    for list in rates {
      forEachPair(list) { high, low in
        guard
          let pair = newcombeInterval(
            reference: low.proportion, current: high.proportion, level: level
          ).value
        else { return }
        bounds = Interval(
          lower: max(bounds?.lower ?? pair.lower, pair.lower),
          upper: max(bounds?.upper ?? pair.upper, pair.upper))
      }
    }
    return WorstPair(worst, value: worst.difference, interval: bounds, pairCount: pairs)
  }

  /// The smallest ratio of two groups over one or two rates; log-normal intervals.
  ///
  /// - Parameter rates: As for ``difference(_:confidence:)``.
  /// - Returns: `nil` when a rate is 0 in every group.
  static func ratio(_ rates: [[GroupRate]], confidence: ConfidenceLevel) -> WorstPair? {
    let extremes = rates.compactMap(Extremes.init)
    guard extremes.count == rates.count, let first = extremes.first,
      extremes.allSatisfy({ $0.high.share > 0 })
    else { return nil }
    let worst = extremes.dropFirst().reduce(first) { $1.ratio < $0.ratio ? $1 : $0 }
    let pairs = rates.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let level = confidence.shared(among: pairs)
    var bounds: Interval?
    for list in rates {
      forEachPair(list) { high, low in
        guard
          let pair = katzInterval(
            reference: high.proportion, current: low.proportion, level: level
          ).value
        else { return }
        bounds = Interval(
          lower: min(bounds?.lower ?? pair.lower, pair.lower),
          upper: min(bounds?.upper ?? pair.upper, pair.upper))
      }
    }
    return WorstPair(worst, value: worst.ratio, interval: bounds, pairCount: pairs)
  }

  private init(_ worst: Extremes, value: Double, interval: Interval?, pairCount: Int) {
    self.value = value
    self.interval = interval
    highest = worst.high.side
    lowest = worst.low.side
    self.pairCount = pairCount
    test = GroupTest(worst.low.proportion, worst.high.proportion)?.adjusted(for: pairCount)
    rowCount = worst.high.proportion.trials + worst.low.proportion.trials
  }

  /// Every pair once, the higher rate first.
  private static func forEachPair(
    _ rates: [GroupRate], _ body: (_ high: GroupRate, _ low: GroupRate) -> Void
  ) {
    for (index, one) in rates.enumerated() {
      for other in rates[..<index] {
        if one.share > other.share { body(one, other) } else { body(other, one) }
      }
    }
  }
}

/// The groups with the highest and the lowest rate; of equal ones the first in their order.
private struct Extremes {
  let high: GroupRate
  let low: GroupRate

  init?(_ rates: [GroupRate]) {
    guard rates.count > 1, let first = rates.first else { return nil }
    high = rates.dropFirst().reduce(first) { $1.share > $0.share ? $1 : $0 }
    low = rates.dropFirst().reduce(first) { $1.share < $0.share ? $1 : $0 }
  }

  var difference: Double { high.share - low.share }
  var ratio: Double { low.share / high.share }
}
