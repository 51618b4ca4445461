extension Metric {
  /// The metrics that are measured so far; an expectation on another one waits for its measure.
  package static let measured: Set<Metric> = Set(allCases)
}
