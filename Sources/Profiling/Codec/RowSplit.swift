import Statistics

/// To which of some parts each row belongs, the rows ascending by their number, and of equal numbers by
/// part.
struct RowSplit {
  /// Numbers of the parts, the largest first; behind the last number stands no part.
  let order: [Int]
  /// Place in ``order`` of each row's part.
  let ranks: [UInt64]

  init(order: [Int], ranks: [UInt64]) {
    self.order = order
    self.ranks = ranks
  }

  /// How the ranks are packed.
  var code: RiceCode { RiceCode(for: ranks) }

  /// - Returns: `nil` if the numbers of the parts are not among those of all rows, or if each part takes
  ///   less by itself.
  init?(_ parts: [ValueCounts], of whole: ValueCounts) {
    guard whole.isExact, parts.allSatisfy(\.isExact), whole.total > 0 else { return nil }
    let (keys, counts) = whole.stored
    var members = [Int](repeating: parts.count, count: whole.total)
    // Where the rows of each number begin that no part has yet, and where those of the next one do.
    var starts: [Int] = []
    var end = 0
    for count in counts {
      starts.append(end)
      end += count
    }
    let ends = Array(starts.dropFirst()) + [end]
    var least = 0
    for (number, part) in parts.enumerated() {
      let (own, times) = part.stored
      least += Self.leastBits(own.count, among: keys.count)
      var place = 0
      for (key, count) in zip(own, times) {
        place = Self.place(of: key, in: keys.span, from: place)
        guard place < keys.count, keys[place] == key, starts[place] + count <= ends[place] else {
          return nil
        }
        for row in starts[place]..<starts[place] + count { members[row] = number }
        starts[place] += count
      }
    }
    self.init(members, count: parts.count)
    guard code.bitCount < UInt64(least) else { return nil }
  }

  private init(_ members: [Int], count: Int) {
    var sizes = [Int](repeating: 0, count: count + 1)
    for member in members { sizes[member] += 1 }
    let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    var ranks = [UInt64](repeating: 0, count: count + 1)
    for (rank, member) in order.enumerated() { ranks[member] = UInt64(rank) }
    self.init(order: order, ranks: members.map { ranks[$0] })
  }

  /// What a list takes at least that has some of the numbers of another: its places in that one.
  private static func leastBits(_ count: Int, among all: Int) -> Int {
    guard count > 0 else { return 0 }
    let spread = Int.bitWidth - 1 - (all / count).leadingZeroBitCount
    return count * (spread + 2)
  }

  /// Index of the first key from `start` on that is no smaller: steps double until they are too long.
  private static func place(of key: UInt64, in keys: Span<UInt64>, from start: Int) -> Int {
    var (lower, step) = (start, 1)
    while lower + step < keys.count, keys[lower + step] < key {
      lower += step
      step *= 2
    }
    return keys.partitionPoint(in: lower..<min(lower + step, keys.count)) { $0 < key }
  }

  /// The numbers of each part.
  ///
  /// - Parameter whole: Those of all rows, as many as there are ranks.
  func parts(of whole: ValueCounts) -> [ValueCounts] {
    var sizes = [Int](repeating: 0, count: order.count)
    for rank in ranks { sizes[Int(rank)] += 1 }
    var starts = [Int](repeating: 0, count: order.count)
    for rank in order.indices.dropFirst() { starts[rank] = starts[rank - 1] + sizes[rank - 1] }
    let rows = sorted(whole, from: starts)
    var parts = [ValueCounts](repeating: ValueCounts(), count: order.count)
    for (rank, part) in order.enumerated() {
      let end = starts[rank] + sizes[rank]
      parts[part] = ValueCounts(sortedKeys: rows.span.extracting(starts[rank]..<end))
    }
    parts.removeLast()
    return parts
  }

  /// The keys of the rows of each rank, side by side.
  private func sorted(_ whole: ValueCounts, from starts: [Int]) -> [UInt64] {
    let (keys, counts) = whole.stored
    var rows = [UInt64](repeating: 0, count: ranks.count)
    var cursors = starts
    var places = rows.mutableSpan
    var next = cursors.mutableSpan
    let ranks = ranks.span
    var row = 0
    for index in keys.indices {
      for _ in 0..<counts[index] {
        let rank = Int(truncatingIfNeeded: ranks[row])
        places[next[rank]] = keys[index]
        next[rank] &+= 1
        row &+= 1
      }
    }
    return rows
  }
}
