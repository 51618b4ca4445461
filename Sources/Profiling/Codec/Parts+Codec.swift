import Statistics

/// Numbers of parts of the rows, beside those of all rows. A score that is known to be one of all scores takes as
/// many bits as tell the parts apart, instead of its own.
extension ProfileWriter {
  /// Each part by itself, or to which part each row belongs, whichever takes less.
  ///
  /// - Parameter whole: Numbers of all rows, written before; `nil` if there are none.
  mutating func write(parts: [ValueCounts], of whole: ValueCounts?) {
    guard let whole, let split = RowSplit(parts, of: whole) else {
      write(false)
      for part in parts { write(part) }
      return
    }
    write(true)
    for part in split.order { write(part) }
    write(packed: split.ranks, as: split.code)
  }

  mutating func write(_ scores: [Slice: ValueCounts], of answered: [String: AnsweredScores]) {
    let scores = scores.sorted { $0.key < $1.key }
    write(list: scores) { $0.write($1.key) }
    let all = answered.allScores
    for group in SliceGroups(scores.map(\.key)).attributes {
      write(parts: group.map { scores[$0].value }, of: all)
    }
  }
}

extension ProfileReader {
  /// - Parameters:
  ///   - count: How many parts there are.
  ///   - whole: As it was written.
  mutating func parts(
    _ count: Int, of whole: ValueCounts?
  ) throws(ProfileCodecError) -> [ValueCounts] {
    guard try flag() else {
      var parts: [ValueCounts] = []
      for _ in 0..<count { parts.append(try valueCounts()) }
      return parts
    }
    guard let whole, whole.isExact else { throw .invalid("part") }
    var order: [Int] = []
    for _ in 0...count { order.append(try self.count()) }
    guard order.sorted().elementsEqual(0...count) else { throw .invalid("part") }
    let ranks = try packed(whole.total)
    guard ranks.allSatisfy({ $0 <= UInt64(count) }) else { throw .invalid("part") }
    return RowSplit(order: order, ranks: ranks).parts(of: whole)
  }

  mutating func groupScores(
    of answered: [String: AnsweredScores]
  ) throws(ProfileCodecError) -> [Slice: ValueCounts] {
    guard hasParts else {
      let entries = try list { reader throws(ProfileCodecError) -> (Slice, ValueCounts) in
        (try reader.slice(), try reader.valueCounts())
      }
      return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
    let slices = try list { reader throws(ProfileCodecError) in try reader.slice() }
    let all = answered.allScores
    var scores: [Slice: ValueCounts] = [:]
    for group in SliceGroups(slices).attributes {
      for (index, part) in zip(group, try parts(group.count, of: all)) {
        scores[slices[index]] = part
      }
    }
    return scores
  }
}

extension [String: AnsweredScores] {
  /// The scores of all rows with a prediction, where they are those of one class.
  fileprivate var allScores: ValueCounts? {
    guard count == 1, let scores = first?.value else { return nil }
    return scores.predicted.merged(with: scores.others)
  }
}
