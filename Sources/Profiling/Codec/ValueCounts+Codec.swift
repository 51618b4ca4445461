import Statistics

extension ProfileWriter {
  /// How often each number occurred: numbers with few decimals, and days of whole seconds or
  /// milliseconds, as whole numbers, others by the order of their bits.
  mutating func write(_ counts: ValueCounts) {
    write(counts.isExact)
    let (keys, times) = counts.stored
    write(keys.count)
    guard !keys.isEmpty else { return }
    let numbers = counts.isExact ? keys.map(ValueCounts.number) : []
    if counts.isExact, let (wholes, unit) = Decimals.wholes(numbers) {
      write(UInt64(unit + 1))
      write(ascending: wholes)
    } else {
      write(UInt64(0))
      write(ascending: keys)
    }
    write(counts: times.map { UInt64($0) - 1 })
  }
}

extension ProfileReader {
  mutating func valueCounts() throws(ProfileCodecError) -> ValueCounts {
    let isExact = try flag()
    let (keys, times) = isPacked ? try packedValues() : try plainValues()
    guard let counts = ValueCounts(keys: keys, counts: times, isExact: isExact) else {
      throw .invalid("value count")
    }
    return counts
  }

  private mutating func packedValues() throws(ProfileCodecError) -> ([UInt64], [Int]) {
    let length = try count()
    guard length > 0 else { return ([], []) }
    let form = try word()
    guard form <= UInt64(Decimals.unitCount) else { throw .invalid("value count") }
    var keys = try ascending(length)
    if form > 0 {
      let unit = Int(form) - 1
      var places = keys.mutableSpan
      for index in places.indices {
        places[index] = ValueCounts.key(of: Decimals.number(places[index], unit: unit))
      }
    }
    guard !hasParts else { return (keys, try counts(length).map { $0 + 1 }) }
    let more = try packed(length)
    guard more.allSatisfy({ $0 < 1 << 48 }) else { throw .invalid("value count") }
    return (keys, more.map { Int($0) + 1 })
  }

  private mutating func plainValues() throws(ProfileCodecError) -> ([UInt64], [Int]) {
    var previous: UInt64 = 0
    let entries = try list { reader throws(ProfileCodecError) -> (key: UInt64, count: Int) in
      previous = previous &+ (try reader.word())
      return (previous, try reader.count())
    }
    return (entries.map(\.key), entries.map(\.count))
  }
}
