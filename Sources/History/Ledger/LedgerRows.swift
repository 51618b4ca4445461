/// Rows of a file as the ledger takes them.
struct LedgerRows {
  var entries: LedgerEntries
  /// What each row is known by within its file.
  var ordinals: [UInt64] = []

  init(scoreCount: Int) {
    entries = LedgerEntries(scoreCount: scoreCount)
  }

  init(scoreCount: Int, capacity: Int) {
    self.init(scoreCount: scoreCount)
    entries.reserveCapacity(capacity)
    ordinals.reserveCapacity(capacity)
  }

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  /// Adds neighbouring rows of `other`.
  mutating func append(_ other: LedgerRows, picked: Range<Int>) {
    entries.append(other.entries, picked: picked)
    ordinals.append(contentsOf: other.ordinals[picked])
  }

  /// Adds the rows of `other` that `picked` names, in that order.
  mutating func append(_ other: LedgerRows, picked: ArraySlice<Int>) {
    entries.append(other.entries, picked: picked)
    LedgerEntries.append(other.ordinals, picked, to: &ordinals)
  }

  /// The positions of the rows by their keys; of equal keys the earlier row comes first.
  var order: [Int] { LedgerOrder.order(of: entries.high, entries[.low]) }

  func sorted() -> LedgerRows {
    var result = LedgerRows(scoreCount: entries.scoreCount, capacity: count)
    result.append(self, picked: order[...])
    return result
  }

  /// How many rows the most frequent id has.
  ///
  /// - Parameter order: The positions of the rows by their keys.
  func mostRowsOfAnID(in order: [Int]) -> Int {
    let (high, low) = (entries.high, entries[.low])
    var most = min(1, order.count)
    var count = 1
    for (left, right) in zip(order, order.dropFirst()) {
      count = high[left] == high[right] && low[left] == low[right] ? count + 1 : 1
      most = max(most, count)
    }
    return most
  }
}
