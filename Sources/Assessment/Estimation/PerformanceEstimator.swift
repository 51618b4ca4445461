import Profiling
import Statistics

/// Estimates how well one version does while the labels of its rows are missing.
///
/// It learns from the labelled rows of the version's reference once, and is then asked for period
/// after period. Every estimate that applies to the task has a value or says why there is none.
struct PerformanceEstimator: Sendable {
  /// The largest share of scores or predictions that may lie beyond what the reference has seen.
  static let toleratedShareBeyond = 0.05

  let schema: ModelSchema
  let settings: MeasureSettings
  /// By class, of a binary model for the positive one only.
  let calibrations: [String: ScoreCalibration]
  /// Of a regression model.
  let losses: LossModel?
  let reference: Profile?

  /// - Parameter chunks: The reference of the version, chunk by chunk; empty without one.
  init(schema: ModelSchema, settings: MeasureSettings, chunks: [Profile]) {
    self.schema = schema
    self.settings = settings
    let reference =
      chunks.isEmpty ? nil : chunks.reduce(into: Profile()) { $0.merge($1) }
    self.reference = reference
    var calibrations: [String: ScoreCalibration] = [:]
    if schema.scoreIsProbability, schema.task != .regression {
      for name in Self.scoredClasses(schema) {
        calibrations[name] = reference.flatMap { ScoreCalibration($0.scoresByLabel(of: name)) }
      }
    }
    self.calibrations = calibrations
    losses = reference.flatMap { LossModel(reference: $0, schema: schema) }
  }

  /// The classes that have a score of their own.
  static func scoredClasses(_ schema: ModelSchema) -> [String] {
    guard !schema.columns(of: .score).isEmpty else { return [] }
    return schema.task == .binary ? [schema.positive].compactMap { $0 } : schema.scoreClasses
  }

  /// The estimates for the rows of a period, all rows and for a model with several classes each
  /// class.
  func values(of profile: Profile) -> [MetricValue] {
    switch schema.task {
    case .binary: binary(profile.input)
    case .multiclass: multiclass(profile.input)
    case .regression: regression(profile.input)
    }
  }

  /// A value with its band, kept within what the metric can be.
  func estimate(_ metric: Metric, _ expected: ExpectedOutcomes.Expected) -> Estimate {
    let definition = metric.definition
    let bounds = (definition.lowest ?? -.infinity)...(definition.highest ?? .infinity)
    let reach = normalReach(confidence: settings.confidence) * expected.standardError
    return .value(
      expected.value, interval: .around(expected.value, reach: reach, within: bounds))
  }

  func notEstimated(because reason: String) -> Unavailability {
    .notApplicable(because: reason)
  }
}

// MARK: - Scores

extension PerformanceEstimator {
  private static let binaryMetrics: [Metric] = [
    .estimatedAccuracy, .estimatedBalancedAccuracy, .estimatedPrecision, .estimatedRecall,
    .estimatedF1, .estimatedRocAuc,
  ]

  private func binary(_ input: InputProfile) -> [MetricValue] {
    let name = schema.positive ?? ""
    let scores = input.answeredScores[name] ?? AnsweredScores()
    if let reason = obstacle(to: name, scores: scores, input: input) {
      return Self.binaryMetrics.map {
        MetricValue(MetricKey($0), .unavailable(reason), count: scores.total)
      }
    }
    guard let calibration = calibrations[name] else { return [] }
    return values(
      of: ExpectedOutcomes(scores, calibration: calibration), slice: .all, count: scores.total)
  }

  func values(of outcomes: ExpectedOutcomes, slice: Slice, count: Int) -> [MetricValue] {
    let list: [(Metric, ExpectedOutcomes.Expected?, String)] = [
      (.estimatedAccuracy, outcomes.accuracy, "no rows"),
      (.estimatedBalancedAccuracy, outcomes.balancedAccuracy, "only one class is expected"),
      (.estimatedPrecision, outcomes.precision, "nothing was predicted positive"),
      (.estimatedRecall, outcomes.recall, "no positive is expected"),
      (.estimatedF1, outcomes.f1, "no positive is predicted or expected"),
      (.estimatedRocAuc, outcomes.areaUnderCurve, "only one class is expected"),
    ]
    return list.map { metric, expected, reason in
      MetricValue(
        MetricKey(metric, slice: slice),
        expected.map { estimate(metric, $0) } ?? .unavailable(.undefined(because: reason)),
        count: count)
    }
  }

  /// Why nothing can be said of a class; `nil` when all conditions hold.
  func obstacle(
    to name: String, scores: AnsweredScores, input: InputProfile
  ) -> Unavailability? {
    guard !schema.columns(of: .score).isEmpty else {
      return notEstimated(because: "the model has no score")
    }
    guard schema.scoreIsProbability else {
      return notEstimated(because: "the score is no probability")
    }
    guard let reference else { return .noReference }
    guard let calibration = calibrations[name] else {
      return notEstimated(
        because: reference.outcome.labelCount == 0
          ? "the reference has no labels"
          : "the reference has no scored rows of both classes with their labels")
    }
    guard calibration.labelledCount >= settings.minimumRows else {
      return notEstimated(
        because: "the reference has only \(calibration.labelledCount) labelled rows with a score, "
          + "\(settings.minimumRows) needed")
    }
    guard input.rowCount > 0 else { return .noRows }
    if isOfEarlierVersion(scores, named: name, input: input) {
      return notEstimated(because: Self.countedEarlier)
    }
    guard scores.total > 0 else { return .noValues }
    guard scores.total >= settings.minimumRows else {
      return .tooFewRows(count: scores.total, minimum: settings.minimumRows)
    }
    let beyond = scores.count(outside: calibration.range)
    guard Double(beyond) <= Self.toleratedShareBeyond * Double(scores.total) else {
      return notEstimated(because: "the scores lie beyond what the reference has seen")
    }
    return nil
  }

  static let countedEarlier =
    "an earlier version of the program counted some rows without what it needs; "
    + "'broadsheet ingest --rebuild' counts them again"

  /// True when rows must have had prediction and score, but were not counted by both.
  private func isOfEarlierVersion(
    _ scores: AnsweredScores, named name: String, input: InputProfile
  ) -> Bool {
    let columns = schema.columns(of: .score)
    let position = schema.scoreClasses.firstIndex(of: name) ?? 0
    guard schema.scoreClasses.isEmpty, position < columns.count,
      let scored = input.columns[columns[position].name]?.count,
      let counts = input.slices[.all]
    else { return false }
    return scores.total < scored + counts.predictions - counts.rows
  }
}

extension AnsweredScores {
  /// Scores strictly outside a range.
  fileprivate func count(outside range: ClosedRange<Double>) -> Int {
    [predicted, others].reduce(0) { sum, counts in
      counts.entries.reduce(sum) { range.contains($1.value) ? $0 : $0 + $1.count }
    }
  }
}

extension Profile {
  /// The scores of one class on the labelled rows.
  fileprivate func scoresByLabel(of name: String) -> ScoresByLabel {
    switch outcome.slices[.all]?.outcomes {
    case .binary(let binary)?:
      ScoresByLabel(positives: binary.positiveScores, negatives: binary.negativeScores)
    case .multiclass(let multiclass)?:
      multiclass.rankings[name].map {
        ScoresByLabel(positives: $0.positives, negatives: $0.negatives)
      } ?? ScoresByLabel()
    default: ScoresByLabel()
    }
  }
}
