import Statistics

/// The lists that make a profile large, in few bits. Since version 4 of the stored form.
extension ProfileWriter {
  /// Numbers as one Golomb–Rice coded list; how many there are is known from elsewhere.
  mutating func write(packed numbers: [UInt64]) {
    guard !numbers.isEmpty else { return }
    let parameter = RiceCode.parameter(for: numbers)
    write(parameter)
    var bits = BitWriter()
    for number in numbers { bits.add(rice: number, parameter: parameter) }
    bits.finish()
    append(bits.bytes)
  }

  /// Ascending numbers: the first, and the distances, without the zeros at the end of all of them.
  mutating func write(ascending numbers: [UInt64]) {
    var union: UInt64 = 0
    for number in numbers { union |= number }
    let shift = UInt64(numbers.isEmpty ? 0 : union.trailingZeroBitCount)
    write(shift)
    guard let first = numbers.first else { return }
    write(first >> shift)
    let numbers = numbers.span
    let gaps = [UInt64](capacity: numbers.count - 1) { output in
      for index in 1..<numbers.count {
        output.append((numbers[index] &>> shift) - (numbers[index &- 1] &>> shift))
      }
    }
    write(packed: gaps)
  }

  /// Counts by cell. At anchors and between them stand two lists, as often one of them is empty.
  mutating func write(cells: [Int]) {
    write(cells.count)
    let cells = cells.span
    for offset in 0..<min(2, cells.count) {
      var filled = 0
      let counts = [UInt64](capacity: (cells.count - offset + 1) / 2) { output in
        var place = offset
        while place < cells.count {
          output.append(UInt64(cells[place]))
          filled &+= cells[place] == 0 ? 0 : 1
          place &+= 2
        }
      }
      write(filled)
      guard filled > 0 else { continue }
      // With most cells empty the places of the others take less than all counts.
      let isSparse = filled < counts.count / 3
      write(isSparse)
      if isSparse {
        let places = counts.indices.filter { counts[$0] != 0 }
        write(ascending: places.map(UInt64.init))
        write(packed: places.map { counts[$0] - 1 })
      } else {
        write(packed: counts)
      }
    }
  }

  /// How often each number occurred: numbers with few decimals, and days of whole seconds or
  /// milliseconds, as whole numbers, others by the order of their bits.
  mutating func write(packed counts: ValueCounts) {
    write(counts.isExact)
    let stored = counts.stored
    write(stored.count)
    guard !stored.isEmpty else { return }
    let numbers = counts.isExact ? stored.map { ValueCounts.number(ofKey: $0.key) } : []
    if counts.isExact, let (wholes, unit) = Decimals.wholes(numbers) {
      write(UInt64(unit + 1))
      write(ascending: wholes)
    } else {
      write(UInt64(0))
      write(ascending: stored.map { $0.key })
    }
    write(packed: stored.map { UInt64($0.count) - 1 })
  }
}

extension ProfileReader {
  mutating func packed(_ count: Int) throws(ProfileCodecError) -> [UInt64] {
    guard count > 0 else { return [] }
    let parameter = try word()
    guard parameter < 64 else { throw .invalid("parameter") }
    var bits = BitReader(rest)
    // Every number takes a bit at least, so a false count ends here and not in a lack of memory.
    guard count <= rest.count * 8 else { throw .truncated }
    var numbers: [UInt64] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(try bits.rice(parameter: parameter)) }
    skip(bits.consumed)
    return numbers
  }

  mutating func ascending(_ count: Int) throws(ProfileCodecError) -> [UInt64] {
    let shift = try word()
    guard shift <= 64 else { throw .invalid("shift") }
    guard count > 0 else { return [] }
    var numbers = [try word()]
    numbers.reserveCapacity(min(count, rest.count * 8))
    for gap in try packed(count - 1) {
      let (sum, overflowed) = numbers[numbers.count - 1].addingReportingOverflow(gap)
      guard !overflowed else { throw .invalid("list") }
      numbers.append(sum)
    }
    guard numbers.allSatisfy({ ($0 << shift) >> shift == $0 }) else { throw .invalid("list") }
    return numbers.map { $0 << shift }
  }

  mutating func cells() throws(ProfileCodecError) -> [Int] {
    let length = try count()
    guard length <= 1 << 24 else { throw .invalid("vector") }
    var cells = [Int](repeating: 0, count: length)
    for offset in 0..<min(2, length) {
      let room = (length - offset + 1) / 2
      let filled = try count()
      guard filled <= room else { throw .invalid("vector") }
      guard filled > 0 else { continue }
      if try flag() {
        let places = try ascending(filled)
        let counts = try packed(filled)
        for (place, count) in zip(places, counts) {
          guard place < UInt64(room), count < 1 << 48 else { throw .invalid("vector") }
          cells[offset + 2 * Int(place)] = Int(count) + 1
        }
      } else {
        for (place, count) in try packed(room).enumerated() {
          guard count < 1 << 48 else { throw .invalid("count") }
          cells[offset + 2 * place] = Int(count)
        }
      }
    }
    return cells
  }

  mutating func packedValueCounts() throws(ProfileCodecError) -> ValueCounts {
    let isExact = try flag()
    let length = try count()
    var stored: [(key: UInt64, count: Int)] = []
    if length > 0 {
      let form = try word()
      guard form <= UInt64(Decimals.unitCount) else { throw .invalid("value count") }
      var keys = try ascending(length)
      if form > 0 {
        keys = keys.map { ValueCounts.key(of: Decimals.number($0, unit: Int(form) - 1)) }
      }
      let counts = try packed(length)
      for (key, count) in zip(keys, counts) {
        guard count < 1 << 48 else { throw .invalid("value count") }
        stored.append((key, Int(count) + 1))
      }
    }
    guard let counts = ValueCounts(stored: stored, isExact: isExact) else {
      throw .invalid("value count")
    }
    return counts
  }
}
