import History
import Profiling

/// What the ledger must do, told row by row with dictionaries: the oracle of its tests.
struct LedgerModel {
  struct Prediction: Equatable {
    let arm: ArmKey
    let day: Day
    let row: PredictionRow
    var label: StoredLabel?

    static func == (left: Self, right: Self) -> Bool {
      left.arm == right.arm && left.day == right.day && left.label == right.label
        && left.row.time == right.row.time && left.row.score == right.row.score
        && left.row.prediction == right.row.prediction
        && left.row.segmentKey == right.row.segmentKey
    }
  }

  private(set) var predictions: [String: [Prediction]] = [:]
  private(set) var waiting: [String: StoredLabel] = [:]
  private(set) var repeats: [LedgerVerdict.Place: Int] = [:]
  private(set) var repeatOrdinals: Set<Int> = []
  private(set) var joinedCount = 0
  private(set) var correctedCount = 0

  mutating func beginFile() {
    (repeats, repeatOrdinals, joinedCount, correctedCount) = ([:], [], 0, 0)
  }

  mutating func add(_ label: StoredLabel, id: String) {
    if predictions[id] != nil {
      apply(label, id: id)
    } else if waiting[id].map(label.replaces) ?? true {
      waiting[id] = label
    }
  }

  mutating func add(_ row: PredictionRow, id: String, arm: ArmKey, ordinal: Int) {
    let own = row.label.map { StoredLabel(answer: $0, time: row.labelTime) }
    let known = predictions[id] ?? []
    if let own { apply(own, id: id) }
    if let first = known.first(where: { $0.arm.isSameVersion(as: arm) }) {
      repeats[LedgerVerdict.Place(arm: first.arm, day: first.day), default: 0] += 1
      repeatOrdinals.insert(ordinal)
      return
    }
    let earlier = known.lazy.compactMap(\.label).first ?? waiting.removeValue(forKey: id)
    let label = own.map { own in earlier.map { own.replaces($0) ? own : $0 } ?? own } ?? earlier
    predictions[id, default: []].append(
      Prediction(arm: arm, day: row.day, row: row, label: label))
    if label != nil { joinedCount += 1 }
  }

  /// The labels of an id's predictions, in the order in which they were read.
  private mutating func apply(_ label: StoredLabel, id: String) {
    for index in predictions[id, default: []].indices {
      guard let earlier = predictions[id]?[index].label else {
        predictions[id]?[index].label = label
        joinedCount += 1
        continue
      }
      guard label.replaces(earlier) else { continue }
      predictions[id]?[index].label = label
      if earlier.answer != label.answer { correctedCount += 1 }
    }
  }

  /// Every labelled prediction as a line of text, sorted.
  var settled: [String] {
    predictions.values.joined().compactMap { prediction in
      prediction.label.map { label in
        Self.line(
          arm: prediction.arm, day: prediction.day, time: prediction.row.time,
          prediction: prediction.row.prediction, score: prediction.row.score,
          segmentKey: prediction.row.segmentKey, label: label)
      }
    }.sorted()
  }

  static func line(
    arm: ArmKey, day: Day, time: Int64, prediction: Answer?, score: Score?, segmentKey: Int,
    label: StoredLabel
  ) -> String {
    "\(arm) \(day) \(time) \(String(describing: prediction)) \(String(describing: score)) "
      + "\(segmentKey) \(label)"
  }

  static func line(_ settled: SettledPrediction) -> String {
    line(
      arm: settled.place.arm, day: settled.place.day, time: settled.time,
      prediction: settled.prediction, score: settled.score, segmentKey: settled.segmentKey,
      label: settled.label)
  }
}
