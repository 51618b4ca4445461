import Profiling

/// Compares two arms on the days that they share.
struct ArmComparer {
  let measurer: ProfileMeasurer
  let source: any ProfileSource

  /// The comparison over the days of `range` on which both answered; `nil` when there is none.
  ///
  /// Days that only one of them has are left out, because another day is other traffic.
  func comparison(
    of other: Arm, with production: Arm, in range: Range<Day>
  ) throws -> ArmComparison? {
    let shared = sharedDays(of: other, with: production, in: range)
    guard let first = shared.first, let last = shared.last else { return nil }
    let ours = try performance(of: production, on: shared)
    let theirs = try performance(of: other, on: shared)
    let rows = ours.compactMap { value in
      theirs[value.key].flatMap { Self.row(production: value, other: $0) }
    }
    guard !rows.isEmpty else { return nil }
    return ArmComparison(
      production: production, other: other, firstDay: first, lastDay: last,
      dayCount: shared.count, rows: rows)
  }

  func sharedDays(of other: Arm, with production: Arm, in range: Range<Day>) -> [Day] {
    let days = Set(source.daysByArm[production] ?? [])
    return (source.daysByArm[other] ?? []).filter { range.contains($0) && days.contains($0) }
  }

  private func performance(
    of arm: Arm, on days: [Day]
  ) throws -> KeyedValues {
    let profile = try source.profile(of: arm, on: days)
    let values = measurer.performance(of: profile, slice: .all)
    return KeyedValues(values)
  }

  private static func row(production: MetricValue, other: MetricValue) -> ArmComparison.Row? {
    guard let ours = production.estimate.value, let theirs = other.estimate.value else {
      return nil
    }
    return ArmComparison.Row(
      key: production.key, production: production, other: other, difference: theirs - ours,
      outcome: outcome(of: production.key.metric, production: ours, other: theirs))
  }

  private static func outcome(
    of metric: Metric, production: Double, other: Double
  ) -> ArmComparison.Outcome {
    let gain: Double
    switch metric.definition.direction {
    case .higherIsBetter: gain = other - production
    case .lowerIsBetter: gain = production - other
    case .zeroIsBest: gain = production.magnitude - other.magnitude
    case .oneIsBest: gain = (production - 1).magnitude - (other - 1).magnitude
    case .neutral: gain = 0
    }
    return gain > 0 ? .better : gain < 0 ? .worse : .even
  }
}

/// Metric values in order, found by key.
struct KeyedValues {
  private let values: [MetricValue]
  private let byKey: [MetricKey: MetricValue]

  init(_ values: [MetricValue]) {
    self.values = values.sorted { $0.key < $1.key }
    byKey = Dictionary(values.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(key: MetricKey) -> MetricValue? { byKey[key] }

  func compactMap<Result>(_ transform: (MetricValue) -> Result?) -> [Result] {
    values.compactMap(transform)
  }
}
