import Assessment
import Profiling

@testable import Publishing

/// A model of a few periods, judged by the real judge, for tests of what is said of it.
struct StoryFixture: Sendable {
  /// One period: how many rows and labels, and what was measured.
  struct Month: Sendable {
    var rows = 400
    var labels = 400
    /// Value and half the width of its interval, by key.
    var values: [MetricKey: (value: Double, half: Double?)] = [:]
    var reasons: [MetricKey: Unavailability] = [:]
    var significance: [MetricKey: Significance] = [:]
    var arm = Arm(version: "a", stage: .production)
    var promotions: [Promotion] = []
    /// Rows of other arms, of which nothing else is measured.
    var beside: [Arm: Int] = [:]
    /// Columns of answers and outcomes.
    var outputs: [String: Distribution.Subject] = [:]

    static func with(_ metric: Metric, _ value: Double, half: Double? = nil) -> Month {
      Month(values: [MetricKey(metric): (value, half)])
    }

    func with(
      _ metric: Metric, _ value: Double, half: Double? = nil, feature: String? = nil,
      slice: Slice = .all
    ) -> Month {
      var copy = self
      copy.values[MetricKey(metric, slice: slice, feature: feature)] = (value, half)
      return copy
    }
  }

  var id = "m"
  var title = "M"
  var kind = PeriodKind.month
  var task: Profiling.Task = .regression
  var unit: String?
  var comments: [Remark] = []
  var references: [ArmRecord] = []
  var referenceDays: ClosedRange<Day>?
  var expectations: [Expectation]
  var months: [Month]

  /// January 2024, or the period that contains its first day, and those after it.
  var model: ModelRecord {
    var period = Period(kind, containing: Day(year: 2024, month: 1, day: 1))
    var periods: [PeriodRecord] = []
    var before: ArmRecord?
    for month in months {
      let record = record(month, period, before)
      before = record
      periods.append(
        PeriodRecord(
          period: period, arms: [record] + others(month, period), comparisons: [],
          promotions: month.promotions, inputs: []))
      period = period.next
    }
    let identity = ModelIdentity(
      id: id, title: title, task: task, owner: nil, about: nil, periodKind: kind,
      timezone: "UTC", positive: nil, minimumRows: 30, suppressBelow: 10, protectedAttributes: [],
      labelUnit: unit)
    return ModelRecord(
      identity: identity, references: references, referenceInput: nil,
      referenceDays: referenceDays, periods: periods, unmatchedLabelCount: 0)
  }

  /// The last month with all before it.
  var context: ReportContext { context(at: months.count - 1) }

  func context(at index: Int) -> ReportContext {
    let model = model
    return ReportContext(
      model: model, index: index,
      history: ModelHistory(
        model, comments: RemarkBook(comments, today: nil, roles: Role.allCases)))
  }

  func story(_ role: Role?) -> ReportStory { ReportStory(context: context, role: role) }

  private func others(_ month: Month, _ period: Period) -> [ArmRecord] {
    month.beside.sorted { $0.key < $1.key }.map { arm, rows in
      let key = MetricKey(.rowCount)
      return ArmRecord(
        arm: arm, period: period,
        values: [MetricValue(key, .value(Double(rows), interval: nil), count: rows)],
        findings: [], distributions: [], rowCount: rows, labelCount: rows)
    }
  }

  private func record(_ month: Month, _ period: Period, _ before: ArmRecord?) -> ArmRecord {
    var values: [MetricKey: MetricValue] = [:]
    for (key, number) in month.values {
      let interval = number.half.map {
        Interval(lower: number.value - $0, upper: number.value + $0)
      }
      let isLabelled = key.metric.restsOnLabels
      values[key] = MetricValue(
        key, .value(number.value, interval: interval),
        count: isLabelled ? month.labels : month.rows)
    }
    for (key, reason) in month.reasons {
      values[key] = MetricValue(key, .unavailable(reason), count: 0)
    }
    let rows = MetricKey(.rowCount)
    values[rows] = MetricValue(rows, .value(Double(month.rows), interval: nil), count: month.rows)
    let judge = Assessment.Judge(minimumRows: 30)
    let findings = expectations.map { rule -> Finding in
      let value =
        values[rule.key]
        ?? MetricValue(
          rule.key, .unavailable(month.rows == 0 ? .noRows : .noLabels), count: 0)
      let verdict = judge.verdict(
        on: value, under: rule, significance: month.significance[rule.key])
      let run = before?.findings.first { $0.value.key == rule.key }?.periodsInARow ?? 0
      let isBad = verdict.status == .breach || verdict.status == .watch
      return Finding(
        value: value, expectation: rule, status: verdict.status, rule: verdict.rule,
        significance: month.significance[rule.key], periodsInARow: isBad ? run + 1 : 0)
    }
    let maturity = MaturityRule.standard.maturity(
      arrived: month.labels, expected: month.rows, of: period, asOf: nil)
    return ArmRecord(
      arm: month.arm, period: period, values: values.values.sorted { $0.key < $1.key },
      findings: findings,
      distributions: month.outputs.sorted { $0.key < $1.key }.map {
        Distribution(
          column: $0.key, subject: $0.value, bins: [], currentCount: month.rows,
          referenceCount: 1_000)
      }, rowCount: month.rows, labelCount: month.labels,
      maturities: maturity.map { [.all: $0] } ?? [:])
  }
}
