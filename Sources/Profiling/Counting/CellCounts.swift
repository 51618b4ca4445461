/// How many numbers fell into each cell, in as few bytes as the largest count needs.
///
/// While a file is read there are counts for every column on every day that is open, and with thousands
/// of cells most counts are small: one byte each is a quarter of what they would take at full width.
/// It also keeps them in the caches, and so does their order: first the cells between anchors, then those
/// at anchors, which numbers of many digits never meet.
struct CellCounts: Sendable {
  /// One of these holds the counts; all are empty before the first number. Whoever counts in them has
  /// asked for room, see ``makeRoom(for:cells:)``.
  var bytes: [UInt8] = []
  var shorts: [UInt16] = []
  var words: [UInt32] = []
  /// No count is larger.
  private var bound = 0

  /// Where the count of a cell stands: of cell 2i between anchors at i, of cell 2i + 1 at an anchor behind
  /// all of those.
  ///
  /// - Parameter cells: How many there are: an odd number.
  @inline(__always)
  static func place(ofCell cell: Int, of cells: Int) -> Int {
    (cell % 2 == 0 ? 0 : (cells + 1) / 2) + cell / 2
  }

  /// The counts in the order of the cells; empty before the first number.
  var list: [Int] {
    if !words.isEmpty { return Self.inOrder(words.span) }
    return shorts.isEmpty ? Self.inOrder(bytes.span) : Self.inOrder(shorts.span)
  }

  private static func inOrder<Count: FixedWidthInteger>(_ counts: Span<Count>) -> [Int] {
    let anchors = counts.count / 2
    return [Int](capacity: counts.count) { output in
      for anchor in 0..<anchors {
        output.append(Int(truncatingIfNeeded: counts[anchor]))
        output.append(Int(truncatingIfNeeded: counts[anchors &+ 1 &+ anchor]))
      }
      if !counts.isEmpty { output.append(Int(truncatingIfNeeded: counts[anchors])) }
    }
  }

  /// Adds counts, and leaves 0 in their places.
  ///
  /// - Parameters:
  ///   - counts: At least as many as there are cells, each at its ``place(ofCell:of:)``.
  ///   - cells: The number of cells, always the same.
  mutating func move(_ counts: inout [UInt16], cells: Int) {
    makeRoom(for: Self.largest(counts.span.extracting(first: cells)), cells: cells)
    if !words.isEmpty {
      Self.move(&counts, to: &words)
    } else if !shorts.isEmpty {
      Self.move(&counts, to: &shorts)
    } else {
      Self.move(&counts, to: &bytes)
    }
  }

  private static func move<Count: FixedWidthInteger & UnsignedInteger>(
    _ counts: inout [UInt16], to target: inout [Count]
  ) {
    var counts = counts.mutableSpan
    var target = target.mutableSpan
    precondition(target.count <= counts.count, "A count for each cell.")
    for cell in target.indices {
      // There is room for it.
      target[cell] &+= Count(truncatingIfNeeded: counts[cell])
      counts[cell] = 0
    }
  }

  /// Widens the counts where one of them could otherwise overflow.
  ///
  /// - Parameter more: By how much any count may grow before the next call.
  mutating func makeRoom(for more: Int, cells: Int) {
    if bytes.isEmpty, shorts.isEmpty, words.isEmpty { bytes = [UInt8](repeating: 0, count: cells) }
    if bound + more > limit {
      bound = largest
      // Half of the room is kept free, so that counts are not searched for the largest every time.
      if bound + more > limit / 2 {
        if bound + more <= Int(UInt16.max) / 2 {
          widenToShorts()
        } else {
          widenToWords()
        }
      }
    }
    bound += more
    precondition(bound <= Int(UInt32.max), "More rows on a day than can be counted.")
  }

  private var limit: Int {
    if !words.isEmpty { return Int(UInt32.max) }
    return shorts.isEmpty ? Int(UInt8.max) : Int(UInt16.max)
  }

  private var largest: Int {
    if !words.isEmpty { return Self.largest(words.span) }
    return shorts.isEmpty ? Self.largest(bytes.span) : Self.largest(shorts.span)
  }

  private static func largest<Count: FixedWidthInteger>(_ counts: Span<Count>) -> Int {
    var largest: Count = 0
    for cell in counts.indices { largest = max(largest, counts[cell]) }
    return Int(largest)
  }

  private mutating func widenToShorts() {
    guard words.isEmpty, shorts.isEmpty else { return }
    shorts = bytes.map(UInt16.init)
    bytes = []
  }

  private mutating func widenToWords() {
    guard words.isEmpty else { return }
    words = shorts.isEmpty ? bytes.map(UInt32.init) : shorts.map(UInt32.init)
    (bytes, shorts) = ([], [])
  }
}
