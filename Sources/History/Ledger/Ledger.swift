import GRDB
import Profiling

/// The ledger of one model within one transaction: every prediction with an id, and every label
/// that waits for one.
struct Ledger {
  let pages: LedgerPages
  private(set) var answers: LedgerAnswers
  /// Arms by their number.
  private(set) var arms: [UInt64: ArmKey] = [:]
  private(set) var runs: [LedgerRun]
  private let hash: SipHash

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema, limits: LedgerLimits
  ) throws {
    let database = history.database
    pages = LedgerPages(
      database: database, model: model, scoreCount: max(1, schema.scoreClasses.count),
      limits: limits)
    answers = try LedgerAnswers(database: database, model: model, schema: schema)
    for (_, key) in try history.arms(of: model) { arms[UInt64(key.raw)] = key }
    runs = try pages.runs()
    guard let row = try Row.fetchOne(database, sql: "SELECT low, high FROM ledgerSecret") else {
      throw LedgerFault.truncated
    }
    hash = SipHash(
      low: UInt64(bitPattern: row["low"]), high: UInt64(bitPattern: row["high"]))
  }

  /// The key of an id.
  func key(of id: Span<UInt8>) -> LedgerKey {
    let digest = hash.digest(of: id)
    return LedgerKey(high: digest.first, low: digest.second & 0xFFFF)
  }

  mutating func code(of answer: Answer?) throws -> UInt64 { try answers.code(of: answer) }

  mutating func note(_ arm: ArmKey) { arms[UInt64(arm.raw)] = arm }

  func block(of entries: LedgerEntries) -> SettledBlock {
    SettledBlock(entries: entries, answers: answers, arms: arms)
  }

  /// Adds finished runs and merges what has become too many.
  mutating func add(_ fresh: [LedgerRun]) throws {
    runs += fresh
    try LedgerMerge(pages: pages).tidy(&runs)
  }

  /// Changes stored entries.
  ///
  /// - Parameter changes: For each find the label that it gets, or `nil` when it is taken out;
  ///   finds that are not named stay as they are.
  mutating func change(
    _ findings: LedgerFindings, _ changes: [Int: LedgerLabel?], search: LedgerSearch
  ) throws {
    var find = 0
    let places = findings.places
    while find < places.count {
      let place = places[find]
      var end = find
      while end < places.count, places[end].run == place.run, places[end].page == place.page {
        end += 1
      }
      if (find..<end).contains(where: { changes[$0] != nil }) {
        let run = runs[place.run]
        let stored = try search.entries(of: run.pages[place.page], kind: run.kind)
        let changed = Self.changed(stored, places[find..<end], changes)
        try pages.replace(place.page, of: &runs[place.run], by: changed)
      }
      find = end
    }
  }

  private static func changed(
    _ stored: LedgerEntries, _ places: ArraySlice<LedgerPlace>, _ changes: [Int: LedgerLabel?]
  ) -> LedgerEntries {
    var result = LedgerEntries(scoreCount: stored.scoreCount)
    result.reserveCapacity(stored.count)
    var next = 0
    // Finds are in the order of their places, several keys never sharing an entry.
    for (find, place) in zip(places.indices, places) {
      guard let change = changes[find] else { continue }
      result.append(stored, picked: next..<place.entry)
      next = place.entry + 1
      if let label = change {
        result.append(stored, at: place.entry)
        result.set(label, at: result.count - 1)
      }
    }
    result.append(stored, picked: next..<stored.count)
    return result
  }

  /// Calls `body` with every page of settled predictions.
  func forEachSettledPage(_ body: (LedgerEntries) throws -> Void) throws {
    for run in runs where run.kind == .settled {
      for page in run.pages where page.count > 0 {
        try body(try pages.entries(of: page, kind: .settled))
      }
    }
  }
}
