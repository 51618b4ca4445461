extension Metric {
  /// The metrics that are measured so far; an expectation on another one waits for its measure.
  package static let measured: Set<Metric> = Set(
    allCases.filter { metric in
      switch metric.definition.family {
      case .volume, .quality, .drift, .operations, .regression, .classification, .estimated: true
      case .fairness: false
      }
    })
}
