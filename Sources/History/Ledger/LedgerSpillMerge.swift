/// Goes once through all rows that were put aside, in the order of their keys.
///
/// Keys are spread evenly, so equal parts of their range hold about equally many rows. A part is
/// gathered from all chunks and sorted, which costs less than comparing the chunks row by row.
struct LedgerSpillMerge {
  private let spill: LedgerSpill
  private var readers: [LedgerChunkReader]
  private let partCount: Int
  private var nextPart = 0

  /// - Parameter batch: How many rows a part has, about.
  init(_ spill: LedgerSpill, batch: Int) throws {
    self.spill = spill
    readers = try spill.chunks.map { try LedgerChunkReader($0, of: spill) }
    partCount = max(1, spill.rowCount / max(1, batch))
  }

  /// The rows of the next ids, all rows of an id at once, in the order of their keys and of one key in
  /// that of the file; `nil` after the last.
  mutating func next() throws -> LedgerRows? {
    while nextPart < partCount {
      nextPart += 1
      let bound =
        nextPart == partCount ? nil : UInt64.max / UInt64(partCount) * UInt64(nextPart)
      var gathered = LedgerRows(scoreCount: spill.scoreCount)
      for index in readers.indices {
        try readers[index].move(below: bound, of: spill, to: &gathered)
      }
      if !gathered.isEmpty { return gathered.sorted() }
    }
    return nil
  }
}

/// Goes through one chunk, holding one of its pages.
private struct LedgerChunkReader {
  private let chunk: LedgerSpill.Chunk
  private var nextPage = 0
  private var page: LedgerRows
  private var position = 0

  init(_ chunk: LedgerSpill.Chunk, of spill: LedgerSpill) throws {
    self.chunk = chunk
    page = LedgerRows(scoreCount: spill.scoreCount)
    try turn(spill)
  }

  /// Hands over the rows whose keys are below `bound`, all that are left when it is `nil`.
  mutating func move(
    below bound: UInt64?, of spill: LedgerSpill, to rows: inout LedgerRows
  ) throws {
    while position < page.count {
      var end = page.count
      if let bound {
        end = position
        while end < page.count, page.entries.high[end] < bound { end += 1 }
      }
      rows.append(page, picked: position..<end)
      position = end
      guard position == page.count else { return }
      try turn(spill)
    }
  }

  private mutating func turn(_ spill: LedgerSpill) throws {
    position = 0
    guard nextPage < chunk.pageCount else {
      page = LedgerRows(scoreCount: spill.scoreCount)
      return
    }
    page = try spill.page(nextPage, of: chunk)
    nextPage += 1
  }
}
