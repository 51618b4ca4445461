package import Profiling

/// One line of the export: a metric value with everything that says what it is about.
package struct MetricRow: Sendable {
  package let model: String
  package let arm: Arm
  /// `nil` for the reference.
  package let period: Period?
  package let value: MetricValue
  /// How it stands against its expectation; `nil` where nothing is expected of it.
  package let status: Status?
  /// How complete the labels are that the value rests on; `nil` where it rests on none.
  package let maturity: Maturity?
  /// What was published first; `nil` before the first publication.
  package let first: FirstPublished?
  /// Why value, interval and count are kept back; `nil` where they are not.
  package var withheldBecause: String? {
    value.estimate.isWithheld ? value.estimate.reason?.description : nil
  }

  init(
    model: String, arm: Arm, period: Period?, value: MetricValue, status: Status?,
    maturity: Maturity? = nil, first: FirstPublished? = nil
  ) {
    self.model = model
    self.arm = arm
    self.period = period
    self.value = value
    self.status = status
    self.maturity = maturity
    self.first = first
  }

  /// Names of the columns, in order; part of the contract with other programs.
  package static let columns = [
    "model", "version", "stage", "period", "period_start", "period_end", "slice", "feature",
    "metric", "value", "lower", "upper", "count", "status", "reason", "labels_arrived",
    "labels_expected", "maturity", "first_value", "first_published",
  ]

  /// The cells of one line; numbers as such, so that each format writes them its own way.
  package var cells: [Cell] {
    let key = value.key
    let estimate = value.estimate
    let numbers: [Cell] =
      withheldBecause == nil
      ? [
        .number(estimate.value), .number(estimate.interval?.lower),
        .number(estimate.interval?.upper), .number(Double(value.count)),
      ] : [Cell](repeating: .number(nil), count: 4)
    let about: [Cell] = [
      .text(model), .text(arm.version), .text(arm.stage.rawValue),
      .text(period?.description ?? "reference"), .text(period?.start.description ?? ""),
      .text(period?.end.description ?? ""), .text(key.slice.description),
      .text(key.feature ?? ""), .text(key.metric.rawValue),
    ]
    return about + numbers + [
      .text(status?.rawValue ?? ""),
      .text(withheldBecause ?? estimate.reason?.description ?? ""),
    ] + labels + firstValue
  }

  private var labels: [Cell] {
    // The labels of a small group are kept back with its figures.
    guard withheldBecause == nil else { return [.number(nil), .number(nil), .text("")] }
    return [
      .number(maturity.map { Double($0.labelsArrived) }),
      .number(maturity.map { Double($0.labelsExpected) }),
      .text(maturity?.state.rawValue ?? ""),
    ]
  }

  private var firstValue: [Cell] {
    guard withheldBecause == nil else { return [.number(nil), .text("")] }
    return [.number(first?.value), .text(first?.day.description ?? "")]
  }

  package enum Cell: Sendable, Equatable {
    case text(String)
    /// `nil` where there is none.
    case number(Double?)
  }
}

extension ModelRecord {
  /// The rows of the reference.
  package var referenceRows: [MetricRow] {
    references.flatMap { rows(of: $0, period: nil) }
  }

  /// The rows of one period: production first, then by version.
  package func rows(of record: PeriodRecord) -> [MetricRow] {
    record.arms.flatMap { rows(of: $0, period: record.period) }
  }

  /// The rows of one arm, in the order of its values.
  ///
  /// - Parameter period: `nil` for the reference, of which nothing is expected.
  package func rows(of arm: ArmRecord, period: Period?) -> [MetricRow] {
    let judged = Dictionary(
      arm.findings.map { ($0.value.key, $0.status) },
      uniquingKeysWith: { $0.severity >= $1.severity ? $0 : $1 })
    let first = arm.firstPublished
    return arm.values.map { value in
      MetricRow(
        model: identity.id, arm: arm.arm, period: period, value: value,
        status: period == nil
          ? nil : judged[value.key] ?? statusWithoutExpectation(of: value),
        maturity: arm.maturity(of: value.key), first: first[value.key])
    }
  }

  /// A value that nothing is expected of still says when there is too little to judge by.
  private func statusWithoutExpectation(of value: MetricValue) -> Status? {
    if value.estimate.isWithheld { return nil }
    let judge = Judge(minimumRows: identity.minimumRows)
    let status = judge.status(
      of: value,
      under: Expectation(
        value.key.metric, slice: value.key.slice, feature: value.key.feature, origin: .convention))
    return status == .ok ? nil : status
  }
}
