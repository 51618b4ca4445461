package import Assessment
package import Profiling

/// An expectation as the configuration states it, before it is known which columns exist.
package struct ExpectationPattern: Hashable, Sendable {
  /// What is expected to lie within limits.
  package struct Subject: Hashable, Sendable {
    package let metric: Metric
    /// Name of a column, or `*` for each column; `nil` for metrics that are not about a column.
    package let feature: String?
    package let slice: Slice
    /// Name of a protected attribute or intersection, as in ``Configuration/Protected/name``.
    package let attribute: String?
  }

  package let subject: Subject
  package let minimum: Double?
  package let maximum: Double?
  package let watchBelow: Double?
  package let watchAbove: Double?
  /// Line of the configuration.
  package let line: Int

  package var metric: Metric { subject.metric }
  package var feature: String? { subject.feature }
  package var slice: Slice { subject.slice }
  package var attribute: String? { subject.attribute }

  /// Whether the expectation is about the column `feature`; `nil` asks for the model as a whole.
  package func covers(feature: String?) -> Bool {
    self.feature == feature || (self.feature == "*" && feature != nil)
  }

  /// The expectation for one column, or for the model as a whole when `feature` is `nil`.
  ///
  /// One over an attribute gets the slice that names the attribute without a value.
  package func expectation(feature: String? = nil) -> Expectation {
    let overAttribute = attribute.map { name in
      Slice(
        parts: name.split(separator: " & ").map { Slice.Part(attribute: String($0), value: nil) })
    }
    return Expectation(
      metric, slice: overAttribute ?? slice, feature: feature, minimum: minimum, maximum: maximum,
      watchBelow: watchBelow, watchAbove: watchAbove, origin: .configured)
  }
}
