/// How much of a ledger is dealt with at once. What is found out does not depend on it.
package struct LedgerLimits: Sendable {
  /// Rows that are collected before they are sorted and put aside; some 100 bytes each.
  let chunk: Int
  /// Chunks that are put aside before they are entered together.
  let chunks: Int
  /// Rows of one id in a chunk from which on it is entered at once: all rows of an id are looked at
  /// together, and there must not be too many.
  let rowsOfAnID: Int
  /// Ids that are looked for at once.
  let slice: Int
  /// Entries in a page, a few more where several share their key.
  let page: Int
  /// Runs of one level that are merged into one.
  let fanIn: Int

  package init(
    chunk: Int, chunks: Int, rowsOfAnID: Int, slice: Int, page: Int, fanIn: Int
  ) {
    precondition(
      min(chunk, chunks, rowsOfAnID, slice, page) >= 1 && fanIn >= 2,
      "Limits must let something through.")
    self.chunk = chunk
    self.chunks = chunks
    self.rowsOfAnID = rowsOfAnID
    self.slice = slice
    self.page = page
    self.fanIn = fanIn
  }

  /// A chunk of less than 7 MB, each column of which a processor keeps at hand, pages of less than 64 kB,
  /// 16.8 million rows that are put aside.
  package static let standard = LedgerLimits(
    chunk: 1 << 16, chunks: 256, rowsOfAnID: 1 << 10, slice: 1 << 14, page: 2_048, fanIn: 8)
}
