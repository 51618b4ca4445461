/// How often each number occurred: exact while there are few distinct numbers, on a fine grid when
/// there are many.
///
/// The grid keeps twelve bits of the fraction, so a cell is at most 1/4,096 of its value wide. Which
/// form is used depends on the set of numbers alone, never on their order.
package struct ValueCounts: Sendable, Equatable {
  /// Distinct numbers that are kept apart.
  package static let exactLimit = 16_384

  private static let droppedBits: UInt64 = 40

  /// Counts by ordered bit pattern; on the grid, of the cell's lower end.
  private var counts: [UInt64: Int]
  package private(set) var isExact: Bool
  /// Sum of all counts.
  package private(set) var total: Int

  package init() {
    counts = [:]
    isExact = true
    total = 0
  }

  /// Counts `number`, which is finite, `times` times.
  package mutating func add(_ number: Double, times: Int = 1) {
    guard times > 0, number.isFinite else { return }
    let key = Self.orderedBits(number)
    counts[isExact ? key : Self.cell(of: key), default: 0] += times
    total += times
    coarsenIfCrowded()
  }

  /// One number, or one cell of the grid with the number in its middle.
  package struct Entry: Sendable, Equatable {
    package let value: Double
    package let count: Int
  }

  /// Ascending by value.
  package var entries: [Entry] {
    counts.sorted { $0.key < $1.key }.map { Entry(value: value(ofKey: $0.key), count: $0.value) }
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
    var copy = self
    copy.coarsen()
    return copy
  }

  private mutating func coarsenIfCrowded() {
    if isExact, counts.count > Self.exactLimit { coarsen() }
  }

  private mutating func coarsen() {
    guard isExact else { return }
    isExact = false
    var cells: [UInt64: Int] = [:]
    for (key, count) in counts { cells[Self.cell(of: key), default: 0] += count }
    counts = cells
  }

  private func value(ofKey key: UInt64) -> Double {
    // Zero has a cell of its own in all but name: nothing else in it differs from it by 10⁻³⁰⁰.
    guard !isExact, key != Self.orderedBits(0) else { return Self.number(ofOrderedBits: key) }
    return Self.number(ofOrderedBits: key | (1 << (Self.droppedBits - 1)))
  }

  /// A bit pattern that sorts as the numbers do; −0 counts as 0.
  private static func orderedBits(_ number: Double) -> UInt64 {
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
  }

  private static func number(ofOrderedBits key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }

  private static func cell(of key: UInt64) -> UInt64 {
    (key >> droppedBits) << droppedBits
  }
}

extension ValueCounts: Mergeable {
  package mutating func merge(_ other: ValueCounts) {
    if !other.isExact { coarsen() }
    for (key, count) in other.counts {
      counts[isExact ? key : Self.cell(of: key), default: 0] += count
    }
    total += other.total
    coarsenIfCrowded()
  }
}

extension ValueCounts {
  /// Ordered keys ascending with their counts: what a file needs to keep.
  package var stored: [(key: UInt64, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The counts that ``stored`` came from; `nil` unless keys ascend and belong to finite numbers,
  /// and counts are positive with a sum that a number can hold.
  package init?(stored: [(key: UInt64, count: Int)], isExact: Bool) {
    guard zip(stored, stored.dropFirst()).allSatisfy({ $0.key < $1.key }) else { return nil }
    var total = 0
    for (key, count) in stored {
      let (sum, overflowed) = total.addingReportingOverflow(count)
      guard count > 0, !overflowed, Self.number(ofOrderedBits: key).isFinite,
        isExact || key == Self.cell(of: key)
      else { return nil }
      total = sum
    }
    counts = Dictionary(uniqueKeysWithValues: stored.map { ($0.key, $0.count) })
    self.isExact = isExact
    self.total = total
  }
}
