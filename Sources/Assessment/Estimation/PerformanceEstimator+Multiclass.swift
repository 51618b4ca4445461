import Profiling
import Statistics

extension PerformanceEstimator {
  /// Accuracy over all rows, and each class against the rest under the slice `class=NAME`.
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
    let accuracy: Estimate
    if parts.count == classes.count, let expected = Self.accuracy(parts, total: Double(total)) {
      accuracy = estimate(.estimatedAccuracy, expected)
    } else {
      let reason = classes.isEmpty ? "the model has no score for each class" : "no rows"
      accuracy = .unavailable(
        obstacles.compactMap { $0 }.first ?? notEstimated(because: reason))
    }
    return [MetricValue(MetricKey(.estimatedAccuracy), accuracy, count: total)] + values
  }

  /// Σ over classes of the rows with that class predicted and right, ÷ rows.
  private static func accuracy(
    _ parts: [ExpectedOutcomes], total: Double
  ) -> ExpectedOutcomes.Expected? {
    guard total > 0 else { return nil }
    let hits = parts.reduce(0) { $0 + $1.truePositives }
    // Each row is predicted in one class only, so that the parts rest on different rows.
    let variance = parts.reduce(0) { sum, part in
      let error = part.standardError(part.cells.map { $0.predicted ? 1 / total : 0 })
      return sum + error * error
    }
    return ExpectedOutcomes.Expected(value: hits / total, standardError: variance.squareRoot())
  }
}
