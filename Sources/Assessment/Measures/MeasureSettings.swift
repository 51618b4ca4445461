package import Statistics

/// What the owner of a model decided about measuring it.
package struct MeasureSettings: Sendable {
  /// Fewer rows give a figure without a verdict.
  package let minimumRows: Int
  /// Confidence of every interval.
  package let confidence: ConfidenceLevel
  /// Whether the log tells failed requests; without the column there is no share of them.
  package let hasErrorColumn: Bool
  /// Whether the log tells response times.
  package let hasLatencyColumn: Bool
  /// Which distances are computed as another tool does.
  package let compatibility: Compatibility
  /// Whose choice of drift measures holds; `nil` for our own.
  package let driftPolicy: DriftPolicy?
  /// Which groups are compared, and what is good for a person.
  package let fairness: FairnessSettings

  package init(
    minimumRows: Int, confidence: ConfidenceLevel = .percent95, hasErrorColumn: Bool = false,
    hasLatencyColumn: Bool = false, compatibility: Compatibility = .catalogue,
    driftPolicy: DriftPolicy? = nil, fairness: FairnessSettings = .none
  ) {
    self.minimumRows = minimumRows
    self.confidence = confidence
    self.hasErrorColumn = hasErrorColumn
    self.hasLatencyColumn = hasLatencyColumn
    self.compatibility = compatibility
    self.driftPolicy = driftPolicy
    self.fairness = fairness
  }
}
