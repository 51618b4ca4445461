/// How often each number occurred: exact while there are few distinct numbers, on a fine grid when
/// there are many.
///
/// The grid keeps twelve bits of the fraction, so a cell is at most 1/4,096 of its value wide. Which
/// form is used depends on the set of numbers alone, never on their order.
///
/// Counts are kept ascending by number; numbers that come one by one wait unsorted until there are
/// enough of them to be worth a merge.
package struct ValueCounts: Sendable {
  /// Distinct numbers that are kept apart.
  package static let exactLimit = 16_384

  private static let droppedBits: UInt64 = 40

  /// A number, or the lower end of a cell, by its ordered bit pattern.
  fileprivate struct Count: Sendable, Equatable {
    let key: UInt64
    var count: Int
  }

  /// Ascending by key; cells unless `settledIsExact`.
  private var settled: [Count] = []
  private var settledIsExact = true
  /// Keys of numbers, in any order and repeated.
  private var waiting: [Count] = []
  /// Sum of all counts.
  package private(set) var total = 0

  package init() {}

  /// Counts `number`, which is finite, `times` times.
  package mutating func add(_ number: Double, times: Int = 1) {
    guard times > 0, number.isFinite else { return }
    waiting.append(Count(key: Self.key(of: number), count: times))
    total += times
    if waiting.count >= max(Self.leastMerge, settled.count / 4) { settle() }
  }

  /// Counts each number once that the keys stand for.
  ///
  /// - Parameter keys: In any order, each from ``key(of:)``; sorted on the way.
  package mutating func add(keys: inout [UInt64]) {
    guard !keys.isEmpty else { return }
    KeySort.sort(&keys)
    add(sortedKeys: keys.span)
  }

  /// Counts each number once that the ascending keys stand for.
  package mutating func add(sortedKeys keys: Span<UInt64>) {
    total += keys.count
    enter(Self.counts(ofSorted: keys))
  }

  /// The numbers that ascending keys stand for, each counted once.
  package init(sortedKeys keys: Span<UInt64>) {
    settled = Self.counts(ofSorted: keys)
    total = keys.count
    coarsenIfCrowded()
  }

  private static func counts(ofSorted keys: Span<UInt64>) -> [Count] {
    [Count](capacity: keys.count) { output in
      var start = 0
      while start < keys.count {
        let key = keys[start]
        var end = start + 1
        while end < keys.count, keys[end] == key { end += 1 }
        output.append(Count(key: key, count: end - start))
        start = end
      }
    }
  }

  /// False once the counts are on the grid.
  package var isExact: Bool { waiting.isEmpty ? settledIsExact : inOrder.settledIsExact }

  /// One number, or one cell of the grid with the number in its middle.
  package struct Entry: Sendable, Equatable {
    package let value: Double
    package let count: Int
  }

  /// Ascending by value.
  package var entries: [Entry] {
    let ordered = inOrder
    return ordered.settled.map {
      Entry(value: Self.value(ofKey: $0.key, isExact: ordered.settledIsExact), count: $0.count)
    }
  }

  /// The numbers in order, for quantiles.
  package var sorted: SortedCounts { SortedCounts(entries: entries, total: total) }

  /// The quantile by linear interpolation between order statistics, as NumPy's default.
  ///
  /// - Parameter share: Position in [0, 1].
  /// - Returns: `nil` without values. On the grid the result is off by at most half a cell.
  package func quantile(_ share: Double) -> Double? { sorted.quantile(share) }

  /// The same counts on the grid.
  package var coarsened: ValueCounts {
    var copy = inOrder
    copy.coarsen()
    return copy
  }
}

// MARK: - Order

extension ValueCounts {
  /// Numbers that wait at most before they are sorted in.
  private static let leastMerge = 512

  /// The same counts with nothing waiting.
  private var inOrder: ValueCounts {
    guard !waiting.isEmpty else { return self }
    var copy = self
    copy.settle()
    return copy
  }

  private mutating func settle() {
    guard !waiting.isEmpty else { return }
    var ascending = waiting
    waiting = []
    ascending.sort { $0.key < $1.key }
    enter(ascending)
  }

  /// Merges counts of numbers that ascend, with repetitions.
  private mutating func enter(_ ascending: [Count]) {
    // What would be crowded is merged on the grid, where there is less of it.
    if settledIsExact, Self.areCrowded(settled, ascending) { coarsen() }
    settled = Self.merged(settled, settledIsExact ? ascending : Self.onGrid(ascending))
  }

  /// Whether two ascending lists hold more different numbers than are kept apart.
  private static func areCrowded(_ one: [Count], _ other: [Count]) -> Bool {
    guard one.count + other.count > exactLimit else { return false }
    let (left, right) = (one.span, other.span)
    var (first, second, distinct) = (0, 0, 0)
    var last: UInt64?
    while first < left.count || second < right.count {
      let takesOurs =
        second == right.count || first < left.count && left[first].key <= right[second].key
      let key = takesOurs ? left[first].key : right[second].key
      first += takesOurs ? 1 : 0
      second += takesOurs ? 0 : 1
      distinct += key == last ? 0 : 1
      if distinct > exactLimit { return true }
      last = key
    }
    return false
  }

  private mutating func coarsenIfCrowded() {
    if settledIsExact, settled.count > Self.exactLimit { coarsen() }
  }

  private mutating func coarsen() {
    guard settledIsExact else { return }
    settledIsExact = false
    settled = Self.onGrid(settled)
  }

  /// Ascending counts by the cells of their numbers.
  private static func onGrid(_ ascending: [Count]) -> [Count] {
    [Count](capacity: ascending.count) { output in
      let counts = ascending.span
      var start = 0
      while start < counts.count {
        var cell = Count(key: Self.cell(of: counts[start].key), count: counts[start].count)
        start += 1
        while start < counts.count, Self.cell(of: counts[start].key) == cell.key {
          cell.count += counts[start].count
          start += 1
        }
        output.append(cell)
      }
    }
  }

  /// Both ascending lists in one, equal keys together.
  private static func merged(_ one: [Count], _ other: [Count]) -> [Count] {
    var result = [Count](repeating: Count(key: 0, count: 0), count: one.count + other.count)
    var length = 0
    var places = result.mutableSpan
    let (left, right) = (one.span, other.span)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      let (ours, theirs) = (left[first], right[second])
      // Chosen without a branch: which one comes next cannot be foretold.
      let takesOurs = ours.key <= theirs.key
      let next = Count(
        key: takesOurs ? ours.key : theirs.key, count: takesOurs ? ours.count : theirs.count)
      put(next, after: &length, of: &places)
      first += takesOurs ? 1 : 0
      second += takesOurs ? 0 : 1
    }
    for index in first..<left.count { put(left[index], after: &length, of: &places) }
    for index in second..<right.count { put(right[index], after: &length, of: &places) }
    result.removeLast(result.count - length)
    return result
  }

  /// Puts a count behind the first `length`, or adds it to the last of them if the keys are equal.
  private static func put(
    _ next: Count, after length: inout Int, of places: inout MutableSpan<Count>
  ) {
    if length > 0, places[length - 1].key == next.key {
      places[length - 1].count += next.count
    } else {
      places[length] = next
      length += 1
    }
  }
}

// MARK: - Keys

extension ValueCounts {
  /// A bit pattern that sorts as finite numbers do; −0 counts as 0.
  package static func key(of number: Double) -> UInt64 {
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
  }

  /// The number that a key belongs to.
  package static func number(ofKey key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }

  private static func cell(of key: UInt64) -> UInt64 {
    (key >> droppedBits) << droppedBits
  }

  private static func value(ofKey key: UInt64, isExact: Bool) -> Double {
    // Zero has a cell of its own in all but name: nothing else in it differs from it by 10⁻³⁰⁰.
    guard !isExact, key != Self.key(of: 0) else { return number(ofKey: key) }
    return number(ofKey: key | (1 << (droppedBits - 1)))
  }
}

extension ValueCounts: Equatable {
  /// Equal counts, however they came about.
  package static func == (left: ValueCounts, right: ValueCounts) -> Bool {
    let (one, other) = (left.inOrder, right.inOrder)
    return one.settledIsExact == other.settledIsExact && one.settled == other.settled
  }
}

extension ValueCounts: Mergeable {
  package mutating func merge(_ other: ValueCounts) {
    let theirs = other.inOrder
    if total == 0, settledIsExact {
      self = theirs
      return
    }
    settle()
    if !theirs.settledIsExact { coarsen() }
    total += theirs.total
    enter(theirs.settled)
  }
}

extension ValueCounts {
  /// Keys ascending with their counts, one for each: what a file needs to keep.
  package var stored: (keys: [UInt64], counts: [Int]) {
    let ordered = inOrder.settled
    return (ordered.map { $0.key }, ordered.map { $0.count })
  }

  /// The counts that ``stored`` came from; `nil` unless keys ascend and belong to finite numbers,
  /// and counts, as many as keys, are positive with a sum that a number can hold.
  package init?(keys: [UInt64], counts: [Int], isExact: Bool) {
    guard keys.count == counts.count else { return nil }
    let (keys, counts) = (keys.span, counts.span)
    var (total, isValid) = (0, true)
    let dropped: UInt64 = isExact ? 0 : 1 << Self.droppedBits - 1
    for index in keys.indices {
      let (sum, overflows) = total.addingReportingOverflow(counts[index])
      total = sum
      isValid = isValid && !overflows && counts[index] > 0 && keys[index] & dropped == 0
      if index > 0 { isValid = isValid && keys[index &- 1] < keys[index] }
    }
    guard isValid else { return nil }
    // The keys of finite numbers lie side by side.
    if keys.count > 0 {
      guard Self.number(ofKey: keys[0]).isFinite, Self.number(ofKey: keys[keys.count - 1]).isFinite
      else { return nil }
    }
    settled = [Count](capacity: keys.count) { output in
      for index in keys.indices { output.append(Count(key: keys[index], count: counts[index])) }
    }
    settledIsExact = isExact
    self.total = total
  }
}
