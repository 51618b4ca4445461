import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("A verdict in words")
struct VerdictWordsTests {
  private typealias Crossing = VerdictRule.Crossing

  @Test(
    "names the rule",
    arguments: [
      (
        .beyond(.init(.above, 0.25, .limit), .wholeInterval), Status.breach,
        "outside: the whole 95 % interval lies above 0.25"
      ),
      (
        .beyond(.init(.above, 0.1, .limit), .significant(0.0003)), .breach,
        "outside: above 0.1, and not explained by chance (adjusted p under 0.001)"
      ),
      (
        .beyond(.init(.above, 0.1, .limit), .inconclusive(0.02)), .watch,
        "above 0.1, but chance is not ruled out (adjusted p 0.020, below 0.01 needed)"
      ),
      (
        .beyond(.init(.above, 0.1, .limit), .chance(0.4)), .ok,
        "above 0.1, as chance alone explains (adjusted p 0.400)"
      ),
      (.beyond(.init(.below, 0.1, .watch), .valueAlone), .watch, "below 0.1"),
      (.improvement(.init(.below, 0.1, .limit)), .ok, "below 0.1, on the good side"),
      (.tooFewRows(count: 3, minimum: 30), .insufficient, "only 3 rows, 30 needed"),
      (
        .tooFewReferenceRows(count: 1, minimum: 30), .insufficient,
        "the reference has only 1 row, 30 needed"
      ),
      (.inside, .ok, "inside the limits"),
    ] as [(VerdictRule, Status, String)])
  func rules(_ rule: VerdictRule, _ status: Status, _ words: String) throws {
    #expect(VerdictText(try self.words(rule, status).finding).rule == words)
  }

  @Test("says what speaks for drift, and says it plainly to others")
  func drift() throws {
    let words = try words(.beyond(.init(.above, 0.1, .limit), .significant(0.004)), .breach)
    #expect(
      words.sentence == "Population stability index of dest stood at 0.300 (500 rows), "
        + "above the agreed maximum of 0.1. Chance does not explain it (adjusted p 0.004).")
  }

  private func words(_ rule: VerdictRule, _ status: Status) throws -> FindingWords {
    let expectation = Expectation(.psi, feature: "dest", maximum: 0.1, origin: .configured)
    let finding = Finding(
      value: MetricValue(expectation.key, .value(0.3, interval: nil), count: 500),
      expectation: expectation, status: status, rule: rule, periodsInARow: 1)
    let context = ReportContext(
      model: SampleRisk.model, index: 0, history: ModelHistory(SampleRisk.model))
    return try #require(context.words(finding))
  }
}

@Suite("A report with drift")
struct DriftReportTests {
  /// One month with the given findings.
  private func context(_ findings: [Finding]) -> ReportContext {
    let period = Period(.month, containing: Day(year: 2014, month: 5, day: 1))
    let arm = ArmRecord(
      arm: Arm(version: "a", stage: .production), period: period, values: findings.map(\.value),
      findings: findings, distributions: [], rowCount: 500, labelCount: 500)
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(period: period, arms: [arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    return ReportContext(model: model, index: 0, history: ModelHistory(model))
  }

  private func finding(
    _ metric: Metric, _ value: Double, _ status: Status, feature: String? = nil,
    minimum: Double? = nil, maximum: Double? = nil
  ) -> Finding {
    let rule = Expectation(
      metric, feature: feature, minimum: minimum, maximum: maximum, origin: .configured)
    return Finding(
      value: MetricValue(rule.key, .value(value, interval: nil), count: 500), expectation: rule,
      status: status, periodsInARow: status == .ok ? 0 : 1)
  }

  private var drift: Finding {
    finding(.jensenShannonDistance, 0.3, .breach, feature: "dest", maximum: 0.1)
  }

  @Test("alone is worth a look, and told without statistics to those who do without")
  func alone() {
    let context = context([drift, finding(.rocAuc, 0.8, .ok, minimum: 0.7)])
    #expect(context.record.status == .watch)
    #expect(
      ReportStory(context: context, role: .business).grounds == [
        "The inputs have changed: the mix of dest differs from the reference. "
          + "That is a reason to look, not a fault of the model."
      ])
    #expect(
      ReportStory(context: context, role: .dataScientist).grounds.last?.contains(
        "Jensen–Shannon distance of dest stood at 0.300") == true)
  }

  @Test(
    "never leads with it while something else is broken or in doubt",
    arguments: [Status.breach, .watch])
  func order(_ status: Status) {
    let context = context([drift, finding(.rocAuc, 0.6, status, minimum: 0.7)])
    #expect(context.findings.first?.expectation.metric == .rocAuc)
    #expect(
      ReportStory(context: context, role: .compliance).grounds.contains(
        "Different from the reference, which is a reason to look: dest."))
  }
}
