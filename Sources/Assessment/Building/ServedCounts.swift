import Profiling

/// Counts of rows over all versions that answered in production in one period.
///
/// In the period in which one version takes over from another, each has a part of the rows. What is
/// expected of how many there are is about the service, so it is held against their sum.
struct ServedCounts {
  private let values: [MetricKey: MetricValue]

  /// - Parameter arms: All arms of a period with what was measured for each.
  init(_ arms: [(arm: Arm, values: KeyedValues)]) {
    let serving = arms.filter { $0.arm.stage == .production }
    guard serving.count > 1 else {
      values = [:]
      return
    }
    let sums = Metric.allCases.filter(\.isRowSum).compactMap { metric -> MetricValue? in
      MetricValue.sum(of: serving.compactMap { $0.values[MetricKey(metric)] })
    }
    values = Dictionary(sums.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a verdict on an arm is about: of a count of production the sum, else the arm's own value.
  func judged(_ value: MetricValue, of arm: Arm) -> MetricValue {
    arm.stage == .production ? values[value.key] ?? value : value
  }
}

extension Metric {
  /// True for counts of rows that add up over the versions that shared a period.
  var isRowSum: Bool { isRowCount && definition.unit == .count }
}

extension MetricValue {
  /// The sum of counts of one key; those without a value count nothing. `nil` where none has one.
  static func sum(of counts: [MetricValue]) -> MetricValue? {
    let known = counts.filter { $0.estimate.value != nil }
    guard let first = known.first else { return nil }
    return MetricValue(
      first.key,
      .value(known.compactMap(\.estimate.value).reduce(0, +), interval: nil),
      count: known.reduce(0) { $0 + $1.count })
  }
}

extension PeriodRecord {
  /// The arms whose answers were used: all of production; where there was none, the leading one.
  package var serving: [ArmRecord] {
    guard let leading, leading.arm.stage == .production else { return leading.map { [$0] } ?? [] }
    return arms.filter { $0.arm.stage == .production }
  }

  /// Rows that all of them answered.
  package var servedRowCount: Int { serving.reduce(0) { $0 + $1.rowCount } }

  /// A figure of what was served: of a count of all rows the sum over all versions in production,
  /// of everything else that of the leading arm.
  package func served(_ key: MetricKey) -> MetricValue? {
    guard key.metric.isRowSum, key.slice.isAll, key.feature == nil, serving.count > 1 else {
      return leading?[key]
    }
    return MetricValue.sum(of: serving.compactMap { $0[key] }) ?? leading?[key]
  }
}
