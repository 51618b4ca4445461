/// Keeps the number of runs small: runs of like size become one.
///
/// A run belongs to a level by the power of eight of its entries. Eight runs of a level are merged, so
/// an entry is written once for each level, and n entries lie in at most 7 · log₈ n runs.
struct LedgerMerge {
  let pages: LedgerPages

  /// Merges what has to be merged.
  func tidy(_ runs: inout [LedgerRun]) throws {
    for kind in LedgerKind.allCases {
      while let picked = next(of: kind, in: runs) {
        let merged = try merge(picked.map { runs[$0] }, kind: kind)
        for index in picked.reversed() { runs.remove(at: index) }
        if let merged { runs.append(merged) }
      }
    }
  }

  /// Positions of the runs to be merged next; `nil` when all is in order.
  private func next(of kind: LedgerKind, in runs: [LedgerRun]) -> [Int]? {
    var levels: [Int: [Int]] = [:]
    for (index, run) in runs.enumerated() where run.kind == kind {
      let count = run.count
      if count == 0 || run.isSparse(under: pages.limits) { return [index] }
      levels[level(of: count), default: []].append(index)
    }
    return levels.sorted { $0.key < $1.key }.first { $0.value.count >= pages.limits.fanIn }?.value
  }

  private func level(of count: Int) -> Int {
    var level = 0
    var bound = 2 * pages.limits.page
    while count > bound {
      level += 1
      bound *= pages.limits.fanIn
    }
    return level
  }

  /// One run with the entries of all of `runs`, whose pages are freed as they are read.
  private func merge(_ runs: [LedgerRun], kind: LedgerKind) throws -> LedgerRun? {
    var writer = LedgerRunWriter(kind, in: pages)
    var readers = try runs.map { try LedgerRunReader($0, in: pages) }
    while true {
      var first: Int?
      var next: UInt64?
      for (index, reader) in readers.enumerated() {
        guard let high = reader.high else { continue }
        guard let best = first, let lead = readers[best].high else {
          first = index
          continue
        }
        if high < lead {
          next = lead
          first = index
        } else {
          next = min(next ?? high, high)
        }
      }
      guard let first else { break }
      try readers[first].move(upTo: next, to: &writer)
    }
    for run in runs { try pages.removeRun(run) }
    return try writer.finish()
  }
}

/// Goes through a run once and frees its pages.
private struct LedgerRunReader {
  private let pages: LedgerPages
  private var run: LedgerRun
  private var nextPage = 0
  private var page: LedgerEntries
  private var position = 0

  init(_ run: LedgerRun, in pages: LedgerPages) throws {
    self.pages = pages
    self.run = run
    page = LedgerEntries(scoreCount: pages.scoreCount)
    try turn()
  }

  /// The key that comes next; `nil` at the end.
  var high: UInt64? { position < page.count ? page.high[position] : nil }

  /// Hands over the next entries of this page, as long as their keys are not above `bound`.
  mutating func move(upTo bound: UInt64?, to writer: inout LedgerRunWriter) throws {
    var end = position + 1
    if let bound {
      while end < page.count, page.high[end] <= bound { end += 1 }
    } else {
      end = page.count
    }
    try writer.append(page, picked: position..<end)
    position = end
    if position == page.count { try turn() }
  }

  private mutating func turn() throws {
    position = 0
    page.removeAll()
    while page.isEmpty, nextPage < run.pages.count {
      page = try pages.entries(of: run.pages[nextPage], kind: run.kind)
      try pages.remove(nextPage, of: &run)
      nextPage += 1
    }
  }
}
