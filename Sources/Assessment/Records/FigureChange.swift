package import Profiling

/// A figure of a period that is no longer what a report said before.
package struct FigureChange: Hashable, Sendable, Codable {
  package let metric: Metric
  package let slice: Slice
  /// Name of the column that the metric is about; `nil` when it is about the model as a whole.
  package let feature: String?
  package let version: String
  package let stage: Stage
  /// `nil` where there was no value.
  package let before: Double?
  /// `nil` where there is none now.
  package let after: Double?

  package init(
    metric: Metric, slice: Slice, feature: String?, version: String, stage: Stage,
    before: Double?, after: Double?
  ) {
    self.metric = metric
    self.slice = slice
    self.feature = feature
    self.version = version
    self.stage = stage
    self.before = before
    self.after = after
  }

  package var key: MetricKey { MetricKey(metric, slice: slice, feature: feature) }
}

/// Why a report is no longer what it was, found by comparing, not declared.
package enum RevisionCause: Hashable, Sendable, Codable {
  /// Labels arrived: rows with a label before and after.
  case labels(before: Int, after: Int)
  /// Predictions arrived: rows before and after.
  case predictions(before: Int, after: Int)
  /// Figures that rest on labels moved although no label arrived.
  case correctedLabels
  case configuration
  /// Versions of the program before and after.
  case program(before: String, after: String)
  /// Figures of the period changed, the number of its rows and labels did not: rows that were read
  /// before came again, for example.
  case otherInput
  /// No figure of the period changed: words did, or figures of other periods and models.
  case elsewhere
  /// What was published before could not be read, so nothing can be compared.
  case unknown
}
