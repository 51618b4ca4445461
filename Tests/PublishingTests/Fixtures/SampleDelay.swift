import Assessment
import Profiling

/// A regression over thirty weeks, in which a version leaves the shadow and takes over.
enum SampleDelay {
  static let identity = ModelIdentity(
    id: "flights", title: "Arrival delay", task: .regression, owner: nil, about: nil,
    periodKind: .week, timezone: "America/New_York", positive: nil, minimumRows: 30,
    suppressBelow: 10, protectedAttributes: [])

  static let change = Day(year: 2013, month: 8, day: 31)

  static let model: ModelRecord = {
    let rules = [
      Expectation(.meanAbsoluteError, maximum: 15, watchAbove: 14, origin: .configured),
      Expectation(.rowCount, minimum: 1_000, origin: .configured),
      Expectation(.errorShare, maximum: 0.01, origin: .convention),
      Expectation(
        .psi, feature: "departure_delay", maximum: 0.25, watchAbove: 0.1, origin: .convention),
    ]
    let judge = Judge(expectations: rules, minimumRows: 30)
    var period = Period(.week, containing: Day(year: 2013, month: 4, day: 1))
    var periods: [PeriodRecord] = []
    var before: ArmRecord?
    for index in 0..<30 {
      let record = week(index, period, judge, before)
      before = record.leading
      periods.append(record)
      period = period.next
    }
    return ModelRecord(
      identity: identity, references: [reference], referenceInput: nil, periods: periods,
      unmatchedLabelCount: 0)
  }()

  private static var reference: ArmRecord {
    let start = Period(.week, containing: Day(year: 2013, month: 1, day: 1))
    var arm = ArmBuilder("ridge-1", .production, start, rows: 20_000, labels: 20_000)
    arm.set(.meanAbsoluteError, 12.9, half: 0.2, count: 20_000)
    return arm.record()
  }

  private static func week(
    _ index: Int, _ period: Period, _ judge: Judge, _ before: ArmRecord?
  ) -> PeriodRecord {
    let isAfter = period.end >= change
    let isShadow = !isAfter && index > 8
    let wave = Double((index * 7) % 5) * 0.21
    let lead = arm(
      isAfter ? "gbm-2" : "ridge-1", .production, period, error: (isAfter ? 13.9 : 12.9) + wave)
    let shadow = isShadow ? arm("gbm-2", .shadow, period, error: 14 + wave) : nil
    let leadRecord = lead.record(judge, before: before)
    let comparison = shadow.map { _ in
      ArmComparison(
        production: Arm(version: "ridge-1", stage: .production),
        other: Arm(version: "gbm-2", stage: .shadow), firstDay: period.start,
        lastDay: period.end, dayCount: 7,
        rows: [
          comparisonRow(
            .meanAbsoluteError, production: 12.9 + wave, other: 14 + wave, outcome: .worse),
          comparisonRow(.rootMeanSquaredError, production: 20.4, other: 20.4, outcome: .even),
          comparisonRow(.meanError, production: -1.2, other: 0.3, outcome: .better),
        ])
    }
    return PeriodRecord(
      period: period, arms: [leadRecord] + (shadow.map { [$0.record()] } ?? []),
      comparisons: comparison.map { [$0] } ?? [],
      promotions: period.contains(change) ? [promotion] : [],
      inputs: [SampleRisk.input(.predictions, "predictions/\(period).csv", 2_212)])
  }

  private static func arm(
    _ version: String, _ stage: Stage, _ period: Period, error: Double
  ) -> ArmBuilder {
    let rows = 2_105 + (period.start.number * 31) % 230
    var arm = ArmBuilder(version, stage, period, rows: rows, labels: rows)
    arm.set(.meanAbsoluteError, error, half: 0.44, count: rows)
    arm.set(.rootMeanSquaredError, error * 1.55, half: 1.1, count: rows)
    arm.set(.meanError, version == "gbm-2" ? 0.31 : -1.24, half: 0.6, count: rows)
    arm.set(.rSquared, 0.61, count: rows)
    arm.set(.errorShare, 0.0008, half: 0.0005, count: rows)
    arm.set(.latencyMsP95, 153, count: rows)
    arm.set(.psi, 0.06 + error / 400, feature: "departure_delay", count: rows)
    arm.set(.missingShare, 0, feature: "departure_delay", count: rows)
    for origin in ["EWR", "JFK", "LGA"] {
      let slice = Slice.where("origin", origin)
      arm.set(.rowCount, Double(rows / 3), slice: slice, count: rows / 3)
      let shift = origin == "LGA" ? 1.9 : -0.6
      arm.set(.meanAbsoluteError, error + shift, half: 0.8, slice: slice, count: rows / 3)
    }
    return arm
  }

  static var promotion: Promotion {
    func month(_ number: Int, _ days: Int, _ one: Double, _ other: Double) -> ArmComparison {
      ArmComparison(
        production: Arm(version: "ridge-1", stage: .production),
        other: Arm(version: "gbm-2", stage: .shadow),
        firstDay: Day(year: 2013, month: number, day: 1),
        lastDay: Day(year: 2013, month: number, day: days), dayCount: days,
        rows: [comparisonRow(.meanAbsoluteError, production: one, other: other, outcome: .worse)])
    }
    return Promotion(
      version: "gbm-2", replaced: "ridge-1", day: change,
      months: [month(6, 30, 13.1, 14.2), month(7, 31, 13.4, 14.4), month(8, 30, 12.8, 13.9)],
      overall: ArmComparison(
        production: Arm(version: "ridge-1", stage: .production),
        other: Arm(version: "gbm-2", stage: .shadow),
        firstDay: Day(year: 2013, month: 6, day: 1), lastDay: Day(year: 2013, month: 8, day: 30),
        dayCount: 91,
        rows: [
          comparisonRow(
            .meanAbsoluteError, production: 13.1, other: 14.17, outcome: .worse, count: 24_000)
        ]))
  }
}
