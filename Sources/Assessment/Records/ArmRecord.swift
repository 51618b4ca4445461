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
  /// How complete the labels of each slice are; without those that no label is expected for.
  package let maturities: [Slice: Maturity]
  /// How the groups of each protected attribute compare, in the order of the configuration.
  package let groupComparisons: [GroupComparison]
  /// What was published first of the performance figures; empty before the first publication.
  package var firstPublished: [MetricKey: FirstPublished] { firstValues.all }
  package internal(set) var firstValues: FirstValues

  /// The curves and counts behind the figures of performance, for charts.
  package let diagnostics: Diagnostics

  private let index: [MetricKey: Int]

  package init(
    arm: Arm, period: Period, values: [MetricValue], findings: [Finding],
    distributions: [Distribution], rowCount: Int, labelCount: Int,
    maturities: [Slice: Maturity] = [:], groupComparisons: [GroupComparison] = [],
    firstPublished: [MetricKey: FirstPublished] = [:], firstValues: FirstValues? = nil,
    diagnostics: Diagnostics = .none
  ) {
    self.arm = arm
    self.period = period
    self.values = values
    self.findings = findings
    self.distributions = distributions
    self.rowCount = rowCount
    self.labelCount = labelCount
    self.maturities = maturities
    self.groupComparisons = groupComparisons
    self.firstValues = firstValues ?? FirstValues(firstPublished)
    self.diagnostics = diagnostics
    index = Dictionary(
      values.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The metric value of a key, if the metric applies.
  package subscript(key: MetricKey) -> MetricValue? {
    index[key].map { values[$0] }
  }

  /// How complete the labels of all rows are; `nil` when none is expected, as in the reference.
  package var maturity: Maturity? { maturities[.all] }

  /// How complete the labels are that a figure rests on; `nil` for one that rests on none.
  ///
  /// The figures of a class, unlike those of a segment, rest on the labels of all rows.
  package func maturity(of key: MetricKey) -> Maturity? {
    key.metric.restsOnLabels ? maturities[key.slice] ?? maturity : nil
  }

  /// The worst status of all findings, drift counting for `watch` at most; `missing` for a period
  /// without rows.
  package var status: Status {
    rowCount == 0 ? .missing : findings.reportStatus
  }
}
