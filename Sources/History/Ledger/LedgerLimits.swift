/// How much of a ledger is dealt with at once. What is found out does not depend on it.
package struct LedgerLimits: Sendable {
  /// Rows that are collected before they are entered; some 90 bytes each.
  let chunk: Int
  /// Ids that are looked for at once.
  let slice: Int
  /// Entries in a page, a few more where several share their key.
  let page: Int
  /// Runs of one level that are merged into one.
  let fanIn: Int

  package init(chunk: Int, slice: Int, page: Int, fanIn: Int) {
    precondition(min(chunk, slice, page) >= 1 && fanIn >= 2, "Limits must let something through.")
    self.chunk = chunk
    self.slice = slice
    self.page = page
    self.fanIn = fanIn
  }

  /// A chunk of less than 24 MB, pages of less than 64 kB.
  package static let standard = LedgerLimits(
    chunk: 1 << 18, slice: 1 << 14, page: 2_048, fanIn: 8)
}
