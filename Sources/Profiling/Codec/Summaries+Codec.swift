import Statistics

extension ProfileWriter {
  mutating func write(_ moments: Moments) {
    write(moments.count)
    write(moments.sum)
    write(moments.sumOfSquares)
  }

  mutating func write(_ summary: NumericSummary) {
    write(cells: summary.cells)
    write(summary.moments)
    write(summary.minimum)
    write(summary.maximum)
    write(summary.offAnchor)
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
    let columns = columns.sorted { $0.key < $1.key }
    write(names: columns.map(\.key))
    for column in columns { write(column.value) }
  }
}

extension ProfileReader {
  mutating func moments() throws(ProfileCodecError) -> Moments {
    Moments(count: try count(), sum: try exactSum(), sumOfSquares: try exactSum())
  }

  mutating func numericSummary() throws(ProfileCodecError) -> NumericSummary {
    let cells = isPacked ? try self.cells() : try sparseCounts()
    let moments = try moments()
    let minimum = try optionalNumber()
    let maximum = try optionalNumber()
    let offAnchor = try distinctCount()
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
    var columns: [String: ColumnSummary] = [:]
    guard hasParts else {
      let entries = try list { reader throws(ProfileCodecError) -> (String, ColumnSummary) in
        (try reader.text(), try reader.columnSummary())
      }
      return Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
    let names = try names()
    columns.reserveCapacity(names.count)
    for name in names { columns[name] = try columnSummary() }
    return columns
  }
}
