import History
import Ingestion
import Profiling

/// Reads one prediction log into the record, within one transaction.
///
/// Every row is counted as if it were new, and entered into the ledger. If the ledger finds rows
/// that are not, what was counted is dropped and the file is read a second time without them;
/// nothing has been written by then but the ledger, which is not touched again.
struct PredictionFileIngestion {
  private let history: HistoryTransaction
  private let model: ModelKey
  private let log: PredictionLog
  private let profiler: OutcomeProfiler
  private var segments: SegmentTable
  private var profiles: ProfileCache
  private var intake: LedgerIntake
  private var labels: LabelJoin
  /// What the first pass has found out; `nil` in the first pass.
  private var known: LedgerVerdict?
  /// Rows of this pass so far.
  private var ordinal = 0
  private var firstPlace: ProfileCache.Place?
  private(set) var rowCount = 0
  private(set) var days: ClosedRange<Day>?

  /// What the ledger says of the rows.
  var verdict: LedgerVerdict { intake.verdict }

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema, log: PredictionLog
  ) throws {
    self.history = history
    self.model = model
    self.log = log
    profiler = OutcomeProfiler(schema: schema)
    segments = SegmentTable(
      schema: schema, stored: try history.segmentCombinations(of: model))
    profiles = ProfileCache(history: history, model: model)
    intake = try LedgerIntake(history: history, model: model, schema: schema)
    labels = LabelJoin(schema: schema)
  }

  mutating func add(_ batch: Batch) throws {
    let rows = log.rows(of: batch, segments: &segments)
    var fresh: [ProfileCache.Place: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      defer { ordinal += 1 }
      let arm = try profiles.key(of: row.arm)
      let place = ProfileCache.Place(arm: arm, day: row.day)
      if known == nil {
        note(place)
        if let id = row.id { try intake.add(row, id: id, arm: arm, ordinal: ordinal) }
      }
      if known?.repeats.contains(ordinal) == true { continue }
      fresh[place, default: []].append(index)
      try countOutcome(of: row, at: place)
    }
    for (place, picked) in fresh {
      try profiles.updateInput(at: place) { profile in
        log.add(picked, of: batch, rows: rows, segments: segments, to: &profile)
      }
    }
    if intake.isFull { try labels.enter(&intake, segments: segments) }
  }

  /// Ends a pass over the file.
  ///
  /// - Returns: Whether the file has to be read once more.
  mutating func needsAnotherPass() throws -> Bool {
    guard known == nil else { return false }
    try labels.enter(&intake, segments: segments)
    known = intake.verdict
    guard !intake.verdict.takesRowsAsTheyAre else { return false }
    profiles = ProfileCache(history: history, model: model)
    ordinal = 0
    return true
  }

  /// Writes the profiles. Unreadable rows are counted for the place of the file's first row in
  /// calendar order, as they have no reliable time of their own.
  mutating func finish(malformedRowCount: Int) throws {
    if malformedRowCount > 0, let place = firstPlace {
      try profiles.addMalformed(malformedRowCount, at: place)
    }
    // Counted where the first row is, so that a repetition makes no arm, day or period.
    for (place, count) in verdict.repeatCounts {
      try profiles.updateInput(at: place) { $0.addDuplicates(count) }
    }
    try labels.finish(intake, segments: segments, in: &profiles)
    try history.addSegmentCombinations(segments.added, to: model)
    try profiles.flush()
  }

  /// Counts a row whose label stands in the row itself, unless another label took its place.
  private mutating func countOutcome(of row: PredictionRow, at place: ProfileCache.Place) throws {
    guard let labelled = LabelledPrediction(row, segments),
      known?.overruled.contains(ordinal) != true
    else { return }
    try profiles.updateOutcome(at: place) { profiler.add(labelled, to: &$0) }
  }

  private mutating func note(_ place: ProfileCache.Place) {
    rowCount += 1
    guard let range = days else {
      days = place.day...place.day
      firstPlace = place
      return
    }
    if place.day < range.lowerBound {
      days = place.day...range.upperBound
      firstPlace = place
    } else if place.day > range.upperBound {
      days = range.lowerBound...place.day
    }
  }
}
