import Profiling

extension ModelLayout {
  /// A binary model with every kind of column.
  static let sample = ModelLayout(
    task: .binary, positive: "yes", scoreIsProbability: true, id: "id", timestamp: "time",
    version: "version", stage: "stage", prediction: "prediction", scores: ["score"],
    scoreClasses: [],
    label: "label",
    labelTimestamp: "labelled", latency: "latency", error: "error",
    features: ["age", "town", "flag"],
    sliceAttributes: [["sex"]], forcedNumeric: [], forcedCategorical: [],
    labelInPredictions: true)

  /// The same with `change` made to it.
  func with(_ change: (inout ModelLayout) -> Void) -> ModelLayout {
    var copy = self
    change(&copy)
    return copy
  }
}
