import Assessment
import Profiling

/// Builds arms from numbers, and judges them by the plainest reading of an expectation.
struct Judge {
  let expectations: [Expectation]
  let minimumRows: Int

  func findings(
    _ values: [MetricKey: MetricValue], rowCount: Int, before: ArmRecord?
  ) -> [Finding] {
    expectations.map { rule in
      let value =
        values[rule.key]
        ?? MetricValue(rule.key, .unavailable(rowCount == 0 ? .noRows : .noLabels), count: 0)
      let status = status(value, rule)
      let run = before?.findings.first { $0.value.key == rule.key }?.periodsInARow ?? 0
      let isBad = status == .breach || status == .watch
      return Finding(
        value: value, expectation: rule, status: status, periodsInARow: isBad ? run + 1 : 0)
    }
  }

  private func status(_ value: MetricValue, _ rule: Expectation) -> Status {
    guard let number = value.estimate.value else {
      if case .tooFewRows = value.estimate.reason { return .insufficient }
      return .missing
    }
    if let minimum = rule.minimum, number < minimum { return .breach }
    if let maximum = rule.maximum, number > maximum { return .breach }
    if let watch = rule.watchBelow, number < watch { return .watch }
    if let watch = rule.watchAbove, number > watch { return .watch }
    return .ok
  }
}

/// Collects the values of one arm.
struct ArmBuilder {
  let arm: Arm
  let period: Period
  var rows: Int
  var labels: Int
  var distributions: [Distribution] = []
  /// What was published first of some figures over all rows.
  var firstPublished: [Metric: FirstPublished] = [:]
  var values: [MetricKey: MetricValue] = [:]

  init(_ version: String, _ stage: Stage, _ period: Period, rows: Int, labels: Int) {
    arm = Arm(version: version, stage: stage)
    self.period = period
    self.rows = rows
    self.labels = labels
    set(.rowCount, Double(rows), count: rows)
    set(.labelCount, Double(labels), count: rows)
    if rows > 0 { set(.labelCoverage, Double(labels) / Double(rows), count: rows) }
  }

  mutating func set(
    _ metric: Metric, _ value: Double, half: Double? = nil, slice: Slice = .all,
    feature: String? = nil, count: Int
  ) {
    let key = MetricKey(metric, slice: slice, feature: feature)
    let interval = half.map { Interval(lower: value - $0, upper: value + $0) }
    values[key] = MetricValue(key, .value(value, interval: interval), count: count)
  }

  mutating func lack(
    _ metric: Metric, _ reason: Unavailability, slice: Slice = .all, feature: String? = nil,
    count: Int = 0
  ) {
    let key = MetricKey(metric, slice: slice, feature: feature)
    values[key] = MetricValue(key, .unavailable(reason), count: count)
  }

  func record(_ judge: Judge? = nil, before: ArmRecord? = nil) -> ArmRecord {
    ArmRecord(
      arm: arm, period: period, values: values.values.sorted { $0.key < $1.key },
      findings: judge?.findings(values, rowCount: rows, before: before) ?? [],
      distributions: distributions, rowCount: rows, labelCount: labels, maturities: maturities,
      firstPublished: Dictionary(
        uniqueKeysWithValues: firstPublished.map { (MetricKey($0.key), $0.value) }))
  }

  /// Every slice has its share of the labels.
  private var maturities: [Slice: Maturity] {
    var maturities: [Slice: Maturity] = [:]
    for value in values.values where value.key.metric == .rowCount {
      let count = Int(value.estimate.value ?? 0)
      maturities[value.key.slice] = MaturityRule.standard.maturity(
        arrived: rows == 0 ? 0 : count * labels / rows, expected: count, of: period, asOf: nil)
    }
    return maturities
  }
}

/// The same row of a comparison from two numbers.
func comparisonRow(
  _ metric: Metric, production: Double, other: Double, outcome: ArmComparison.Outcome,
  count: Int = 900
) -> ArmComparison.Row {
  let key = MetricKey(metric)
  return ArmComparison.Row(
    key: key, production: MetricValue(key, .value(production, interval: nil), count: count),
    other: MetricValue(key, .value(other, interval: nil), count: count),
    difference: other - production, outcome: outcome)
}
