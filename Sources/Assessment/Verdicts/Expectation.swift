package import Profiling

/// What somebody agreed a metric should be.
///
/// A value inside `minimum…maximum` is accepted; beyond `watchBelow` or `watchAbove` it deserves a
/// look before it gets there.
package struct Expectation: Hashable, Sendable {
  /// Where an expectation comes from.
  package enum Origin: Hashable, Sendable {
    /// Written in the configuration.
    case configured
    /// Derived from the spread of the metric over chunks of the reference.
    case referenceChunks(count: Int)
    /// A cut-off that is usual in the field.
    case convention
  }

  package let metric: Metric
  package let slice: Slice
  /// One column, or `nil` for metrics that are not about a column.
  package let feature: String?
  package let minimum: Double?
  package let maximum: Double?
  package let watchBelow: Double?
  package let watchAbove: Double?
  package let origin: Origin

  package init(
    _ metric: Metric, slice: Slice = .all, feature: String? = nil,
    minimum: Double? = nil, maximum: Double? = nil,
    watchBelow: Double? = nil, watchAbove: Double? = nil,
    origin: Origin
  ) {
    self.metric = metric
    self.slice = slice
    self.feature = feature
    self.minimum = minimum
    self.maximum = maximum
    self.watchBelow = watchBelow
    self.watchAbove = watchAbove
    self.origin = origin
  }

  package var key: MetricKey { MetricKey(metric, slice: slice, feature: feature) }
}
