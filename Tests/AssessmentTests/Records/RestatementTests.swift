import Profiling
import Testing

@testable import Assessment

@Suite("Restatement")
struct RestatementTests {
  private static let day = Day(year: 2024, month: 2, day: 1)
  private static let values = [
    MetricValue(MetricKey(.accuracy), .value(0.5, interval: nil), count: 40),
    MetricValue(MetricKey(.recall), .value(0.25, interval: nil), count: 40),
    MetricValue(MetricKey(.f1), .unavailable(.oneClass), count: 40),
    MetricValue(MetricKey(.precision), .value(1, interval: nil), count: 40),
  ]

  private static let arm = ArmRecord(
    arm: Arm(version: "v1", stage: .production), period: Period(.week, containing: .week(1)),
    values: values, findings: [], distributions: [], rowCount: 40, labelCount: 40,
    maturities: [.all: Maturity(labelsArrived: 30, labelsExpected: 40, state: .provisional)],
    firstPublished: [
      MetricKey(.accuracy): FirstPublished(value: 0.5, day: day),
      MetricKey(.recall): FirstPublished(value: 0.5, day: day),
      MetricKey(.f1): FirstPublished(value: 0.5, day: day),
    ])

  @Test("is every figure whose value differs from the first one, or that has none any more")
  func differing() {
    #expect(Self.arm.restatements.map(\.value.key.metric) == [.recall, .f1])
    #expect(Self.arm.restatements.map(\.first.value) == [0.5, 0.5])
  }

  @Test("stands in the last columns of the export, with the labels before it")
  func export() throws {
    let record = ModelRecord(
      identity: ModelIdentity(
        id: "m", title: "m", task: .binary, owner: nil, about: nil, periodKind: .week,
        timezone: "UTC", positive: "1", minimumRows: 1, suppressBelow: 10,
        protectedAttributes: []),
      references: [Self.arm], referenceInput: nil,
      periods: [
        PeriodRecord(
          period: Self.arm.period, arms: [Self.arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    let rows = record.rows(of: record.periods[0])
    let ends = MetricExport.text(of: rows, format: .csv).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(5) }
    #expect(
      ends.map { $0.joined(separator: ",") } == [
        "30,40,provisional,0.5,2024-02-01", "30,40,provisional,0.5,2024-02-01",
        "30,40,provisional,0.5,2024-02-01", "30,40,provisional,,",
      ])
  }

  @Test("keeps counts and first values of a small group back with its figures")
  func withheld() throws {
    let row = MetricRow(
      model: "m", arm: Self.arm.arm, period: Self.arm.period,
      value: Self.values[0].withheld(.smallGroup(below: 10)), status: nil,
      maturity: Self.arm.maturity, first: FirstPublished(value: 0.5, day: Self.day))
    #expect(
      row.cells.suffix(6) == [
        .text("group of fewer than 10 rows"), .number(nil), .number(nil), .text(""), .number(nil),
        .text(""),
      ])
  }
}
