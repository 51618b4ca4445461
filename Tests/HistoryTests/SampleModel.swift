import Foundation
import History
import Profiling

/// The smallest model that a history can hold.
enum SampleModel {
  static let schema = ModelSchema(
    task: .binary, positive: "1", scoreIsProbability: true,
    columns: [ColumnSchema(name: "plan", subject: .feature, kind: .categorical(.empty))],
    sliceAttributes: [["region"]])

  static func key(in history: HistoryTransaction, named name: String = "one") throws -> ModelKey {
    if let stored = try history.model(named: name) { return stored.key }
    return try history.addModel(named: name, schema: schema, referenceDigest: nil)
  }

  static func arm(
    in history: HistoryTransaction, version: String = "v1", stage: Stage = .production
  ) throws -> ArmKey {
    try history.key(of: Arm(version: version, stage: stage), model: try key(in: history))
  }

  static func row(
    id: String?, arm: Arm = Arm(version: "v1", stage: .production),
    prediction: Answer? = .category("1"), score: Score? = .single(0.25)
  ) -> PredictionRow {
    PredictionRow(
      id: id, arm: arm, time: 1_700_000_000_123, day: Day(number: 19_675), prediction: prediction,
      score: score, segmentKey: 3, label: nil, labelTime: nil)
  }
}
