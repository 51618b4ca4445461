package import Profiling

/// Everything that was measured and judged for one arm in one period.
package struct ArmRecord: Sendable {
  package let arm: Arm
  package let period: Period
  /// Sorted by key; every metric that applies appears, with a value or a reason.
  package let values: [MetricValue]
  /// One for each expectation that applies to this arm, in the order of the expectations.
  package let findings: [Finding]
  /// Current against reference, one for each feature, then prediction, score and label.
  package let distributions: [Distribution]
  /// Rows of the period; 0 for an empty one.
  package let rowCount: Int
  /// Rows whose label has arrived.
  package let labelCount: Int

  private let index: [MetricKey: Int]

  package init(
    arm: Arm, period: Period, values: [MetricValue], findings: [Finding],
    distributions: [Distribution], rowCount: Int, labelCount: Int
  ) {
    self.arm = arm
    self.period = period
    self.values = values
    self.findings = findings
    self.distributions = distributions
    self.rowCount = rowCount
    self.labelCount = labelCount
    index = Dictionary(
      values.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The metric value of a key, if the metric applies.
  package subscript(key: MetricKey) -> MetricValue? {
    index[key].map { values[$0] }
  }

  /// The worst status of all findings, drift counting for `watch` at most; `missing` for a period
  /// without rows.
  package var status: Status {
    rowCount == 0 ? .missing : findings.reportStatus
  }
}
