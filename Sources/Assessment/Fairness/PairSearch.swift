import Profiling
import Statistics

/// A group with the number by which it is compared with others.
protocol ComparedGroup: Sendable {
  var slice: Slice { get }
  /// A rate or a mean.
  var number: Double { get }
  /// Rows that the number rests on.
  var rowCount: Int { get }
}

extension ComparedGroup {
  var side: GroupComparison.Gap.Side { GroupComparison.Gap.Side(slice, number) }
}

/// The two groups that are furthest apart, and limits that hold for all pairs together.
struct PairSearch<Group: ComparedGroup> {
  /// How far two groups are apart.
  enum Measure {
    /// Higher − lower number; the largest is the worst.
    case difference
    /// Lower ÷ higher number; the smallest is the worst.
    case ratio

    func value(_ high: Group, _ low: Group) -> Double {
      self == .difference ? high.number - low.number : low.number / high.number
    }

    func worse(_ one: Double, _ other: Double) -> Double {
      self == .difference ? max(one, other) : min(one, other)
    }
  }

  /// What becomes of the limits when a pair has no interval.
  enum Gaps {
    /// They are those of the other pairs.
    case leftOut
    /// There are none.
    case fatal
  }

  let high: Group
  let low: Group
  let value: Double
  let interval: Interval?
  /// Pairs of groups, over all lists.
  let pairCount: Int

  /// - Parameters:
  ///   - lists: One list for each number that is compared, each with two or more groups; the worst
  ///     pair of any list counts. Of equal groups and of equal pairs the first stands.
  ///   - interval: That of one pair, the higher number first, at a level that makes all of them hold.
  /// - Returns: `nil` without two groups in every list.
  init?(
    _ lists: [[Group]], by measure: Measure, confidence: ConfidenceLevel, gaps: Gaps,
    interval: (_ high: Group, _ low: Group, _ level: ConfidenceLevel) -> Interval?
  ) {
    let extremes = lists.compactMap(Self.extremes)
    guard extremes.count == lists.count, let first = extremes.first else { return nil }
    let worst = extremes.dropFirst().reduce(first) { worst, next in
      let (known, value) = (measure.value(worst.0, worst.1), measure.value(next.0, next.1))
      return measure.worse(known, value) == known ? worst : next
    }
    (high, low) = worst
    value = measure.value(high, low)
    pairCount = lists.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    let level = confidence.shared(among: pairCount)
    let pairs = lists.flatMap(Self.pairs).map { interval($0, $1, level) }
    let bounds = pairs.compactMap { $0 }
    self.interval =
      gaps == .fatal && bounds.count < pairs.count
      ? nil
      : bounds.dropFirst().reduce(bounds.first) { all, pair in
        all.map {
          Interval(
            lower: measure.worse($0.lower, pair.lower), upper: measure.worse($0.upper, pair.upper))
        }
      }
  }

  /// The highest and the lowest: two groups, even where all numbers are equal.
  private static func extremes(_ groups: [Group]) -> (Group, Group)? {
    guard groups.count > 1 else { return nil }
    let highest = groups.indices.dropFirst().reduce(0) {
      groups[$1].number > groups[$0].number ? $1 : $0
    }
    let others = groups.indices.filter { $0 != highest }
    let lowest = others.dropFirst().reduce(others[0]) {
      groups[$1].number < groups[$0].number ? $1 : $0
    }
    return (groups[highest], groups[lowest])
  }

  /// Every pair once, the higher number first.
  private static func pairs(_ groups: [Group]) -> [(Group, Group)] {
    groups.enumerated().flatMap { index, one in
      groups[..<index].map { one.number > $0.number ? (one, $0) : ($0, one) }
    }
  }
}
