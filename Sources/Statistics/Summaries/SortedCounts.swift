/// Counted numbers in ascending order, found by rank.
package struct SortedCounts: Sendable {
  private let entries: [ValueCounts.Entry]
  /// Rows up to and including each entry.
  private let running: [Int]
  private let total: Int

  init(entries: [ValueCounts.Entry], total: Int) {
    self.entries = entries
    self.total = total
    var sum = 0
    running = entries.map { entry in
      sum += entry.count
      return sum
    }
  }

  /// The number with `rank` numbers before it; `nil` outside 0 ..< total.
  package func orderStatistic(_ rank: Int) -> Double? {
    guard rank >= 0, rank < total else { return nil }
    return entries[running.span.partitionPoint { $0 <= rank }].value
  }

  /// The quantile by linear interpolation between order statistics, as NumPy's default.
  ///
  /// - Parameter share: Position in [0, 1].
  /// - Returns: `nil` without values.
  package func quantile(_ share: Double) -> Double? {
    let position = share * Double(total - 1)
    let below = Int(position.rounded(.down))
    guard let lower = orderStatistic(below) else { return nil }
    guard let upper = orderStatistic(below + 1) else { return lower }
    return interpolated(lower, upper, position - Double(below))
  }
}
