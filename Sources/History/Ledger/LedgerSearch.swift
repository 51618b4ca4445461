import Statistics

/// Where a stored entry was found.
struct LedgerPlace {
  /// Position of the run in the list of runs.
  let run: Int
  /// Position of the page in the run.
  let page: Int
  /// Position of the entry in the page.
  let entry: Int

  func isOnPage(of other: LedgerPlace) -> Bool { run == other.run && page == other.page }

  func isBefore(_ other: LedgerPlace) -> Bool {
    (run, page, entry) < (other.run, other.page, other.entry)
  }
}

/// Distinct keys in ascending order, as columns.
struct LedgerKeyList {
  var high: [UInt64] = []
  var low: [UInt64] = []

  var count: Int { high.count }

  mutating func reserveCapacity(_ capacity: Int) {
    high.reserveCapacity(capacity)
    low.reserveCapacity(capacity)
  }

  /// The first position from `start` on whose key is not below `bound` in its first 64 bits.
  func position(of bound: UInt64, from start: Int) -> Int {
    high.span.partitionPoint(in: start..<high.count) { $0 < bound }
  }
}

/// The stored entries that have one of the searched keys.
struct LedgerFindings {
  /// Position of the key, place and contents of each find, in the order of the places.
  private(set) var keys: [Int] = []
  private(set) var places: [LedgerPlace] = []
  private(set) var entries: LedgerEntries
  /// Finds by key: those of key k are `byKey[starts[k]..<starts[k + 1]]`.
  private var starts: [Int] = []
  private var byKey: [Int] = []

  init(scoreCount: Int) {
    entries = LedgerEntries(scoreCount: scoreCount)
  }

  mutating func add(key: Int, _ place: LedgerPlace, of page: LedgerEntries) {
    keys.append(key)
    places.append(place)
    entries.append(page, at: place.entry)
  }

  /// Sorts the finds by key, in each key by place.
  mutating func index(keyCount: Int) {
    guard !keys.isEmpty else { return }
    starts = [Int](repeating: 0, count: keyCount + 1)
    for key in keys { starts[key + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var next = starts
    byKey = [Int](repeating: 0, count: keys.count)
    for (find, key) in keys.enumerated() {
      byKey[next[key]] = find
      next[key] += 1
    }
  }

  var isEmpty: Bool { keys.isEmpty }

  /// The find of a key that has one only.
  func onlyFind(ofKey key: Int) -> Int? {
    !isEmpty && starts[key] + 1 == starts[key + 1] ? byKey[starts[key]] : nil
  }

  func hasFinds(ofKey key: Int) -> Bool { !isEmpty && starts[key] < starts[key + 1] }

  func finds(ofKey key: Int) -> ArraySlice<Int> {
    isEmpty ? [] : byKey[starts[key]..<starts[key + 1]]
  }
}

/// Looks for keys in all runs, reading only pages that can have them.
struct LedgerSearch {
  let pages: LedgerPages

  init(in pages: LedgerPages) {
    self.pages = pages
  }

  func find(_ wanted: LedgerKeyList, in runs: [LedgerRun]) throws -> LedgerFindings {
    var findings = LedgerFindings(scoreCount: pages.scoreCount)
    guard let first = wanted.high.first else { return findings }
    for (number, run) in runs.enumerated() {
      var start = 0
      for index in run.page(of: first)..<run.pages.count {
        let isLast = index + 1 == run.pages.count
        let end =
          isLast ? wanted.count : wanted.position(of: run.pages[index + 1].firstHigh, from: start)
        if start < end, run.pages[index].count > 0 {
          try look(for: start..<end, of: wanted, in: run, number, page: index, &findings)
        }
        start = end
        if end == wanted.count { break }
      }
    }
    findings.index(keyCount: wanted.count)
    return findings
  }

  private func look(
    for range: Range<Int>, of wanted: LedgerKeyList, in run: LedgerRun, _ number: Int, page: Int,
    _ findings: inout LedgerFindings
  ) throws {
    let keys = try pages.keys(of: run.pages[page], kind: run.kind)
    let hits = Self.matches(of: wanted, range, in: keys.high, keys.low)
    guard !hits.isEmpty else { return }
    let entries = try pages.entries(of: run.pages[page], kind: run.kind, keys: keys)
    for (key, entry) in hits {
      findings.add(key: key, LedgerPlace(run: number, page: page, entry: entry), of: entries)
    }
  }

  /// Steps through two ascending lists at once.
  private static func matches(
    of wanted: LedgerKeyList, _ range: Range<Int>, in high: [UInt64], _ low: [UInt64]
  ) -> [(key: Int, entry: Int)] {
    var hits: [(key: Int, entry: Int)] = []
    var entry = 0
    for key in range {
      let target = wanted.high[key]
      while entry < high.count, high[entry] < target { entry += 1 }
      var same = entry
      while same < high.count, high[same] == target {
        if low[same] == wanted.low[key] { hits.append((key, same)) }
        same += 1
      }
    }
    return hits
  }
}
