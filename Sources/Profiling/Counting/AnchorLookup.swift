import Statistics

/// Finds the cell of a number among ``NumericAnchors`` by one look into a table and a short walk.
///
/// The range of the anchors is divided into slots of equal width, or of equal width in the ordered
/// bit pattern, which follows the logarithm. For each slot the table holds the first anchor that a
/// number in it can meet. Of both divisions the one with the shorter walks is taken; where many
/// anchors share a slot the walk is a binary search. Results are those of
/// ``NumericAnchors/cell(of:)``.
struct AnchorLookup: Sendable {
  private static let slotCount = 8_192

  /// Anchors looked at in every slot; slots with more are searched instead.
  private static let walk = 4

  /// Ascending, with +∞ at the end as stops.
  private let anchors: [Double]
  private let isByBits: Bool
  /// Linear division: the lowest anchor, and slots per unit.
  private let origin: Double
  private let scale: Double
  /// Division by bits: the pattern of the lowest anchor, and bits dropped.
  private let firstBits: Int64
  private let shift: Int64
  /// For each slot, and one beyond the last, the first anchor that a number in it can meet. Two bytes
  /// each: the table has to stay in the innermost cache beside the anchors and the counts. Empty with
  /// more anchors than two bytes can number, which are searched instead.
  private let starts: [UInt16]

  /// Number of cells of the anchors.
  let cellCount: Int

  init(_ source: NumericAnchors) {
    let values = source.values
    cellCount = source.cellCount
    anchors = values + [Double](repeating: .infinity, count: Self.walk + 1)
    let lowest = values.first ?? 0
    let span = (values.last ?? 0) - lowest
    let scale = Double(Self.slotCount) / span
    origin = lowest
    self.scale = scale
    firstBits = Self.ordered(lowest)
    let bits = UInt64(bitPattern: Self.ordered(values.last ?? 0) &- firstBits)
    shift = Int64(max(0, 64 - bits.leadingZeroBitCount - Self.slotCount.trailingZeroBitCount))
    guard values.count <= Int(UInt16.max) else {
      isByBits = true
      starts = []
      return
    }
    let byBits = Self.starts(of: values) { [firstBits, shift] in
      Self.bitSlot($0, firstBits, shift)
    }
    // Not with a span of 0, of infinity, or so small that its inverse is infinite.
    let linear =
      scale.isNormal ? Self.starts(of: values) { Self.linearSlot($0, lowest, scale) } : byBits
    isByBits = !scale.isNormal || Self.walkLength(byBits) < Self.walkLength(linear)
    starts = isByBits ? byBits : linear
  }

  /// Counts finite numbers in their cells.
  ///
  /// Many numbers are counted in a small table first, which every column of a batch uses in turn and
  /// which therefore is at hand; one pass adds it to `counts`, which mostly are not.
  ///
  /// - Parameters:
  ///   - counts: Those of all cells.
  ///   - spare: Working memory; holds, from its beginning, the numbers that are no anchors.
  /// - Returns: How many are no anchors.
  func count(_ numbers: Span<Double>, in counts: inout CellCounts, spare: inout AnchorSpare) -> Int
  {
    spare.reserve(numbers: numbers.count, cells: cellCount)
    guard numbers.count >= cellCount / Self.cellsForEachNumber else {
      return countFew(numbers, in: &counts, offAnchor: &spare.offAnchor)
    }
    var table: [UInt16] = []
    swap(&table, &spare.counts)
    var otherCount = 0
    var start = 0
    while start < numbers.count {
      // As many as the table can hold.
      let end = min(numbers.count, start + Int(UInt16.max))
      var target = table.mutableSpan
      otherCount = count(
        numbers.extracting(start..<end), in: &target, offAnchor: &spare.offAnchor,
        from: otherCount)
      counts.move(&table, cells: cellCount)
      start = end
    }
    swap(&table, &spare.counts)
    return otherCount
  }

  /// With fewer numbers for the cells, passing over all cells would cost more than it saves.
  private static let cellsForEachNumber = 4

  private func countFew(
    _ numbers: Span<Double>, in counts: inout CellCounts, offAnchor: inout [Double]
  ) -> Int {
    counts.makeRoom(for: numbers.count, cells: cellCount)
    if !counts.words.isEmpty {
      var target = counts.words.mutableSpan
      return count(numbers, in: &target, offAnchor: &offAnchor, from: 0)
    } else if !counts.shorts.isEmpty {
      var target = counts.shorts.mutableSpan
      return count(numbers, in: &target, offAnchor: &offAnchor, from: 0)
    } else {
      var target = counts.bytes.mutableSpan
      return count(numbers, in: &target, offAnchor: &offAnchor, from: 0)
    }
  }

  private func count<Count: FixedWidthInteger>(
    _ numbers: Span<Double>, in counts: inout MutableSpan<Count>, offAnchor: inout [Double],
    from otherCount: Int
  ) -> Int {
    if isByBits {
      let (first, shift) = (firstBits, shift)
      return count(numbers, in: &counts, offAnchor: &offAnchor, from: otherCount) {
        Self.bitSlot($0, first, shift)
      }
    } else {
      let (origin, scale) = (origin, scale)
      return count(numbers, in: &counts, offAnchor: &offAnchor, from: otherCount) {
        Self.linearSlot($0, origin, scale)
      }
    }
  }

  /// Numbers that go through each step together.
  private static let tile = 256

  /// Looks numbers up in three steps, a tile of them at a time: their slots, their cells, the counts. Most
  /// of the time goes into waiting for tables that the innermost cache does not hold; in a short loop the
  /// processor waits for several numbers at once.
  @inline(__always)
  private func count<Count: FixedWidthInteger>(
    _ numbers: Span<Double>, in counts: inout MutableSpan<Count>, offAnchor: inout [Double],
    from firstOther: Int, slot: (Double) -> Int
  ) -> Int {
    var places = InlineArray<256, Int32>(repeating: 0)
    var target = places.mutableSpan
    var others = offAnchor.mutableSpan
    var otherCount = firstOther
    var start = 0
    while start < numbers.count {
      let part = numbers.extracting(start..<min(numbers.count, start &+ Self.tile))
      for index in part.indices { target[index] = Int32(truncatingIfNeeded: slot(part[index])) }
      otherCount = find(part, &target, &others, from: otherCount)
      for index in part.indices { counts[Int(target[index])] &+= 1 }
      start &+= Self.tile
    }
    return otherCount
  }

  /// Puts the places of the counts where the slots of some numbers were.
  ///
  /// Free of branches that depend on the number, but for crowded slots: where numbers lie at random,
  /// every such branch would be guessed wrongly every other time.
  @inline(__always)
  private func find(
    _ numbers: Span<Double>, _ places: inout MutableSpan<Int32>,
    _ others: inout MutableSpan<Double>,
    from firstOther: Int
  ) -> Int {
    let anchors = anchors.span
    let starts = starts.span
    let atAnchors = Int32(truncatingIfNeeded: cellCount / 2 + 1)
    let all = (0, cellCount / 2)
    var otherCount = firstOther
    for index in numbers.indices {
      let number = numbers[index]
      let slot = Int(places[index])
      let (start, end) = starts.isEmpty ? all : (Int(starts[slot]), Int(starts[slot &+ 1]))
      var anchor = start
      if end &- start <= Self.walk {
        let near = anchors.extracting(start..<start &+ Self.walk)
        for step in 0..<Self.walk { anchor &+= near[step] < number ? 1 : 0 }
      } else {
        anchor = anchors.partitionPoint(in: start..<end) { $0 < number }
      }
      let isOff = anchors[anchor] != number
      places[index] = Int32(truncatingIfNeeded: anchor) &+ (isOff ? 0 : atAnchors)
      // Written always and kept only if it is off.
      others[otherCount] = number
      otherCount &+= isOff ? 1 : 0
    }
    return otherCount
  }

  // MARK: - Slots

  @inline(__always)
  private static func linearSlot(_ number: Double, _ origin: Double, _ scale: Double) -> Int {
    // Clamped as a Double: what lies far outside does not fit into an integer. Added to 2⁵² the lowest
    // bits are the nearest whole number, without the checks of a conversion.
    let place = min(max((number - origin) * scale, 0), Double(slotCount - 1))
    return Int(truncatingIfNeeded: (place + 0x1p52).bitPattern & UInt64(2 * slotCount - 1))
  }

  @inline(__always)
  private static func bitSlot(_ number: Double, _ first: Int64, _ shift: Int64) -> Int {
    let bits = ordered(number)
    if bits <= first { return 0 }
    // The difference of two patterns can exceed the signed range, never the unsigned one.
    let distance = UInt64(bitPattern: bits &- first) >> UInt64(shift)
    return Int(min(distance, UInt64(slotCount - 1)))
  }

  /// The bit pattern as a number that sorts as finite numbers do; −0 counts as 0.
  @inline(__always)
  private static func ordered(_ number: Double) -> Int64 {
    let bits = Int64(bitPattern: (number + 0).bitPattern)
    return bits ^ ((bits >> 63) & Int64.max)
  }

  /// For each slot the first anchor in it or in a later one. Slots never descend as numbers ascend,
  /// so no number meets an earlier anchor.
  private static func starts(of anchors: [Double], slot: (Double) -> Int) -> [UInt16] {
    var starts = [UInt16](repeating: 0, count: slotCount + 1)
    var next = 0
    for (index, anchor) in anchors.enumerated() {
      let slot = slot(anchor)
      while next <= slot {
        starts[next] = UInt16(index)
        next += 1
      }
    }
    while next <= slotCount {
      starts[next] = UInt16(anchors.count)
      next += 1
    }
    return starts
  }

  /// Σ n² over the slots: what numbers spread like the anchors have to walk.
  private static func walkLength(_ starts: [UInt16]) -> Int {
    zip(starts, starts.dropFirst()).reduce(0) { sum, pair in
      let count = Int(pair.1) - Int(pair.0)
      return sum + count * count
    }
  }
}

/// Working memory for counting among anchors, reused from column to column.
struct AnchorSpare {
  /// Numbers that are no anchors, from the beginning.
  fileprivate(set) var offAnchor: [Double] = []
  /// One for each cell, at its place as in ``CellCounts``; all of them 0 between two uses.
  fileprivate var counts: [UInt16] = []

  fileprivate mutating func reserve(numbers: Int, cells: Int) {
    if offAnchor.count < numbers { offAnchor = [Double](repeating: 0, count: 2 * numbers) }
    if counts.count < cells { counts = [UInt16](repeating: 0, count: cells) }
  }
}
