/// Stored entries that are to be taken out, one bit for each entry of the pages concerned.
struct LedgerRemovals {
  private var runs: [Int: [Int: RowSet]] = [:]

  mutating func insert(_ place: LedgerPlace) {
    runs[place.run, default: [:]][place.page, default: RowSet()].insert(place.entry)
  }

  /// The entries to be taken out by the position of their page.
  func pages(ofRun run: Int) -> [Int: RowSet] { runs[run, default: [:]] }
}

extension LedgerEntries {
  /// Adds the entries of `other` that `taken` does not name.
  mutating func append(_ other: LedgerEntries, leavingOut taken: RowSet) {
    reserveCapacity(count + other.count - taken.count)
    var start = 0
    for index in 0..<other.count where taken.contains(index) {
      append(other, picked: start..<index)
      start = index + 1
    }
    append(other, picked: start..<other.count)
  }
}

extension LedgerPages {
  /// A new run in the place of one that loses entries.
  ///
  /// - Parameter removals: The entries to be taken out by the position of their page.
  /// - Returns: `nil` when nothing is left.
  func rewritten(_ run: LedgerRun, leavingOut removals: [Int: RowSet]) throws -> LedgerRun? {
    var writer = LedgerRunWriter(run.kind, in: self)
    var old = run
    for page in run.pages.indices {
      let stored = try entries(of: run.pages[page], kind: run.kind)
      // Before the new pages are written, which take its room.
      try remove(page, of: &old)
      var kept = LedgerEntries(scoreCount: scoreCount)
      kept.append(stored, leavingOut: removals[page] ?? RowSet())
      try writer.append(kept, picked: 0..<kept.count)
    }
    try removeRun(old)
    return try writer.finish()
  }
}
