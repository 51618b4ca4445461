import History
import Ingestion
import Profiling
import Statistics

/// Reads one prediction log into the record, within one transaction.
///
/// Several threads count every row as if it were new; here rows arrive in file order and are entered
/// into the ledger. If the ledger finds rows that are not, what was counted is dropped and the file is
/// read a second time without them; nothing has been written by then but the ledger, which is not
/// touched again.
struct PredictionFileIngestion {
  private let history: HistoryTransaction
  private let model: ModelKey
  private let schema: ModelSchema
  /// Of rows whose label stands in the row itself.
  private var outcomes: OutcomeCounter
  private var segments: SegmentTable
  private var profiles: ProfileCache
  private var intake: LedgerIntake
  private var labels: LabelJoin
  /// What the first pass has found out; `nil` in the first pass.
  private var known: LedgerVerdict?
  /// Keys of the record by the numbers that blocks use, which are the same throughout a pass.
  private var armKeys: [Int32: ArmKey] = [:]
  private var segmentKeys: [Int32: Int] = [:]
  private var firstPlace: ProfileCache.Place?
  private var places = IdlePlaces()
  private(set) var rowCount = 0
  private(set) var days: ClosedRange<Day>?
  /// Columns with more values than are counted by name.
  private(set) var crowdedColumns: Set<String> = []

  /// What the ledger says of the rows.
  var verdict: LedgerVerdict { intake.verdict }

  init(
    history: HistoryTransaction, model: ModelKey, schema: ModelSchema
  ) throws {
    self.history = history
    self.model = model
    self.schema = schema
    outcomes = OutcomeCounter(schema: schema)
    segments = SegmentTable(
      schema: schema, stored: try history.segmentCombinations(of: model))
    profiles = ProfileCache(history: history, model: model)
    intake = try LedgerIntake(history: history, model: model, schema: schema)
    labels = LabelJoin(schema: schema)
  }

  /// Lines of rows that are not counted in this pass; `nil` when all are.
  var left: (@Sendable (Int) -> Bool)? {
    guard let repeats = known?.repeats, !repeats.isEmpty else { return nil }
    return { repeats.contains($0) }
  }

  /// Enters the rows of the next block of the file.
  mutating func add(_ block: PredictionBlock) throws {
    try enterKeys(of: block)
    if known == nil {
      // A block knows the numbers given when it was counted, which may be fewer than by now.
      let arms = Dictionary(
        block.arms.enumerated().compactMap { number, arm in
          armKeys[Int32(number)].map { (arm, $0) }
        }, uniquingKeysWith: { first, _ in first })
      let combinations = Dictionary(
        block.segments.enumerated().compactMap { number, values in
          segmentKeys[Int32(number)].map { (values, $0) }
        }, uniquingKeysWith: { first, _ in first })
      try intake.add(
        block, armKey: { try Self.found(arms[$0]) },
        segmentKey: { try Self.found(combinations[$0]) })
      try labels.makeRoom(in: &intake, segments: segments)
    }
    // Unless another label took the place of its own.
    let known = known
    outcomes.add(block) {
      known?.repeats.contains($0) != true && known?.overruled.contains($0) != true
    }
  }

  /// Writes what was counted at places that no row has come for lately, so that memory does not grow
  /// with the days of a log.
  ///
  /// - Parameter block: What was entered last.
  mutating func putAway(after block: PredictionBlock, _ counter: PredictionCounter) throws {
    for idle in places.after(block) {
      let place = ProfileCache.Place(
        arm: try Self.found(armKeys[idle.arm]), day: Day(number: Int(idle.day)))
      if let counted = counter.take(arm: idle.arm, day: idle.day) {
        crowdedColumns.formUnion(counted.profile.crowdedColumns)
        try profiles.updateInput(at: place) { $0.merge(counted.profile) }
      }
      if outcomes.has(idle) {
        let outcome = outcomes.take(idle)
        try profiles.updateOutcome(at: place) { $0.merge(outcome) }
      }
      try profiles.flushForNow(place)
    }
  }

  /// Gives arms and segment values that are new their keys, and notes the places of the rows.
  private mutating func enterKeys(of block: PredictionBlock) throws {
    var isNew = block.segments.indices.map { segmentKeys[Int32($0)] == nil }
    var current: OutcomeCounter.Place?
    for row in 0..<block.rowCount {
      let combination = Int(block.segmentCodes[row])
      if isNew[combination] {
        isNew[combination] = false
        segmentKeys[Int32(combination)] = segments.key(of: block.segments[combination])
      }
      let place = OutcomeCounter.Place(arm: block.armCodes[row], day: block.days[row])
      // Rows of a place mostly follow each other.
      guard place != current else { continue }
      current = place
      let arm = try armKeys[place.arm] ?? profiles.key(of: block.arms[Int(place.arm)])
      armKeys[place.arm] = arm
      if known == nil { note(ProfileCache.Place(arm: arm, day: Day(number: Int(place.day)))) }
    }
    if known == nil { rowCount += block.rowCount }
  }

  private static func found<Key>(_ key: Key?) throws -> Key {
    guard let key else { preconditionFailure("Every row's keys are entered first.") }
    return key
  }

  /// Ends a pass over the file.
  ///
  /// - Returns: Whether the file has to be read once more.
  mutating func needsAnotherPass() throws -> Bool {
    guard known == nil else { return false }
    try labels.enter(&intake, segments: segments)
    known = intake.verdict
    guard !intake.verdict.takesRowsAsTheyAre else { return false }
    try profiles.takeBack()
    outcomes = OutcomeCounter(schema: schema)
    places = IdlePlaces()
    armKeys = [:]
    segmentKeys = [:]
    return true
  }

  /// Writes the profiles. Unreadable rows are counted for the place of the file's first row in
  /// calendar order, as they have no reliable time of their own.
  mutating func finish(_ counter: PredictionCounter, malformedRowCount: Int) throws {
    for place in 0..<counter.placeCount {
      guard let counted = counter.take(place: place) else { continue }
      let place = ProfileCache.Place(arm: try profiles.key(of: counted.arm), day: counted.day)
      crowdedColumns.formUnion(counted.profile.crowdedColumns)
      try profiles.updateInput(at: place) { $0.merge(counted.profile) }
      // At once, so that what is kept as a profile and what is still counted are not both held.
      try profiles.flush(place)
    }
    for counted in outcomes.places {
      let arm = try Self.found(armKeys[counted.arm])
      let place = ProfileCache.Place(arm: arm, day: Day(number: Int(counted.day)))
      let outcome = outcomes.take(counted)
      try profiles.updateOutcome(at: place) { $0.merge(outcome) }
      try profiles.flush(place)
    }
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

  private mutating func note(_ place: ProfileCache.Place) {
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
