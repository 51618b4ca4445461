import Profiling

/// What a figure of a group rests on; what a layer hides, the next one hides as well.
enum DisclosureLayer: Int, CaseIterable {
  /// All people of the group, or those with a prediction.
  case people
  /// Those whose label has come.
  case labels
  /// Those with one answer or one label, such as all whose label is positive.
  case outcomes

  init(_ metric: Metric) {
    switch metric {
    case .labelCount, .labelCoverage, .labelDelayDaysP50, .accuracy, .logLoss, .brierScore,
      .expectedCalibrationError, .accuracyDifference, .meanErrorDifference,
      .meanAbsoluteErrorRatio:
      self = .labels
    default:
      let definition = metric.definition
      if definition.family == .regression {
        self = .labels
      } else {
        self = metric.restsOnLabels ? .outcomes : .people
      }
    }
  }

  /// The people that a value of a group counts, for the layer of its metric; `nil` for one that
  /// says nothing of their number.
  static func size(_ value: MetricValue) -> Int? {
    switch value.key.metric {
    case .rowCount, .labelCount: value.estimate.value.map { Int($0) } ?? value.count
    // Their rows are counted by other metrics already.
    case .labelCoverage: nil
    default: value.count
    }
  }
}
