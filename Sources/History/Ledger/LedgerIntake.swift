package import Profiling

/// Enters the rows of one file into the ledger of a model, within one transaction.
///
/// Rows are collected in chunks, which are sorted and put aside. At the end of the file all of them are
/// gone through in the order of their keys, together with the pages that can have these: once for a
/// file, and in memory that depends neither on its rows nor on how many predictions wait.
package struct LedgerIntake {
  var ledger: Ledger
  var rows: LedgerEntries
  var ordinals: [UInt64] = []
  private var spill: LedgerSpill
  /// What was found out about the rows that were entered.
  package private(set) var verdict = LedgerVerdict()

  package init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema,
    limits: LedgerLimits = .standard
  ) throws {
    ledger = try Ledger(history: history, model: model, schema: schema, limits: limits)
    rows = LedgerEntries(scoreCount: ledger.pages.scoreCount)
    spill = LedgerSpill(database: history.database, scoreCount: ledger.pages.scoreCount)
  }

  /// Puts aside what was added if it has become much; to be called between rows.
  ///
  /// - Parameter count: As in ``enter(_:)``: what was put aside is entered when that, too, has become
  ///   much.
  package mutating func makeRoom(_ count: (SettledBlock) throws -> Void) throws {
    let limits = ledger.pages.limits
    guard rows.count >= limits.chunk else { return }
    let sorted = takeRows()
    let order = sorted.order
    try spill.add(sorted, order: order)
    let isCrowded = sorted.mostRowsOfAnID(in: order) > limits.rowsOfAnID
    giveBack(sorted)
    if spill.chunks.count >= limits.chunks || isCrowded { try enter(count) }
  }

  /// Adds a prediction.
  ///
  /// - Parameters:
  ///   - row: The prediction; its own arm and ordinal are not used.
  ///   - ordinal: Position of the row in the file.
  package mutating func add(
    _ row: PredictionRow, id: String, arm: ArmKey, ordinal: Int
  ) throws {
    ledger.note(arm)
    appendKey(of: id)
    rows[.arm].append(UInt64(arm.raw))
    rows[.time].append(LedgerTime.code(of: row.time))
    rows[.dayShift].append(LedgerTime.shift(ofDay: row.day.number, time: row.time))
    rows[.answer].append(try ledger.code(of: row.prediction))
    rows[.segment].append(UInt64(row.segmentKey))
    appendLabel(try ledger.code(of: row.label), time: row.label == nil ? nil : row.labelTime)
    appendScore(row.score)
    ordinals.append(UInt64(ordinal))
  }

  /// Adds a label, which goes to every prediction with its id.
  package mutating func add(_ label: StoredLabel, id: String, ordinal: Int) throws {
    appendKey(of: id)
    for column in [LedgerEntries.Column.arm, .time, .dayShift, .answer, .segment] {
      rows[column].append(0)
    }
    appendLabel(try ledger.code(of: label.answer), time: label.time)
    appendScore(nil)
    ordinals.append(UInt64(ordinal))
  }

  /// Enters what was added so far.
  ///
  /// - Parameter count: Gets the predictions that have met their label by it, except rows of this
  ///   file whose label stands in the row itself.
  package mutating func enter(_ count: (SettledBlock) throws -> Void) throws {
    guard !rows.isEmpty || !spill.isEmpty else { return }
    var entry = LedgerEntry(ledger: ledger, verdict: verdict)
    let last = takeRows()
    if spill.isEmpty {
      try entry.enter(last.sorted(), count)
    } else {
      try spill.add(last, order: last.order)
      var merge = try LedgerSpillMerge(spill, batch: ledger.pages.limits.slice)
      while let batch = try merge.next() { try entry.enter(batch, count) }
      try spill.clear()
    }
    try entry.finish()
    ledger = entry.ledger
    verdict = entry.verdict
  }

  /// The rows of the chunk, which is empty afterwards.
  private mutating func takeRows() -> LedgerRows {
    var taken = LedgerRows(scoreCount: rows.scoreCount)
    swap(&taken.entries, &rows)
    swap(&taken.ordinals, &ordinals)
    return taken
  }

  /// Makes the memory of rows that were put aside that of the next ones.
  private mutating func giveBack(_ taken: consuming LedgerRows) {
    swap(&taken.entries, &rows)
    swap(&taken.ordinals, &ordinals)
    rows.removeAll()
    ordinals.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the labelled predictions of some places, those of this file included.
  package func forEachSettled(
    at places: Set<LedgerVerdict.Place>, _ body: (SettledBlock) throws -> Void
  ) throws {
    guard !places.isEmpty else { return }
    let days = Dictionary(grouping: places) { UInt64($0.arm.raw) }
      .mapValues { Set($0.map(\.day.number)) }
    try ledger.forEachSettledPage { page in
      let picked = page.high.indices.filter { index in
        guard let days = days[page[.arm][index]] else { return false }
        let time = LedgerTime.time(of: page[.time][index])
        return days.contains(LedgerTime.day(ofShift: page[.dayShift][index], time: time))
      }
      guard !picked.isEmpty else { return }
      var block = LedgerEntries(scoreCount: page.scoreCount)
      block.append(page, picked: picked[...])
      try body(ledger.block(of: block))
    }
  }

  // MARK: - Columns

  private mutating func appendKey(of id: String) {
    let key = ledger.key(of: id.utf8.span)
    rows.high.append(key.high)
    rows[.low].append(key.low)
  }

  private mutating func appendLabel(_ answer: UInt64, time: Int64?) {
    rows[.label].append(answer)
    rows[.labelTime].append(time.map(LedgerTime.code) ?? 0)
  }

  private mutating func appendScore(_ score: Score?) {
    let first = LedgerEntries.Column.allCases.count
    for column in rows.columns.indices.dropFirst(first) {
      let number: Double? =
        switch score {
        case .single(let number)?: column == first ? number : nil
        case .perClass(let numbers)?:
          column - first < numbers.count ? numbers[column - first] : nil
        case nil: nil
        }
      rows.columns[column].append(number.map(LedgerAnswers.code) ?? 0)
    }
  }
}
