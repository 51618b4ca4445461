import Statistics

@testable import Assessment
@testable import Profiling

extension ModelSchema {
  /// A schema with the given columns beside prediction and label.
  static func sample(
    _ task: Task, scored: Bool = true, features: [ColumnSchema] = []
  ) -> ModelSchema {
    let answers: ColumnKind =
      task == .regression
      ? .numeric(.withoutReference) : .categorical(Vocabulary(reference: ["0": 1, "1": 1]))
    var columns = features
    columns.append(ColumnSchema(name: "prediction", subject: .prediction, kind: answers))
    columns.append(ColumnSchema(name: "label", subject: .label, kind: answers))
    if task == .binary, scored {
      columns.append(
        ColumnSchema(name: "score", subject: .score, kind: .numeric(.withoutReference)))
    }
    return ModelSchema(
      task: task, positive: task == .binary ? "1" : nil, scoreIsProbability: scored,
      columns: columns, sliceAttributes: [])
  }
}

extension Profile {
  /// Labelled rows of a binary model.
  init(labels: [Int], predictions: [Int], scores: [Double]) {
    self.init()
    let profiler = OutcomeProfiler(schema: .sample(.binary))
    for (index, label) in labels.enumerated() {
      let row = LabelledPrediction(
        prediction: .category("\(predictions[index])"), score: .single(scores[index]),
        label: .category("\(label)"), delayDays: nil, slices: [.all])
      profiler.add(row, to: &outcome)
    }
    input.slices[.all] = .init(
      rows: labels.count, predictions: labels.count,
      positivePredictions: predictions.reduce(0, +))
  }

  /// Labelled rows of a regression model.
  init(labels: [Double], predictions: [Double]) {
    self.init()
    let profiler = OutcomeProfiler(schema: .sample(.regression))
    for (label, prediction) in zip(labels, predictions) {
      let row = LabelledPrediction(
        prediction: .number(prediction), score: nil, label: .number(label), delayDays: nil,
        slices: [.all])
      profiler.add(row, to: &outcome)
    }
    input.slices[.all] = .init(
      rows: labels.count, predictions: labels.count, positivePredictions: 0)
  }

  /// Rows of which only one feature matters.
  init(column: String, _ summary: ColumnSummary) {
    self.init()
    input.columns[column] = summary
    input.slices[.all] = .init(
      rows: summary.rowCount, predictions: summary.rowCount, positivePredictions: 0)
  }
}

extension ColumnSummary {
  static func numbers(
    _ values: [Double], anchors: NumericAnchors, missing: Int = 0, malformed: Int = 0
  ) -> ColumnSummary {
    var summary = NumericSummary()
    for value in values { summary.add(value, anchors: anchors) }
    summary.missing = missing
    summary.malformed = malformed
    return .numeric(summary)
  }

  static func categories(
    _ counts: [String: Int], vocabulary: Set<String>, missing: Int = 0
  ) -> ColumnSummary {
    var summary = CategoricalSummary()
    for (name, count) in counts { summary.add(name, times: count, vocabulary: vocabulary) }
    summary.missing = missing
    return .categorical(summary)
  }
}

extension ProfileMeasurer {
  /// All values by key.
  func table(of profile: Profile, against reference: Profile? = nil) -> [MetricKey: MetricValue] {
    let list = values(of: profile, against: reference, version: "", malformedRowCount: 0)
    return Dictionary(list.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// True when two numbers agree to twelve digits, which leaves room for sums in another order.
func agree(_ one: Double?, _ other: Double) -> Bool {
  guard let one else { return false }
  return (one - other).magnitude <= 1e-12 * max(1, other.magnitude)
}

/// True when two bounds agree to ten digits: quantiles of distributions are computed differently.
func agree(_ interval: Interval?, _ bounds: [Double]?) -> Bool {
  guard let interval, let bounds else { return interval == nil && bounds == nil }
  let size = 1e-10 * max(1, bounds[1].magnitude)
  return (interval.lower - bounds[0]).magnitude <= size
    && (interval.upper - bounds[1]).magnitude <= size
}
