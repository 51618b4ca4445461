import Profiling
import Statistics

extension PerformanceEstimator {
  /// Accuracy and averages over the classes for all rows, and each class against the rest under the
  /// slice `class=NAME`.
  ///
  /// The probability of each class is calibrated for itself. The calibrated probabilities of a row
  /// are not scaled to sum to 1, which would need all of them together; calibration makes their sum
  /// 1 on average.
  func multiclass(_ input: InputProfile) -> [MetricValue] {
    let classes = Self.scoredClasses(schema)
    let scores = classes.map { input.answeredScores[$0] ?? AnsweredScores() }
    let total = scores.first?.total ?? 0
    let obstacles = zip(classes, scores).map { obstacle(to: $0, scores: $1, input: input) }
    var parts: [ExpectedOutcomes] = []
    var values: [MetricValue] = []
    for (name, classScores) in zip(classes, scores) {
      guard obstacles.allSatisfy({ $0 == nil }), let calibration = calibrations[name] else { break }
      let outcomes = ExpectedOutcomes(classScores, calibration: calibration)
      parts.append(outcomes)
      // Accuracy of one class against the rest is no measure that the labels will show.
      values += self.values(
        of: outcomes, slice: .where("class", name), count: classScores.total
      ).filter { $0.key.metric != .estimatedAccuracy }
    }
    let isComplete = !parts.isEmpty && parts.count == classes.count && total > 0
    let reason =
      obstacles.compactMap { $0 }.first
      ?? notEstimated(because: classes.isEmpty ? Self.noScores : "no rows")
    let overall = isComplete ? averages(of: parts, total: Double(total)) : [:]
    return Self.averaged.map { metric in
      MetricValue(MetricKey(metric), overall[metric] ?? .unavailable(reason), count: total)
    } + values
  }

  private static let noScores = "the model has no score for each class"

  /// What is estimated over all rows and classes.
  private static let averaged: [Metric] = [
    .estimatedAccuracy, .estimatedBalancedAccuracy, .estimatedMacroPrecision,
    .estimatedMacroRecall, .estimatedMacroF1, .estimatedWeightedF1, .estimatedRocAucOvrMacro,
  ]

  private func averages(of parts: [ExpectedOutcomes], total: Double) -> [Metric: Estimate] {
    var estimates: [Metric: Estimate] = [
      .estimatedAccuracy: estimate(.estimatedAccuracy, Self.accuracy(parts, total: total))
    ]
    for (metric, expected, reason) in ClassAverages(parts: parts).all {
      estimates[metric] =
        expected.map { estimate(metric, $0) } ?? .unavailable(.undefined(because: reason))
    }
    return estimates
  }

  /// Σ over classes of the rows with that class predicted and right, ÷ rows.
  private static func accuracy(
    _ parts: [ExpectedOutcomes], total: Double
  ) -> ExpectedOutcomes.Expected {
    let hits = parts.reduce(0) { $0 + $1.truePositives }
    // Each row is predicted in one class only, so that the parts rest on different rows.
    let variance = parts.reduce(0) { sum, part in
      let error = part.standardError(part.cells.map { $0.predicted ? 1 / total : 0 })
      return sum + error * error
    }
    return ExpectedOutcomes.Expected(value: hits / total, standardError: variance.squareRoot())
  }
}
