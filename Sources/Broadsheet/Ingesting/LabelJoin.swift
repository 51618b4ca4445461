import History
import Profiling
import Statistics

/// Brings predictions and their labels together, each pair exactly once.
struct LabelJoin {
  private let history: HistoryTransaction
  private let model: ModelKey
  private let profiler: OutcomeProfiler
  /// Places whose outcomes have to be counted anew, because a label was corrected.
  private var corrected: Set<ProfileCache.Place> = []
  private(set) var joinedCount = 0
  private(set) var correctedCount = 0

  private static let millisecondsPerDay = 86_400_000.0

  init(history: HistoryTransaction, model: ModelKey, schema: ModelSchema) {
    self.history = history
    self.model = model
    profiler = OutcomeProfiler(schema: schema)
  }

  /// Counts a prediction that has just got its first label.
  mutating func count(
    _ row: StoredOutcome, label: StoredLabel, segments: SegmentTable,
    in profiles: inout ProfileCache
  ) throws {
    joinedCount += 1
    try profiles.updateOutcome(at: row.place) { profile in
      profiler.add(Self.labelled(row, label, segments), to: &profile)
    }
  }

  /// Gives a label to a stored prediction: the first one, or one that replaces an earlier one.
  mutating func apply(
    _ label: StoredLabel, toID id: String, _ stored: StoredPrediction, segments: SegmentTable,
    in profiles: inout ProfileCache
  ) throws {
    if let earlier = stored.label {
      guard label.replaces(earlier) else { return }
      try history.set(label, onID: id, arm: stored.arm, model: model)
      corrected.insert(ProfileCache.Place(arm: stored.arm, day: stored.day))
      if earlier.answer != label.answer { correctedCount += 1 }
    } else {
      try history.set(label, onID: id, arm: stored.arm, model: model)
      try count(StoredOutcome(stored), label: label, segments: segments, in: &profiles)
    }
  }

  /// Counts the outcomes of every day with a corrected label anew, from the predictions themselves.
  func recount(segments: SegmentTable, in profiles: inout ProfileCache) throws {
    let daysByArm = Dictionary(grouping: corrected, by: \.arm)
    for (arm, places) in daysByArm {
      var fresh: [Day: OutcomeProfile] = [:]
      let days = Set(places.map(\.day))
      try history.forEachLabelled(of: arm, model: model, days: days) { stored, label in
        profiler.add(
          Self.labelled(StoredOutcome(stored), label, segments),
          to: &fresh[stored.day, default: OutcomeProfile()])
      }
      for day in days {
        profiles.setOutcome(
          fresh[day] ?? OutcomeProfile(), at: ProfileCache.Place(arm: arm, day: day))
      }
    }
  }

  private static func labelled(
    _ row: StoredOutcome, _ label: StoredLabel, _ segments: SegmentTable
  ) -> LabelledPrediction {
    LabelledPrediction(
      prediction: row.prediction, score: row.score, label: label.answer,
      delayDays: label.time.map { Double($0 - row.time) / millisecondsPerDay },
      slices: segments.slices(ofKey: row.segmentKey))
  }
}

/// The part of a prediction that its outcome is counted from.
struct StoredOutcome {
  let place: ProfileCache.Place
  let time: Int64
  let prediction: Answer?
  let score: Score?
  let segmentKey: Int

  init(_ stored: StoredPrediction) {
    place = ProfileCache.Place(arm: stored.arm, day: stored.day)
    time = stored.time
    prediction = stored.prediction
    score = stored.score
    segmentKey = stored.segmentKey
  }

  init(_ row: PredictionRow, arm: ArmKey) {
    place = ProfileCache.Place(arm: arm, day: row.day)
    time = row.time
    prediction = row.prediction
    score = row.score
    segmentKey = row.segmentKey
  }
}
