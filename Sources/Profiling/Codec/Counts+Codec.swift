import Statistics

/// How a list of counts that are not all zero is written. Versions 4 to 6 knew the first two.
private enum CountForm: UInt64 {
  /// All counts, packed.
  case plain
  /// The places of those that are not zero, and these less one.
  case sparse
  /// A middle, and how far each lies from it, packed.
  case folded
}

/// Whole numbers that lie around a middle, as small ones: those near to it are the smallest.
///
/// Rice's code takes numbers to be the rarer the larger they are. Counts of like cells lie on both sides
/// of their median instead, and take a quarter fewer bits as distances from it.
private struct Fold {
  let middle: UInt64

  /// The median, where it is above 255 to one part in 128.
  init(around counts: Span<UInt64>, sum: UInt64) {
    let mean = sum / UInt64(max(1, counts.count))
    // At least half of the numbers are no larger than twice their mean.
    let shift = UInt64(max(0, 64 - mean.leadingZeroBitCount - 8))
    var numbers = [Int](repeating: 0, count: 1_024)
    var places = numbers.mutableSpan
    for index in counts.indices { places[Int(min(counts[index] >> shift, 1_023))] += 1 }
    var (below, place) = (0, 0)
    while place < 1_023, below + places[place] <= counts.count / 2 {
      below += places[place]
      place += 1
    }
    middle = UInt64(place) << shift
  }

  init(middle: UInt64) {
    self.middle = middle
  }

  /// Distances to both sides in turn, and beyond twice the middle, where only one side is left, the
  /// numbers themselves.
  ///
  /// On which side a number lies cannot be foretold, so there is no branch on it.
  @inline(__always)
  func folded(_ number: UInt64) -> UInt64 {
    let distance = number &- middle
    let turned = distance &<< 1 ^ (0 &- distance &>> 63)
    return number > 2 &* middle ? number : turned
  }

  @inline(__always)
  func unfolded(_ number: UInt64) -> UInt64 {
    let distance = number &>> 1 ^ (0 &- (number & 1))
    return number > 2 &* middle ? number : middle &+ distance
  }
}

extension ProfileWriter {
  /// Counts in the form that takes fewest bits; how many there are is known from elsewhere.
  mutating func write(counts: [UInt64]) {
    let span = counts.span
    var (filled, sum): (Int, UInt64) = (0, 0)
    for index in span.indices {
      filled &+= span[index] == 0 ? 0 : 1
      sum &+= span[index]
    }
    write(filled)
    guard filled > 0 else { return }
    // With most of them zero the places of the others take less than all counts.
    if filled < counts.count / 3 {
      write(CountForm.sparse.rawValue)
      let places = counts.indices.filter { counts[$0] != 0 }
      write(ascending: places.map(UInt64.init))
      write(packed: places.map { counts[$0] - 1 })
      return
    }
    // Around a median of less than two, one side is nearly all there is.
    if sum >= 2 * UInt64(counts.count) {
      let fold = Fold(around: span, sum: sum)
      var distance: UInt64 = 0
      let distances = [UInt64](capacity: span.count) { output in
        for index in span.indices {
          let folded = fold.folded(span[index])
          distance &+= folded
          output.append(folded)
        }
      }
      // The bits of Rice's code follow the mean.
      if distance < sum {
        write(CountForm.folded.rawValue)
        write(fold.middle)
        write(packed: distances)
        return
      }
    }
    write(CountForm.plain.rawValue)
    write(packed: counts)
  }

  /// Counts by cell. At anchors and between them stand two lists, as often one of them is empty.
  mutating func write(cells: [Int]) {
    write(cells.count)
    let cells = cells.span
    for offset in 0..<min(2, cells.count) {
      write(
        counts: [UInt64](capacity: (cells.count - offset + 1) / 2) { output in
          var place = offset
          while place < cells.count {
            output.append(UInt64(cells[place]))
            place &+= 2
          }
        })
    }
  }
}

extension ProfileReader {
  /// Each below 2⁴⁸, so that sums of so many as a profile has stay far from overflow.
  mutating func counts(_ length: Int) throws(ProfileCodecError) -> [Int] {
    var counts = [Int](repeating: 0, count: length)
    try read(length, into: &counts, from: 0, step: 1)
    return counts
  }

  mutating func cells() throws(ProfileCodecError) -> [Int] {
    let length = try count()
    guard length <= 1 << 24 else { throw .invalid("vector") }
    var cells = [Int](repeating: 0, count: length)
    for offset in 0..<min(2, length) {
      try read((length - offset + 1) / 2, into: &cells, from: offset, step: 2)
    }
    return cells
  }

  /// Counts into places that hold zeros.
  private mutating func read(
    _ length: Int, into target: inout [Int], from offset: Int, step: Int
  ) throws(ProfileCodecError) {
    let filled = try count()
    guard filled <= length else { throw .invalid("vector") }
    guard filled > 0 else { return }
    guard let form = CountForm(rawValue: try word()) else { throw .invalid("form of counts") }
    guard form == .sparse else {
      let fold = Fold(middle: form == .folded ? try word() : 0)
      guard fold.middle < 1 << 48 else { throw .invalid("count") }
      return try readAll(length, fold, into: &target, from: offset, step: step)
    }
    let places = try ascending(filled)
    for (place, count) in zip(places, try packed(filled)) {
      guard place < UInt64(length), count < 1 << 48 - 1 else { throw .invalid("vector") }
      target[offset + step * Int(place)] = Int(count) + 1
    }
  }

  /// - Parameter fold: Around 0 for counts that are written as they are.
  private mutating func readAll(
    _ length: Int, _ fold: Fold, into target: inout [Int], from offset: Int, step: Int
  ) throws(ProfileCodecError) {
    let parameter = try riceParameter(of: length)
    let content = bytes
    let bytes = content.span
    var places = target.mutableSpan
    var bits = BitReader(at: position)
    var union: UInt64 = 0
    var place = offset
    for _ in 0..<length {
      let count = fold.unfolded(bits.rice(bytes, parameter: parameter))
      union |= count
      places[place] = Int(truncatingIfNeeded: count)
      place &+= step
    }
    guard union < 1 << 48 else { throw .invalid("count") }
    try skip(to: bits.end)
  }
}
