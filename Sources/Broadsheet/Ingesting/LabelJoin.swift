import History
import Profiling

/// Counts the outcomes of predictions whose labels come from elsewhere than their own row.
struct LabelJoin {
  private let schema: ModelSchema
  /// What has been counted; apart from what the record has, and from the file's own rows.
  private var fresh: OutcomeCounter
  /// Arms by the numbers of the blocks.
  private var arms: [Int32: ArmKey] = [:]

  init(schema: ModelSchema) {
    self.schema = schema
    fresh = OutcomeCounter(schema: schema)
  }

  /// Lets the intake put aside what it has collected, if that has become much.
  mutating func makeRoom(in intake: inout LedgerIntake, segments: SegmentTable) throws {
    try intake.makeRoom { try count($0, segments: segments) }
  }

  /// Enters what the intake has collected, and counts the predictions that have met their label.
  mutating func enter(_ intake: inout LedgerIntake, segments: SegmentTable) throws {
    try intake.enter { try count($0, segments: segments) }
  }

  private mutating func count(_ settled: SettledBlock, segments: SegmentTable) throws {
    let block = try settled.predictions(combinations: segments.combinations)
    for number in Set(block.armCodes) where arms[number] == nil {
      arms[number] = try settled.armKey(of: number)
    }
    fresh.add(block) { _ in true }
  }

  /// Adds what was counted to the profiles, and counts the outcomes of every day with a corrected
  /// label anew, from the predictions themselves.
  mutating func finish(
    _ intake: LedgerIntake, segments: SegmentTable, in profiles: inout ProfileCache
  ) throws {
    let corrected = intake.verdict.corrected
    try takeAll { place, outcome in
      guard !corrected.contains(place) else { return }
      try profiles.updateOutcome(at: place) { $0.merge(outcome) }
      try profiles.flush(place)
    }
    var anew = LabelJoin(schema: schema)
    try intake.forEachSettled(at: corrected) { try anew.count($0, segments: segments) }
    var left = corrected
    try anew.takeAll { place, outcome in
      left.remove(place)
      profiles.setOutcome(outcome, at: place)
      try profiles.flush(place)
    }
    for place in left { profiles.setOutcome(OutcomeProfile(), at: place) }
  }

  /// Hands out what was counted, place by place, and forgets it.
  private mutating func takeAll(
    _ body: (ProfileCache.Place, OutcomeProfile) throws -> Void
  ) throws {
    for counted in fresh.places {
      guard let arm = arms[counted.arm] else { continue }
      let outcome = fresh.take(counted)
      try body(ProfileCache.Place(arm: arm, day: Day(number: Int(counted.day))), outcome)
    }
  }
}
