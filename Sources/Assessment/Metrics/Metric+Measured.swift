extension Metric {
  /// The metrics that are measured so far; an expectation on another one waits for its measure.
  package static let measured: Set<Metric> = Set(
    allCases.filter { metric in
      switch metric.definition.family {
      case .volume, .quality, .operations, .regression, .estimated: true
      case .drift: metric != .driftedFeatureShare
      case .classification: !notYet.contains(metric)
      case .fairness: false
      }
    })

  private static let notYet: Set<Metric> = [.expectedCalibrationError]
}
