import Profiling

/// Enters rows that come sorted by their keys: decides for each id what its rows mean, and writes what
/// changes.
struct LedgerEntry {
  private(set) var ledger: Ledger
  private(set) var verdict: LedgerVerdict
  /// All rows of some ids, in the order of their keys; of one key in the order of the file.
  private var rows: LedgerEntries
  private var ordinals: [UInt64] = []
  private var writers: [LedgerRunWriter]
  /// Neighbouring rows, each the only one of an id that is new, that have not been written yet.
  private var alone = 0..<0
  private var aloneKind = LedgerKind.waiting
  /// Entries that stay where they were found until the end, so that places remain what they are.
  private var removals = LedgerRemovals()

  init(ledger: Ledger, verdict: LedgerVerdict) {
    self.ledger = ledger
    self.verdict = verdict
    rows = LedgerEntries(scoreCount: ledger.pages.scoreCount)
    writers = LedgerKind.allCases.map { LedgerRunWriter($0, in: ledger.pages) }
  }

  /// Enters the rows of ids that follow those entered before.
  mutating func enter(_ next: LedgerRows, _ count: (SettledBlock) throws -> Void) throws {
    rows = next.entries
    ordinals = next.ordinals
    var start = 0
    while start < rows.count {
      let slice = nextSlice(from: start)
      let joined = try enter(slice)
      if !joined.isEmpty { try count(ledger.block(of: joined)) }
      start = slice.end
    }
  }

  /// Ends the new runs, and takes out what has become part of them.
  mutating func finish() throws {
    try ledger.remove(removals)
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

    mutating func append(_ row: Int, _ high: UInt64, _ low: UInt64) {
      keys.high.append(high)
      keys.low.append(low)
      starts.append(row)
    }

    func rows(ofKey key: Int) -> Range<Int> {
      starts[key]..<(key + 1 < starts.count ? starts[key + 1] : end)
    }
  }

  private func nextSlice(from start: Int) -> Slice {
    var slice = Slice()
    let low = rows[.low]
    let high = rows.high
    let limit = min(ledger.pages.limits.slice, rows.count - start)
    slice.keys.reserveCapacity(limit)
    slice.starts.reserveCapacity(limit)
    var row = start
    while row < high.count {
      if row == start || high[row] != high[row - 1] {
        // Keys that share their first part stay together, as they do in pages.
        if slice.keys.count >= limit { break }
        slice.append(row, high[row], low[row])
      } else if low[row] != low[row - 1] {
        slice.append(row, high[row], low[row])
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
    let findings = try LedgerSearch(in: ledger.pages).find(slice.keys, in: ledger.runs)
    var joined = LedgerEntries(scoreCount: rows.scoreCount)
    var changes: [Int: LedgerLabel] = [:]
    let arms = rows[.arm]
    let labels = rows[.label]
    let (foundArms, foundLabels) = (findings.entries[.arm], findings.entries[.label])
    for key in 0..<slice.keys.count {
      let range = slice.rows(ofKey: key)
      let row = range.lowerBound
      if range.count == 1, arms[row] != 0, !findings.hasFinds(ofKey: key) {
        // By far the most frequent case.
        let kind: LedgerKind = labels[row] == 0 ? .waiting : .settled
        if kind == aloneKind, alone.upperBound == row {
          alone = alone.lowerBound..<row + 1
        } else {
          try writeAlone()
          (alone, aloneKind) = (row..<row + 1, kind)
        }
      } else if range.count == 1, arms[row] == 0, let find = findings.onlyFind(ofKey: key),
        foundArms[find] != 0, foundLabels[find] == 0
      {
        // A label for a prediction that waits: the other frequent case.
        try writeAlone()
        verdict.joinedCount += 1
        try settle(find, of: findings, label: rows.label(at: row), &joined)
      } else {
        try writeAlone()
        try enter(range, finds: findings.finds(ofKey: key), of: findings, &changes, &joined)
      }
    }
    try writeAlone()
    if !changes.isEmpty { try ledger.change(findings, changes) }
    return joined
  }

  /// Gives a prediction that waits its label.
  private mutating func settle(
    _ find: Int, of findings: LedgerFindings, label: LedgerLabel, _ joined: inout LedgerEntries
  ) throws {
    removals.insert(findings.places[find])
    joined.append(findings.entries, at: find)
    joined.set(label, at: joined.count - 1)
    try writers[LedgerKind.settled.rawValue].append(joined, at: joined.count - 1)
  }

  private mutating func writeAlone() throws {
    guard !alone.isEmpty else { return }
    if aloneKind == .settled { verdict.joinedCount += alone.count }
    try writers[aloneKind.rawValue].append(rows, picked: alone)
    alone = 0..<0
  }

  private mutating func enter(
    _ range: Range<Int>, finds: ArraySlice<Int>, of findings: LedgerFindings,
    _ changes: inout [Int: LedgerLabel], _ joined: inout LedgerEntries
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
        removals.insert(findings.places[find])
      } else if before == .none, fold.label != .none {
        try settle(find, of: findings, label: fold.label, &joined)
      } else if before != fold.label {
        changes[find] = fold.label
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
    if own != .none { verdict.overruled.insert(Int(ordinals[row])) }
  }

  private mutating func enterKnown(_ row: Int) throws {
    let kind: LedgerKind = rows.label(at: row) == .none ? .waiting : .settled
    try writers[kind.rawValue].append(rows, at: row)
  }

  /// Keeps a label without a prediction.
  private mutating func keepWaiting(
    _ label: LedgerLabel, _ before: LedgerLabel, row: Int, _ finds: ArraySlice<Int>,
    _ changes: inout [Int: LedgerLabel]
  ) throws {
    guard label != before else { return }
    if let find = finds.first {
      changes[find] = label
    } else if label == rows.label(at: row) {
      try writers[LedgerKind.label.rawValue].append(rows, at: row)
    } else {
      var entry = LedgerEntries(scoreCount: rows.scoreCount)
      entry.append(rows, at: row)
      entry.set(label, at: 0)
      try writers[LedgerKind.label.rawValue].append(entry, at: 0)
    }
  }

  private mutating func note(repeated row: Int, at place: LedgerVerdict.Place) {
    verdict.repeats.insert(Int(ordinals[row]))
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
