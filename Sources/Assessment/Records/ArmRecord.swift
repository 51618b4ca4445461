package import Profiling
import Synchronization

/// Everything that was measured and judged for one arm in one period.
///
/// A copy shares what was measured.
package struct ArmRecord: Sendable {
  private let body: Body
  package internal(set) var firstValues: FirstValues

  package init(
    arm: Arm, period: Period, values: [MetricValue], findings: [Finding],
    distributions: [Distribution], rowCount: Int, labelCount: Int,
    maturities: [Slice: Maturity] = [:], groupComparisons: [GroupComparison] = [],
    firstPublished: [MetricKey: FirstPublished] = [:], firstValues: FirstValues? = nil,
    diagnostics: Diagnostics = .none
  ) {
    body = Body(
      arm: arm, period: period, values: values, findings: findings, distributions: distributions,
      rowCount: rowCount, labelCount: labelCount, maturities: maturities,
      groupComparisons: groupComparisons, diagnostics: diagnostics)
    self.firstValues = firstValues ?? FirstValues(firstPublished)
  }

  package var arm: Arm { body.arm }
  package var period: Period { body.period }
  /// Sorted by key; every metric that applies appears, with a value or a reason.
  package var values: [MetricValue] { body.values }
  /// One for each expectation that applies to this arm, in the order of the expectations.
  package var findings: [Finding] { body.findings }
  /// Current against reference, one for each feature, then prediction, score and label.
  package var distributions: [Distribution] { body.distributions }
  /// Rows of the period; 0 for an empty one.
  package var rowCount: Int { body.rowCount }
  /// Rows whose label has arrived.
  package var labelCount: Int { body.labelCount }
  /// How complete the labels of each slice are; without those that no label is expected for.
  package var maturities: [Slice: Maturity] { body.maturities }
  /// How the groups of each protected attribute compare, in the order of the configuration.
  package var groupComparisons: [GroupComparison] { body.groupComparisons }
  /// The curves and counts behind the figures of performance, for charts.
  package var diagnostics: Diagnostics { body.diagnostics }
  /// The worst status of all findings, drift counting for `watch` at most; `missing` for a period
  /// without rows.
  package var status: Status { body.status }
  /// What was published first of the performance figures; empty before the first publication.
  package var firstPublished: [MetricKey: FirstPublished] { firstValues.all }

  /// The metric value of a key, if the metric applies.
  package subscript(key: MetricKey) -> MetricValue? {
    body.place(of: key).map { body.values[$0] }
  }

  /// The verdict on the value of a key, if anything is expected of it; of several the first.
  package func finding(of key: MetricKey) -> Finding? {
    body.findingPlace(of: key).map { body.findings[$0] }
  }

  /// How complete the labels of all rows are; `nil` when none is expected, as in the reference.
  package var maturity: Maturity? { maturities[.all] }

  /// How complete the labels are that a figure rests on; `nil` for one that rests on none.
  ///
  /// The figures of a class, unlike those of a segment, rest on the labels of all rows.
  package func maturity(of key: MetricKey) -> Maturity? {
    key.metric.restsOnLabels ? maturities[key.slice] ?? maturity : nil
  }
}

extension ArmRecord {
  /// What was measured, which nothing changes any more.
  fileprivate final class Body: Sendable {
    let arm: Arm
    let period: Period
    let values: [MetricValue]
    let findings: [Finding]
    let distributions: [Distribution]
    let rowCount: Int
    let labelCount: Int
    let maturities: [Slice: Maturity]
    let groupComparisons: [GroupComparison]
    let diagnostics: Diagnostics
    let status: Status

    // Places are found out when one is asked for first: of most records of an archive nobody ever does.
    /// By metric, of values of all rows that are about no column: those that are asked for most.
    private let overall = Mutex<[Metric: Int]?>(nil)
    private let valuePlaces = Mutex<[MetricKey: Int]?>(nil)
    private let findingPlaces = Mutex<[MetricKey: Int]?>(nil)

    init(
      arm: Arm, period: Period, values: [MetricValue], findings: [Finding],
      distributions: [Distribution], rowCount: Int, labelCount: Int,
      maturities: [Slice: Maturity], groupComparisons: [GroupComparison], diagnostics: Diagnostics
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
      self.diagnostics = diagnostics
      status = rowCount == 0 ? .missing : findings.reportStatus
    }

    /// Where the value of a key stands.
    func place(of key: MetricKey) -> Int? {
      if key.isOverall {
        return Self.known(overall) {
          Self.first(
            values.enumerated().lazy.filter { $1.key.isOverall }.map { ($1.key.metric, $0) })
        }[key.metric]
      }
      return Self.known(valuePlaces) {
        Self.first(values.enumerated().lazy.map { ($1.key, $0) })
      }[key]
    }

    /// Where the verdict on a key stands.
    func findingPlace(of key: MetricKey) -> Int? {
      Self.known(findingPlaces) {
        Self.first(findings.enumerated().lazy.map { ($1.value.key, $0) })
      }[key]
    }

    private static func known<Places: Sendable>(
      _ places: borrowing Mutex<Places?>, find: () -> Places
    ) -> Places {
      places.withLock { known in
        if let known { return known }
        let found = find()
        known = found
        return found
      }
    }

    private static func first<Key>(_ places: some Sequence<(Key, Int)>) -> [Key: Int] {
      Dictionary(places, uniquingKeysWith: { first, _ in first })
    }
  }
}

extension MetricKey {
  fileprivate var isOverall: Bool { slice.isAll && feature == nil }
}
