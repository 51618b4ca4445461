package import Profiling

/// Enters the rows of one file into the ledger of a model, within one transaction.
///
/// Rows are collected and entered in bounded chunks, in the order of the file. What a chunk changes
/// is found by stepping through its sorted keys and the pages that can have them at once, so memory
/// does not depend on how many rows there are or how many predictions wait.
package struct LedgerIntake {
  var ledger: Ledger
  var rows: LedgerEntries
  var ordinals: [Int] = []
  /// What was found out about the rows that were entered.
  package private(set) var verdict = LedgerVerdict()

  package init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema,
    limits: LedgerLimits = .standard
  ) throws {
    ledger = try Ledger(history: history, model: model, schema: schema, limits: limits)
    rows = LedgerEntries(scoreCount: ledger.pages.scoreCount)
  }

  /// Whether the chunk has to be entered before more rows come.
  package var isFull: Bool { rows.count >= ledger.pages.limits.chunk }

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
    ordinals.append(ordinal)
  }

  /// Adds a label, which goes to every prediction with its id.
  package mutating func add(_ label: StoredLabel, id: String, ordinal: Int) throws {
    appendKey(of: id)
    for column in [LedgerEntries.Column.arm, .time, .dayShift, .answer, .segment] {
      rows[column].append(0)
    }
    appendLabel(try ledger.code(of: label.answer), time: label.time)
    appendScore(nil)
    ordinals.append(ordinal)
  }

  /// Enters what was added so far.
  ///
  /// - Parameter count: Gets the predictions that have met their label by it, except rows of this
  ///   file whose label stands in the row itself.
  package mutating func enter(_ count: (SettledBlock) throws -> Void) throws {
    guard !rows.isEmpty else { return }
    var entry = LedgerEntry(ledger: ledger, rows: rows, ordinals: ordinals, verdict: verdict)
    rows.removeAll()
    ordinals.removeAll(keepingCapacity: true)
    try entry.run(count)
    ledger = entry.ledger
    verdict = entry.verdict
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
      block.append(page, picked: picked)
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
