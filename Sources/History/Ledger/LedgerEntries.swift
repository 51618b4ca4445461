/// Entries of a ledger, column by column; every column is a list of 64-bit codes.
///
/// An entry is a prediction, with or without its label, or a label that waits for a prediction. A
/// code of 0 stands for what is absent, so that a column that a kind of entry does not use costs
/// nothing in a page.
struct LedgerEntries {
  /// The columns that every ledger has; those of the scores follow them.
  enum Column: Int, CaseIterable {
    /// The last 16 of the 80 bits of the key.
    case low
    /// Number of the arm.
    case arm
    /// Milliseconds since 1970-01-01 UTC, as ``LedgerTime/code(of:)``.
    case time
    /// Local day less the day in UTC, plus ``LedgerTime/noShift``.
    case dayShift
    case answer
    case segment
    case label
    case labelTime
  }

  /// The first 64 bits of the keys: what entries are ordered by.
  var high: [UInt64] = []
  /// The other columns: ``Column`` in its order, then one for each score.
  var columns: [[UInt64]]

  init(scoreCount: Int) {
    columns = [[UInt64]](repeating: [], count: Column.allCases.count + scoreCount)
  }

  var count: Int { high.count }
  var isEmpty: Bool { high.isEmpty }
  var scoreCount: Int { columns.count - Column.allCases.count }

  subscript(column: Column) -> [UInt64] {
    get { columns[column.rawValue] }
    _modify { yield &columns[column.rawValue] }
  }

  func key(at index: Int) -> LedgerKey {
    LedgerKey(high: high[index], low: columns[Column.low.rawValue][index])
  }

  mutating func reserveCapacity(_ capacity: Int) {
    high.reserveCapacity(capacity)
    for index in columns.indices { columns[index].reserveCapacity(capacity) }
  }

  mutating func removeAll() {
    high.removeAll(keepingCapacity: true)
    for index in columns.indices { columns[index].removeAll(keepingCapacity: true) }
  }

  /// Adds the entries of `other` that `picked` names, in that order.
  mutating func append(_ other: LedgerEntries, picked: ArraySlice<Int>) {
    Self.append(other.high, picked, to: &high)
    for column in columns.indices {
      Self.append(other.columns[column], picked, to: &columns[column])
    }
  }

  /// Adds the codes that `picked` names.
  static func append(
    _ source: [UInt64], _ picked: ArraySlice<Int>, to target: inout [UInt64]
  ) {
    target.append(addingCapacity: picked.count) { output in
      let source = source.span
      for index in picked { output.append(source[index]) }
    }
  }

  /// Adds neighbouring entries of `other`.
  mutating func append(_ other: LedgerEntries, picked: Range<Int>) {
    high.append(contentsOf: other.high[picked])
    for column in columns.indices {
      columns[column].append(contentsOf: other.columns[column][picked])
    }
  }

  /// Adds one entry of `other`.
  mutating func append(_ other: LedgerEntries, at index: Int) {
    high.append(other.high[index])
    for column in columns.indices { columns[column].append(other.columns[column][index]) }
  }

  /// Gives an entry another label.
  mutating func set(_ label: LedgerLabel, at index: Int) {
    columns[Column.label.rawValue][index] = label.answer
    columns[Column.labelTime.rawValue][index] = label.time
  }

  func label(at index: Int) -> LedgerLabel {
    LedgerLabel(
      answer: columns[Column.label.rawValue][index],
      time: columns[Column.labelTime.rawValue][index])
  }

}

/// What an id is known by in the ledger: 80 bits of its keyed digest, never the id itself.
///
/// Of n ids the chance that any two share a key is below n² / 2⁸¹: one in 10⁸ for 10⁸ ids.
struct LedgerKey: Hashable, Comparable, Sendable {
  let high: UInt64
  /// Below 2¹⁶.
  let low: UInt64

  static func < (left: LedgerKey, right: LedgerKey) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

/// A label as the ledger keeps it.
struct LedgerLabel: Hashable, Sendable {
  /// Code of the answer; 0 without a label.
  var answer: UInt64
  /// Code of the time; 0 when the label carries none.
  var time: UInt64

  static let none = LedgerLabel(answer: 0, time: 0)

  /// As ``StoredLabel/replaces(_:)``; codes of times have the order of the times.
  func replaces(_ earlier: LedgerLabel) -> Bool {
    guard self != earlier else { return false }
    guard time != 0, earlier.time != 0, time != earlier.time else { return true }
    return time > earlier.time
  }
}

/// Times as codes that keep their order.
enum LedgerTime {
  static let noShift: UInt64 = 8
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// 0 for the smallest time of all, which stands for a missing one.
  static func code(of time: Int64) -> UInt64 {
    UInt64(bitPattern: time) ^ (1 << 63)
  }

  static func time(of code: UInt64) -> Int64 {
    Int64(bitPattern: code ^ (1 << 63))
  }

  /// How far a local day is from the day in UTC.
  static func shift(ofDay day: Int, time: Int64) -> UInt64 {
    UInt64(bitPattern: Int64(day) &- utcDay(of: time)) &+ noShift
  }

  static func day(ofShift shift: UInt64, time: Int64) -> Int {
    Int(utcDay(of: time) &+ Int64(bitPattern: shift &- noShift))
  }

  private static func utcDay(of time: Int64) -> Int64 {
    let day = time / millisecondsPerDay
    return time % millisecondsPerDay < 0 ? day - 1 : day
  }
}
