/// How far a value is from that of the reference.
package struct Effect: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case better, worse, same
    /// Different, where neither way is good by itself.
    case changed
  }

  /// The reference's own value of the same metric; `nil` for a distance, which is measured from the
  /// reference, and where the reference has none.
  package let reference: Double?
  /// Value minus reference; for a distance the distance itself.
  package let size: Double
  package let outcome: Outcome

  package init(reference: Double?, size: Double, outcome: Outcome) {
    self.reference = reference
    self.size = size
    self.outcome = outcome
  }

  /// - Returns: `nil` without a value, or without a reference to compare it with.
  init?(of value: MetricValue, reference: MetricValue?) {
    guard let number = value.estimate.value else { return nil }
    let metric = value.key.metric
    if metric.isDistance {
      self.reference = nil
      size = number
      outcome = number == 0 ? .same : .changed
      return
    }
    guard let base = reference?.estimate.value else { return nil }
    self.reference = base
    size = number - base
    let gain = metric.definition.direction.gain(from: base, to: number)
    outcome =
      number == base ? .same : gain.map { $0 > 0 ? .better : $0 < 0 ? .worse : .same } ?? .changed
  }
}

extension MetricDefinition.Direction {
  /// How much nearer to its best a value has come: positive for better, negative for worse; `nil`
  /// where neither way is good.
  func gain(from old: Double, to new: Double) -> Double? {
    switch self {
    case .higherIsBetter: new - old
    case .lowerIsBetter: old - new
    case .zeroIsBest: old.magnitude - new.magnitude
    case .oneIsBest: (old - 1).magnitude - (new - 1).magnitude
    case .neutral: nil
    }
  }
}

extension Metric {
  /// True for the metrics that say how far one column is from the reference, for which chance alone
  /// gives a value above 0.
  package var isDistance: Bool {
    definition.family == .drift && definition.scope == .feature && definition.unit != .pValue
  }
}
