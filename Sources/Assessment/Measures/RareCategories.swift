/// Counts of categories with the rare ones put together, so that χ² holds.
///
/// The χ² distribution approximates the statistic only where the expected counts are not small:
/// among categories that are expected less than once, a single row looks like a miracle. Categories
/// expected fewer than five times in either sample, going by both samples together, are taken as one;
/// if that one is still too rare, the rarest of the others joins it.
///
/// Which categories are put together depends on the totals of both samples only, never on how they
/// differ, so the test keeps its level.
///
/// Source: W. G. Cochran, *Biometrics* 10 (1954) 417.
struct RareCategories {
  /// Smallest expected count admitted.
  static let smallestExpected = 5.0

  let reference: [Int]
  let current: [Int]

  /// - Returns: `nil` when fewer than two categories remain, so that no test can be made.
  /// - Complexity: O(k log k) for k categories.
  init?(reference: [Int], current: [Int]) {
    let (before, now) = (reference.reduce(0, +), current.reduce(0, +))
    guard before > 0, now > 0 else { return nil }
    let smallerShare = Double(min(before, now)) / Double(before + now)
    var kept: [(reference: Int, current: Int)] = []
    var pool = (reference: 0, current: 0)
    func isRare(_ count: (reference: Int, current: Int)) -> Bool {
      Double(count.reference + count.current) * smallerShare < Self.smallestExpected
    }
    for pair in zip(reference, current).map({ (reference: $0, current: $1) }) {
      if isRare(pair) {
        pool.reference += pair.reference
        pool.current += pair.current
      } else {
        kept.append(pair)
      }
    }
    if pool.reference + pool.current > 0 {
      kept.sort { $0.reference + $0.current > $1.reference + $1.current }
      if isRare(pool), let rarest = kept.popLast() {
        pool.reference += rarest.reference
        pool.current += rarest.current
      }
      kept.append(pool)
    }
    guard kept.count > 1 else { return nil }
    self.reference = kept.map(\.reference)
    self.current = kept.map(\.current)
  }
}
