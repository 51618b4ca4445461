import Assessment
import Profiling

/// Which metrics speak for a model, by its task.
enum KeyMetrics {
  /// Candidates in order of weight.
  static func performance(_ task: Task) -> [Metric] {
    switch task {
    case .binary:
      [
        .rocAuc, .accuracy, .precision, .recall, .f1, .brierScore, .logLoss,
        .expectedCalibrationError, .averagePrecision, .balancedAccuracy,
      ]
    case .multiclass: [.accuracy, .macroF1, .balancedAccuracy, .logLoss, .rocAucOvrMacro]
    case .regression:
      [
        .meanAbsoluteError, .rootMeanSquaredError, .meanError, .rSquared,
        .absoluteErrorQuantile90, .meanAbsolutePercentageError,
      ]
    }
  }
}

/// Which way a number moved, judged by the direction of its metric.
enum Movement: Sendable {
  case better, worse, changed, same

  init(_ metric: Metric, from before: Double, to now: Double) {
    let style = NumberStyle(metric)
    guard before != now, style.text(before) != style.text(now) else {
      self = .same
      return
    }
    let gain: Double? =
      switch metric.definition.direction {
      case .higherIsBetter: now - before
      case .lowerIsBetter: before - now
      case .zeroIsBest: before.magnitude - now.magnitude
      case .oneIsBest: (before - 1).magnitude - (now - 1).magnitude
      case .neutral: nil
      }
    guard let gain, gain != 0 else {
      self = .changed
      return
    }
    self = gain > 0 ? .better : .worse
  }

  var words: String? {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .changed, .same: nil
    }
  }
}
