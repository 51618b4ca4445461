/// The stored form of one page: its keys, and apart from them everything else, so that looking for
/// keys need not read the rest.
enum LedgerPageCodec {
  /// The first word of either part.
  private static let formatVersion: UInt64 = 1

  static func keys(of page: LedgerEntries, density: PackedColumn.Density) -> [UInt64] {
    var words = [formatVersion]
    // Neighbouring keys differ by little, which saves as many bits as there are pages and entries.
    let high = density == .dense ? gaps(page.high) : page.high
    PackedColumn.write(high, density: density, to: &words)
    PackedColumn.write(page[.low], density: density, to: &words)
    return words
  }

  static func rest(of page: LedgerEntries, density: PackedColumn.Density) -> [UInt64] {
    var words = [formatVersion]
    for index in page.columns.indices.dropFirst() {
      PackedColumn.write(
        page.columns[index], density: density, isNumber: index >= firstScore, to: &words)
    }
    return words
  }

  /// Reads the keys of a page of `count` entries, in ascending order.
  static func readKeys(
    _ words: [UInt64], count: Int, density: PackedColumn.Density
  ) throws(LedgerFault) -> (high: [UInt64], low: [UInt64]) {
    var position = try begin(words)
    var high = try PackedColumn.read(count, from: words, at: &position)
    if density == .dense {
      for index in high.indices.dropFirst() { high[index] &+= high[index - 1] }
    }
    let low = try PackedColumn.read(count, from: words, at: &position)
    guard position == words.count else { throw .invalid }
    return (high, low)
  }

  /// Reads what a page holds beside its keys.
  static func read(
    rest: [UInt64], of keys: (high: [UInt64], low: [UInt64]), count: Int, scoreCount: Int
  ) throws(LedgerFault) -> LedgerEntries {
    var page = LedgerEntries(scoreCount: scoreCount)
    page.high = keys.high
    page[.low] = keys.low
    var position = try begin(rest)
    for index in page.columns.indices.dropFirst() {
      page.columns[index] = try PackedColumn.read(count, from: rest, at: &position)
    }
    guard position == rest.count else { throw .invalid }
    return page
  }

  private static let firstScore = LedgerEntries.Column.allCases.count

  private static func begin(_ words: [UInt64]) throws(LedgerFault) -> Int {
    guard let version = words.first else { throw .truncated }
    guard version == formatVersion else { throw .invalid }
    return 1
  }

  private static func gaps(_ sorted: [UInt64]) -> [UInt64] {
    var gaps = sorted
    for index in sorted.indices.dropFirst() { gaps[index] = sorted[index] &- sorted[index - 1] }
    return gaps
  }
}
