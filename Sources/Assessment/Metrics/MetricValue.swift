package import Profiling

/// Which number is meant: a metric, the rows it is about and, where it has one, its feature.
package struct MetricKey: Hashable, Sendable, Comparable {
  package let metric: Metric
  package let slice: Slice
  /// Name of the column that the metric is about; `nil` when it is about the model as a whole.
  package let feature: String?

  package init(_ metric: Metric, slice: Slice = .all, feature: String? = nil) {
    self.metric = metric
    self.slice = slice
    self.feature = feature
  }

  /// All rows before slices, then feature, then the catalogue's order of metrics.
  package static func < (left: MetricKey, right: MetricKey) -> Bool {
    if left.slice != right.slice { return left.slice < right.slice }
    if left.feature != right.feature { return (left.feature ?? "") < (right.feature ?? "") }
    return left.metric < right.metric
  }
}

/// Bounds between which a quantity lies with the stated confidence, 95 % throughout.
package struct Interval: Hashable, Sendable {
  package let lower: Double
  package let upper: Double

  package init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// Why a metric has no value.
package enum Unavailability: Hashable, Sendable {
  /// No row in the period.
  case noRows
  /// Rows, but none with a label yet.
  case noLabels
  /// Fewer rows than the configured minimum.
  case tooFewRows(count: Int, minimum: Int)
  /// There is no reference, or it lacks the column.
  case noReference
  /// Every value of the column is missing.
  case noValues
  /// Rows were read before anybody asked for the column within the slice: only `counted` of its
  /// `rows` rows are known by their values.
  case notCounted(counted: Int, rows: Int)
  /// Only one class occurs, so that ranking or correlation is undefined.
  case oneClass
  /// The formula would divide by zero.
  case undefined(because: String)
  /// The model lacks what the metric needs, such as a score.
  case notApplicable(because: String)
  /// Measured, but not for the readers of a publication.
  case withheld(Withholding)
}

/// Why a figure is kept back from a publication.
package enum Withholding: Hashable, Sendable {
  /// It is about fewer people than may be published.
  case smallGroup(below: Int)
  /// With it the figure of such a group could be computed.
  case protectsSmallGroup(below: Int)
}

extension Unavailability: CustomStringConvertible {
  /// A short clause for tables and for the column `reason` of the export.
  package var description: String {
    switch self {
    case .noRows: "no rows"
    case .noLabels: "no labels yet"
    case .tooFewRows(let count, let minimum): "only \(count) rows, \(minimum) needed"
    case .noReference: "no reference"
    case .noValues: "no values"
    case .notCounted(let counted, let rows):
      (counted == 0 ? "not counted within the slice" : "only \(counted) of \(rows) rows counted")
        + " when the rows were read; 'broadsheet ingest --rebuild' counts them"
    case .oneClass: "only one class occurs"
    case .undefined(let because), .notApplicable(let because): because
    case .withheld(.smallGroup(let threshold)): "group of fewer than \(threshold) rows"
    case .withheld(.protectsSmallGroup(let threshold)):
      "kept back, as it would tell of a group of fewer than \(threshold) rows"
    }
  }
}

/// A number with its interval, or the reason why there is none.
package enum Estimate: Hashable, Sendable {
  case value(Double, interval: Interval?)
  case unavailable(Unavailability)

  /// The point estimate, if there is one.
  package var value: Double? {
    if case .value(let value, _) = self { value } else { nil }
  }

  package var interval: Interval? {
    if case .value(_, let interval) = self { interval } else { nil }
  }

  package var reason: Unavailability? {
    if case .unavailable(let reason) = self { reason } else { nil }
  }

  /// Why the figure is kept back; `nil` for one that is not.
  package var withholding: Withholding? {
    if case .unavailable(.withheld(let reason)) = self { reason } else { nil }
  }

  package var isWithheld: Bool { withholding != nil }
}

/// One measured quantity of one arm and period.
package struct MetricValue: Hashable, Sendable {
  package let key: MetricKey
  package let estimate: Estimate
  /// Number of rows that the estimate rests on: the denominator of a share, the labelled rows of a
  /// performance figure, the values that are not missing of a distance.
  package let count: Int

  package init(_ key: MetricKey, _ estimate: Estimate, count: Int) {
    self.key = key
    self.estimate = estimate
    self.count = count
  }
}
