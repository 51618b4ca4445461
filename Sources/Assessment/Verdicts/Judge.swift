import Profiling

/// Holds metric values against expectations.
package struct Judge: Sendable {
  private let minimumRows: Int
  private let evidence: EvidenceRule

  package init(minimumRows: Int, evidence: EvidenceRule = .interval) {
    self.minimumRows = minimumRows
    self.evidence = evidence
  }

  /// The status of one value under one expectation.
  ///
  /// No value because there are no rows or labels is `missing`; a value from fewer rows than the
  /// minimum, or one that is undefined for so few, is `insufficient`. Otherwise the limits decide,
  /// and only on the side on which they stand: a value beyond no limit is never a fault.
  package func status(of value: MetricValue, under expectation: Expectation) -> Status {
    guard let estimate = value.estimate.value else {
      switch value.estimate.reason {
      case .tooFewRows, .oneClass, .undefined: return .insufficient
      default: return .missing
      }
    }
    // Counts of rows are their own evidence: few rows is what they are there to tell.
    if value.count < minimumRows, !value.key.metric.isRowCount { return .insufficient }
    if let minimum = expectation.minimum, estimate < minimum {
      return isBeyond(value.estimate.interval.map { $0.upper < minimum }) ? .breach : .watch
    }
    if let maximum = expectation.maximum, estimate > maximum {
      return isBeyond(value.estimate.interval.map { $0.lower > maximum }) ? .breach : .watch
    }
    if let bound = expectation.watchBelow, estimate < bound { return .watch }
    if let bound = expectation.watchAbove, estimate > bound {
      // A distance grows with chance alone when rows are few; only what is beyond chance counts.
      let isDrift = value.key.metric.definition.family == .drift
      return isDrift && !isBeyond(value.estimate.interval.map { $0.lower > bound }) ? .ok : .watch
    }
    return .ok
  }

  /// - Parameter certain: Whether the interval lies beyond the limit; `nil` without an interval.
  private func isBeyond(_ certain: Bool?) -> Bool {
    evidence == .point || certain ?? true
  }
}

extension Metric {
  /// True for the metrics that count rows, for which few rows is the message itself.
  var isRowCount: Bool {
    switch self {
    case .rowCount, .labelCount, .labelCoverage, .duplicateIdCount, .malformedRowCount,
      .requestCount:
      true
    default: false
    }
  }
}
