/// Writes a new run, page by page, from entries that come in the order of their keys.
struct LedgerRunWriter {
  private let pages: LedgerPages
  private let kind: LedgerKind
  private var run: LedgerRun?
  private var open: LedgerEntries

  init(_ kind: LedgerKind, in pages: LedgerPages) {
    self.pages = pages
    self.kind = kind
    open = LedgerEntries(scoreCount: pages.scoreCount)
  }

  /// Adds the entries that `picked` names.
  mutating func append(_ entries: LedgerEntries, picked: Range<Int>) throws {
    var start = picked.lowerBound
    while start < picked.upperBound {
      try closeIfFull(before: entries.high[start])
      var end = min(picked.upperBound, start + max(1, pages.limits.page - open.count))
      // Entries of one key stay together.
      while end < picked.upperBound, entries.high[end] == entries.high[end - 1] { end += 1 }
      open.append(entries, picked: start..<end)
      start = end
    }
  }

  /// Adds one entry.
  mutating func append(_ entries: LedgerEntries, at index: Int) throws {
    try closeIfFull(before: entries.high[index])
    open.append(entries, at: index)
  }

  /// The finished run; `nil` when nothing was added.
  mutating func finish() throws -> LedgerRun? {
    try close()
    defer { run = nil }
    return run
  }

  private mutating func closeIfFull(before next: UInt64) throws {
    if open.count >= pages.limits.page, open.high.last != next { try close() }
  }

  private mutating func close() throws {
    guard !open.isEmpty else { return }
    var target = try run ?? pages.addRun(kind)
    run = nil
    try pages.append(open, to: &target)
    run = target
    open.removeAll()
  }
}
