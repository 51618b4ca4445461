import Statistics

extension ProfileWriter {
  mutating func write(_ sum: ExactSum) {
    let stored = sum.stored
    write((stored.isNegative ? 1 : 0) | (stored.overflowed ? 2 : 0))
    write(stored.skipped)
    write(list: stored.digits) { $0.write(UInt64($1)) }
  }

  mutating func write(_ moments: Moments) {
    write(moments.count)
    write(moments.sum)
    write(moments.sumOfSquares)
  }

  mutating func write(_ counts: ValueCounts) {
    write(packed: counts)
  }

  mutating func write(_ counts: [String: Int]) {
    write(list: counts.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
  }

  mutating func write(_ summary: NumericSummary) {
    write(cells: summary.cells)
    write(summary.moments)
    write(summary.minimum)
    write(summary.maximum)
    write(summary.offAnchor.hashes.count)
    write(ascending: summary.offAnchor.hashes)
    write(summary.missing)
    write(summary.malformed)
  }

  mutating func write(_ summary: CategoricalSummary) {
    write(summary.known)
    write(summary.unseen.counts)
    write(summary.unseen.otherCount)
    write(summary.missing)
  }

  mutating func write(_ summary: ColumnSummary) {
    switch summary {
    case .numeric(let numeric):
      write(0)
      write(numeric)
    case .categorical(let categorical):
      write(1)
      write(categorical)
    }
  }

  mutating func write(_ columns: [String: ColumnSummary]) {
    write(list: columns.sorted { $0.key < $1.key }) { writer, column in
      writer.write(column.key)
      writer.write(column.value)
    }
  }
}

extension ProfileReader {
  mutating func exactSum() throws(ProfileCodecError) -> ExactSum {
    let flags = try word()
    let skipped = try count()
    let digits = try list { reader throws(ProfileCodecError) in
      guard let digit = UInt32(exactly: try reader.word()) else { throw .invalid("sum") }
      return digit
    }
    let stored = ExactSum.Stored(
      isNegative: flags & 1 != 0, skipped: skipped, digits: digits, overflowed: flags & 2 != 0)
    guard let sum = ExactSum(stored) else { throw .invalid("sum") }
    return sum
  }

  mutating func moments() throws(ProfileCodecError) -> Moments {
    Moments(count: try count(), sum: try exactSum(), sumOfSquares: try exactSum())
  }

  mutating func valueCounts() throws(ProfileCodecError) -> ValueCounts {
    if isPacked { return try packedValueCounts() }
    let isExact = try flag()
    var previous: UInt64 = 0
    let stored = try list { reader throws(ProfileCodecError) -> (key: UInt64, count: Int) in
      previous = previous &+ (try reader.word())
      return (previous, try reader.count())
    }
    guard let counts = ValueCounts(stored: stored, isExact: isExact) else {
      throw .invalid("value count")
    }
    return counts
  }

  mutating func namedCounts() throws(ProfileCodecError) -> [String: Int] {
    let entries = try list { reader throws(ProfileCodecError) -> (String, Int) in
      (try reader.text(), try reader.count())
    }
    // A name twice is damage, and adding the counts could overflow.
    guard Set(entries.map(\.0)).count == entries.count else { throw .invalid("category") }
    return Dictionary(uniqueKeysWithValues: entries)
  }

  mutating func numericSummary() throws(ProfileCodecError) -> NumericSummary {
    let cells = isPacked ? try self.cells() : try sparseCounts()
    let moments = try moments()
    let minimum = try optionalNumber()
    let maximum = try optionalNumber()
    let hashes =
      isPacked
      ? try ascending(try count())
      : try list { reader throws(ProfileCodecError) in try reader.word() }
    guard let offAnchor = DistinctCount(hashes: hashes) else { throw .invalid("distinct count") }
    return NumericSummary(
      cells: cells, moments: moments, minimum: minimum, maximum: maximum, offAnchor: offAnchor,
      missing: try count(), malformed: try count())
  }

  mutating func categoricalSummary() throws(ProfileCodecError) -> CategoricalSummary {
    let known = try namedCounts()
    let unseen = try namedCounts()
    let unseenCounts = BoundedCategoryCounts(counts: unseen, otherCount: try count())
    return CategoricalSummary(known: known, unseen: unseenCounts, missing: try count())
  }

  mutating func columnSummary() throws(ProfileCodecError) -> ColumnSummary {
    switch try word() {
    case 0: return .numeric(try numericSummary())
    case 1: return .categorical(try categoricalSummary())
    default: throw .invalid("kind of column")
    }
  }

  mutating func columns() throws(ProfileCodecError) -> [String: ColumnSummary] {
    let entries = try list { reader throws(ProfileCodecError) -> (String, ColumnSummary) in
      (try reader.text(), try reader.columnSummary())
    }
    return Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }
}
