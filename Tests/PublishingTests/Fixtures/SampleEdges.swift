import Assessment
import Profiling

/// Models with less than a report would like: no period, no labels, no version, no expectation.
enum SampleEdges {
  static let models = [withoutPeriods, withoutLabels, classes, onlyShadow]

  private static func identity(_ id: String, _ task: Task, _ kind: PeriodKind) -> ModelIdentity {
    ModelIdentity(
      id: id, title: "Model <\(id)> & \"co\"", task: task, owner: "A | B", about: "",
      periodKind: kind, timezone: "UTC", positive: nil, minimumRows: 30, suppressBelow: 10,
      protectedAttributes: ["sex"])
  }

  private static func record(
    _ identity: ModelIdentity, _ periods: [PeriodRecord]
  ) -> ModelRecord {
    ModelRecord(
      identity: identity, references: [], referenceInput: nil, periods: periods,
      unmatchedLabelCount: 0)
  }

  private static func period(_ period: Period, _ arms: [ArmRecord]) -> PeriodRecord {
    PeriodRecord(period: period, arms: arms, comparisons: [], promotions: [], inputs: [])
  }

  static let withoutPeriods = record(identity("nothing", .binary, .month), [])

  static let withoutLabels: ModelRecord = {
    let day = Period(.day, containing: Day(year: 2026, month: 4, day: 3))
    let rules = [Expectation(.rocAuc, minimum: 0.7, origin: .configured)]
    let judge = Judge(expectations: rules, minimumRows: 30)
    var arm = ArmBuilder("", .production, day, rows: 50, labels: 0)
    arm.lack(.rocAuc, .noLabels)
    return record(
      identity("fresh", .binary, .day), [period(day, [arm.record(judge)]), period(day.next, [])])
  }()

  static let classes: ModelRecord = {
    let quarter = Period(.quarter, containing: Day(year: 2026, month: 4, day: 3))
    var arm = ArmBuilder("v1", .production, quarter, rows: 400, labels: 400)
    arm.set(.accuracy, 0.81, half: 0.04, count: 400)
    arm.set(.recall, 0.7, slice: .where("class", "cat"), count: 90)
    arm.set(.rowCount, 200, slice: .where("sex", "Female"), count: 200)
    return record(identity("animals", .multiclass, .quarter), [period(quarter, [arm.record()])])
  }()

  static let onlyShadow: ModelRecord = {
    let week = Period(.week, containing: Day(year: 2026, month: 4, day: 3))
    var arm = ArmBuilder("v2", .shadow, week, rows: 1, labels: 1)
    arm.set(.meanAbsoluteError, 3, count: 1)
    return record(identity("shadow", .regression, .week), [period(week, [arm.record()])])
  }()
}
