import History
import Profiling
import Statistics

/// Counts the outcomes of predictions whose labels come from elsewhere than their own row.
struct LabelJoin {
  private let profiler: OutcomeProfiler
  /// What has been counted, by place; apart from what the record has, and from the file's own rows.
  private var fresh: [ProfileCache.Place: OutcomeProfile] = [:]

  init(schema: ModelSchema) {
    profiler = OutcomeProfiler(schema: schema)
  }

  /// Enters what the intake has collected, and counts the predictions that have met their label.
  mutating func enter(_ intake: inout LedgerIntake, segments: SegmentTable) throws {
    try intake.enter { try count($0, segments: segments) }
  }

  private mutating func count(_ block: SettledBlock, segments: SegmentTable) throws {
    for index in 0..<block.count {
      let settled = try block.prediction(at: index)
      profiler.add(
        LabelledPrediction(settled, segments), to: &fresh[settled.place, default: .init()])
    }
  }

  /// Adds what was counted to the profiles, and counts the outcomes of every day with a corrected
  /// label anew, from the predictions themselves.
  func finish(
    _ intake: LedgerIntake, segments: SegmentTable, in profiles: inout ProfileCache
  ) throws {
    let verdict = intake.verdict
    for (place, outcome) in fresh where !verdict.corrected.contains(place) {
      try profiles.updateOutcome(at: place) { $0.merge(outcome) }
    }
    var anew = LabelJoin(profiler: profiler)
    try intake.forEachSettled(at: verdict.corrected) { try anew.count($0, segments: segments) }
    for place in verdict.corrected {
      profiles.setOutcome(anew.fresh[place] ?? OutcomeProfile(), at: place)
    }
  }

  private init(profiler: OutcomeProfiler) {
    self.profiler = profiler
  }
}

extension LabelledPrediction {
  private static let millisecondsPerDay = 86_400_000.0

  fileprivate init(_ settled: SettledPrediction, _ segments: SegmentTable) {
    self.init(
      prediction: settled.prediction, score: settled.score, label: settled.label.answer,
      delayDays: Self.delay(from: settled.time, to: settled.label.time),
      slices: segments.slices(ofKey: settled.segmentKey))
  }

  /// Days between two instants in milliseconds; `nil` when the second is not known.
  static func delay(from time: Int64, to labelTime: Int64?) -> Double? {
    labelTime.map { Double($0 - time) / millisecondsPerDay }
  }
}
