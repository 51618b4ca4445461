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

  /// Gives stored entries other labels.
  ///
  /// - Parameter labels: The new labels by the number of their find; other finds stay as they are.
  mutating func change(_ findings: LedgerFindings, _ labels: [Int: LedgerLabel]) throws {
    let places = findings.places
    let finds = labels.keys.sorted { places[$0].isBefore(places[$1]) }
    var next = 0
    while next < finds.count {
      let place = places[finds[next]]
      let run = runs[place.run]
      var entries = try pages.entries(of: run.pages[place.page], kind: run.kind)
      while next < finds.count, places[finds[next]].isOnPage(of: place) {
        if let label = labels[finds[next]] { entries.set(label, at: places[finds[next]].entry) }
        next += 1
      }
      try pages.replace(place.page, of: &runs[place.run], by: entries)
    }
  }

  /// Takes entries out.
  ///
  /// A run that most of its pages lose entries of is written anew, so that its pages are full again and
  /// the history gets smaller; of others only the pages concerned are.
  mutating func remove(_ removals: LedgerRemovals) throws {
    var written: [LedgerRun] = []
    var replaced: Set<Int64> = []
    for index in runs.indices {
      let ofRun = removals.pages(ofRun: index)
      guard !ofRun.isEmpty else { continue }
      if ofRun.count * 2 > runs[index].pages.count {
        if let run = try pages.rewritten(runs[index], leavingOut: ofRun) { written.append(run) }
        replaced.insert(runs[index].key)
      } else {
        for (page, taken) in ofRun.sorted(by: { $0.key < $1.key }) {
          let stored = try pages.entries(of: runs[index].pages[page], kind: runs[index].kind)
          var kept = LedgerEntries(scoreCount: stored.scoreCount)
          kept.append(stored, leavingOut: taken)
          try pages.replace(page, of: &runs[index], by: kept)
        }
      }
    }
    runs.removeAll { replaced.contains($0.key) }
    runs += written
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
