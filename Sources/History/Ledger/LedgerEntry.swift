import Profiling

/// Enters one chunk of rows: decides for each id what its rows mean, and writes what changes.
struct LedgerEntry {
  private(set) var ledger: Ledger
  private(set) var verdict: LedgerVerdict
  /// In the order of their keys; of one key in the order of the file.
  private let rows: LedgerEntries
  private let ordinals: [Int]
  private var writers: [LedgerRunWriter]

  init(ledger: Ledger, rows: LedgerEntries, ordinals: [Int], verdict: LedgerVerdict) {
    self.ledger = ledger
    self.verdict = verdict
    let order = LedgerOrder.order(of: rows.high, rows[.low])
    var sorted = LedgerEntries(scoreCount: rows.scoreCount)
    sorted.reserveCapacity(rows.count)
    sorted.append(rows, picked: order)
    self.rows = sorted
    self.ordinals = order.map { ordinals[$0] }
    writers = LedgerKind.allCases.map { LedgerRunWriter($0, in: ledger.pages) }
  }

  mutating func run(_ count: (SettledBlock) throws -> Void) throws {
    var start = 0
    while start < rows.count {
      let slice = nextSlice(from: start)
      let joined = try enter(slice)
      if !joined.isEmpty { try count(ledger.block(of: joined)) }
      start = slice.end
    }
    var fresh: [LedgerRun] = []
    for index in writers.indices {
      if let run = try writers[index].finish() { fresh.append(run) }
    }
    try ledger.add(fresh)
  }

  /// The rows of some ids.
  private struct Slice {
    var keys = LedgerKeyList()
    /// First row of each id.
    var starts: [Int] = []
    var end = 0

    func rows(ofKey key: Int) -> Range<Int> {
      starts[key]..<(key + 1 < starts.count ? starts[key + 1] : end)
    }
  }

  private func nextSlice(from start: Int) -> Slice {
    var slice = Slice()
    var row = start
    let low = rows[.low]
    while row < rows.count {
      let isNew = slice.keys.high.last != rows.high[row] || slice.keys.low.last != low[row]
      if isNew {
        // Keys that share their first part stay together, as they do in pages.
        if slice.keys.count >= ledger.pages.limits.slice, slice.keys.high.last != rows.high[row] {
          break
        }
        slice.keys.high.append(rows.high[row])
        slice.keys.low.append(low[row])
        slice.starts.append(row)
      }
      row += 1
    }
    slice.end = row
    return slice
  }

  /// Enters a slice.
  ///
  /// - Returns: Predictions that have met their label, except where it stands in their row.
  private mutating func enter(_ slice: Slice) throws -> LedgerEntries {
    var search = LedgerSearch(in: ledger.pages)
    let findings = try search.find(slice.keys, in: ledger.runs)
    var joined = LedgerEntries(scoreCount: rows.scoreCount)
    var changes: [Int: LedgerLabel?] = [:]
    for key in 0..<slice.keys.count {
      let finds = findings.finds(ofKey: key)
      let range = slice.rows(ofKey: key)
      if finds.isEmpty, range.count == 1, rows[.arm][range.lowerBound] != 0 {
        try enterAlone(range.lowerBound)
      } else {
        try enter(range, finds: finds, of: findings, &changes, &joined)
      }
    }
    try ledger.change(findings, changes, search: search)
    return joined
  }

  /// Enters the only row of an id that is new: by far the most frequent case.
  private mutating func enterAlone(_ row: Int) throws {
    if rows.label(at: row) == .none {
      try writers[LedgerKind.waiting.rawValue].append(rows, at: row)
    } else {
      verdict.joinedCount += 1
      try writers[LedgerKind.settled.rawValue].append(rows, at: row)
    }
  }

  private mutating func enter(
    _ range: Range<Int>, finds: ArraySlice<Int>, of findings: LedgerFindings,
    _ changes: inout [Int: LedgerLabel?], _ joined: inout LedgerEntries
  ) throws {
    let known = finds.filter { findings.entries[.arm][$0] != 0 }
    let before = finds.first.map(findings.entries.label(at:)) ?? .none
    var fold = LabelFold(label: before, predictionCount: known.count)
    let fresh = try goThrough(range, known, findings, &fold)
    verdict.joinedCount += fold.joinedCount
    verdict.correctedCount += fold.correctedCount
    if fold.predictionCount == 0 {
      try keepWaiting(fold.label, before, row: range.lowerBound, finds, &changes)
      return
    }
    for row in fresh { try write(row, label: fold.label, &joined) }
    for find in finds {
      if findings.entries[.arm][find] == 0 {
        changes.updateValue(nil, forKey: find)
      } else if before == .none, fold.label != .none {
        changes.updateValue(nil, forKey: find)
        joined.append(findings.entries, at: find)
        joined.set(fold.label, at: joined.count - 1)
        try writers[LedgerKind.settled.rawValue].append(joined, at: joined.count - 1)
      } else if before != fold.label {
        changes.updateValue(fold.label, forKey: find)
        verdict.corrected.insert(try place(of: findings.entries, at: find))
      }
    }
  }

  /// Goes through the rows of an id in their order.
  ///
  /// - Returns: The rows that are new predictions.
  private mutating func goThrough(
    _ range: Range<Int>, _ known: [Int], _ findings: LedgerFindings, _ fold: inout LabelFold
  ) throws -> [Int] {
    var fresh: [Int] = []
    for row in range {
      let own = rows.label(at: row)
      guard rows[.arm][row] != 0 else {
        fold.observe(own)
        continue
      }
      if let first = known.first(where: {
        isSameVersion(findings.entries[.arm][$0], rows[.arm][row])
      }) {
        fold.observe(own)
        note(repeated: row, at: try place(of: findings.entries, at: first))
      } else if let first = fresh.first(where: { isSameVersion(rows[.arm][$0], rows[.arm][row]) }) {
        fold.observe(own)
        note(repeated: row, at: try place(of: rows, at: first))
      } else {
        fold.enter(own)
        fresh.append(row)
      }
    }
    return fresh
  }

  /// Writes a new prediction with the label that its id has in the end.
  private mutating func write(
    _ row: Int, label: LedgerLabel, _ joined: inout LedgerEntries
  ) throws {
    let own = rows.label(at: row)
    guard label != own else { return try enterKnown(row) }
    joined.append(rows, at: row)
    joined.set(label, at: joined.count - 1)
    try writers[LedgerKind.settled.rawValue].append(joined, at: joined.count - 1)
    if own != .none { verdict.overruled.insert(ordinals[row]) }
  }

  private mutating func enterKnown(_ row: Int) throws {
    let kind: LedgerKind = rows.label(at: row) == .none ? .waiting : .settled
    try writers[kind.rawValue].append(rows, at: row)
  }

  /// Keeps a label without a prediction.
  private mutating func keepWaiting(
    _ label: LedgerLabel, _ before: LedgerLabel, row: Int, _ finds: ArraySlice<Int>,
    _ changes: inout [Int: LedgerLabel?]
  ) throws {
    guard label != before else { return }
    if let find = finds.first {
      changes.updateValue(label, forKey: find)
    } else {
      var entry = LedgerEntries(scoreCount: rows.scoreCount)
      entry.append(rows, at: row)
      entry.set(label, at: 0)
      try writers[LedgerKind.label.rawValue].append(entry, at: 0)
    }
  }

  private mutating func note(repeated row: Int, at place: LedgerVerdict.Place) {
    verdict.repeats.insert(ordinals[row])
    verdict.repeatCounts[place, default: 0] += 1
  }

  private func isSameVersion(_ left: UInt64, _ right: UInt64) -> Bool {
    guard left != right else { return true }
    guard let left = ledger.arms[left], let right = ledger.arms[right] else { return false }
    return left.isSameVersion(as: right)
  }

  private func place(
    of entries: LedgerEntries, at index: Int
  ) throws -> LedgerVerdict.Place {
    guard let arm = ledger.arms[entries[.arm][index]] else { throw LedgerFault.invalid }
    let time = LedgerTime.time(of: entries[.time][index])
    let day = LedgerTime.day(ofShift: entries[.dayShift][index], time: time)
    return LedgerVerdict.Place(arm: arm, day: Day(number: day))
  }
}
