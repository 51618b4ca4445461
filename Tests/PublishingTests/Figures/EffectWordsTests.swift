import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("How far a value is from the reference")
struct EffectWordsTests {
  @Test("is a size for a distance, in what it is measured in")
  func distances() {
    let far = Effect(reference: nil, size: 0.312, outcome: .changed)
    #expect(far.words(for: .normalisedWassersteinDistance) == "0.312 standard deviations")
    #expect(far.words(for: .jensenShannonDistance) == "0.312 of at most 0.833")
    #expect(far.words(for: .psi) == "0.312")
  }

  @Test("is a difference with its judgement for what the reference has as well")
  func differences() {
    let worse = Effect(reference: 0.71, size: -0.069, outcome: .worse)
    #expect(worse.words(for: .rocAuc) == "−0.069 from 0.710 (worse)")
    let better = Effect(reference: 0.5, size: 0.032, outcome: .better)
    #expect(better.words(for: .accuracy) == "+3.2 points from 50.0 % (better)")
    let changed = Effect(reference: 0.5, size: 0.032, outcome: .changed)
    #expect(changed.words(for: .prevalence) == "+3.2 points from 50.0 %")
    let same = Effect(reference: 0.5, size: 0, outcome: .same)
    #expect(same.words(for: .accuracy) == "no change from 50.0 %")
  }

  @Test("stands in the tables of drift, of columns within slices, and of incidents")
  func tables() throws {
    let slice = Slice.where("sex", "f")
    let context = context([
      finding(.jensenShannonDistance, feature: "town", effect: 0.31),
      finding(.psi, slice: slice, feature: "town", effect: 0.4),
    ])
    let drift = try #require(DriftTables(context: context).table)
    let place = try #require(drift.columns.firstIndex { $0.title == "Effect size" })
    #expect(drift.rows.map { $0.cells[place] } == ["0.310 of at most 0.833"])
    let sliced = try #require(SlicedColumnTable(context: context).table)
    #expect(
      sliced.rows.map(\.cells) == [
        [
          "sex = f", "town", "Population stability index", "0.400", "none", "none", "0.400",
          "at most 0.1", "outside its limit: above 0.1",
        ]
      ])
    let incidents = try #require(IncidentTable(context: context, families: nil).table)
    let effect = try #require(
      incidents.columns.firstIndex { $0.title == "Against the reference" })
    #expect(Set(incidents.rows.map { $0.cells[effect] }) == ["0.310 of at most 0.833", "0.400"])
  }

  @Test("hides a group that is too small to be published")
  func suppressed() throws {
    let slice = Slice.where("sex", "f")
    let context = context([finding(.psi, slice: slice, feature: "town", effect: 0.4, count: 9)])
    let cells = try #require(SlicedColumnTable(context: context).table?.rows.first?.cells)
    #expect(cells[3] == "not published" && cells[6] == "none" && cells[8] == "not published")
  }

  private func finding(
    _ metric: Metric, slice: Slice = .all, feature: String, effect: Double, count: Int = 500
  ) -> Finding {
    let rule = Expectation(
      metric, slice: slice, feature: feature, maximum: 0.1, origin: .configured)
    return Finding(
      value: MetricValue(rule.key, .value(effect, interval: nil), count: count),
      expectation: rule, status: .breach,
      effect: Effect(reference: nil, size: effect, outcome: .changed), periodsInARow: 1)
  }

  private func context(_ findings: [Finding]) -> ReportContext {
    let period = Period(.month, containing: Day(year: 2014, month: 5, day: 1))
    let rows = MetricKey(.rowCount, slice: .where("sex", "f"))
    let arm = ArmRecord(
      arm: Arm(version: "a", stage: .production), period: period,
      values: findings.map(\.value) + [MetricValue(rows, .value(200, interval: nil), count: 200)],
      findings: findings, distributions: [], rowCount: 500, labelCount: 500)
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(period: period, arms: [arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0
    ).publishable
    return ReportContext(model: model, index: 0, history: ModelHistory(model))
  }
}
