import Testing

@testable import Assessment

/// What follows from a value, its interval and its p-value, row by row.
@Suite("A verdict")
struct VerdictTests {
  private let distance = Expectation(
    .jensenShannonDistance, feature: "x", maximum: 0.1, origin: .convention)
  private let stability = Expectation(
    .psi, feature: "x", maximum: 0.25, watchAbove: 0.1, origin: .configured)

  struct DriftCase: Sendable {
    let value: Double
    let interval: Interval?
    let adjusted: Double?
    let status: Status
    let proof: VerdictRule.Proof?
  }

  @Test(
    "on a distance needs a test that rules out chance",
    arguments: [
      DriftCase(value: 0.1, interval: nil, adjusted: 1e-9, status: .ok, proof: nil),
      DriftCase(
        value: 0.2, interval: nil, adjusted: 1e-9, status: .breach, proof: .significant(1e-9)),
      DriftCase(
        value: 0.2, interval: nil, adjusted: 0.01, status: .watch, proof: .inconclusive(0.01)),
      DriftCase(
        value: 0.2, interval: nil, adjusted: 0.049, status: .watch, proof: .inconclusive(0.049)),
      DriftCase(value: 0.2, interval: nil, adjusted: 0.05, status: .ok, proof: .chance(0.05)),
      DriftCase(value: 0.2, interval: nil, adjusted: nil, status: .watch, proof: .untestable),
    ])
  func distances(_ row: DriftCase) {
    expect(row, distance)
  }

  @Test(
    "on a distance with an interval needs both",
    arguments: [
      DriftCase(
        value: 0.3, interval: Interval(lower: 0.26, upper: 0.4), adjusted: 0.001, status: .breach,
        proof: .significant(0.001)),
      DriftCase(
        value: 0.3, interval: Interval(lower: 0.26, upper: 0.4), adjusted: nil, status: .breach,
        proof: .wholeInterval),
      DriftCase(
        value: 0.3, interval: Interval(lower: 0.26, upper: 0.4), adjusted: 0.02, status: .watch,
        proof: .inconclusive(0.02)),
      DriftCase(
        value: 0.3, interval: Interval(lower: 0.2, upper: 0.4), adjusted: 0.001, status: .watch,
        proof: .intervalReaches),
      DriftCase(
        value: 0.3, interval: Interval(lower: 0.26, upper: 0.4), adjusted: 0.2, status: .ok,
        proof: .chance(0.2)),
      DriftCase(
        value: 0.2, interval: Interval(lower: 0.15, upper: 0.4), adjusted: 0.001, status: .watch,
        proof: .significant(0.001)),
      DriftCase(
        value: 0.2, interval: Interval(lower: 0.05, upper: 0.4), adjusted: 0.001, status: .ok,
        proof: .intervalReaches),
    ])
  func stabilityIndex(_ row: DriftCase) {
    expect(row, stability)
  }

  @Test("on a distance asks for no more than the value when told so")
  func pointEvidence() {
    let verdict = Judge(minimumRows: 30, evidence: .point).verdict(
      on: value(distance, 0.2), under: distance,
      significance: Significance(pValue: 0.9, adjusted: 0.9))
    #expect(verdict.status == .breach)
    #expect(verdict.rule == .beyond(.init(.above, 0.1, .limit), .valueAlone))
  }

  @Test("on a p-value takes the p-value as its own evidence")
  func pValues() {
    let rule = Expectation(.ksPValue, feature: "x", minimum: 0.05, origin: .configured)
    #expect(judge(rule, 0.01).status == .breach)
  }

  struct ImprovementCase: Sendable {
    let expectation: Assessment.Expectation
    let value: Double
    let status: Status
  }

  @Test(
    "never calls an improvement a fault",
    arguments: [
      // Somebody who limits the good side wants to know.
      ImprovementCase(
        expectation: .init(.rocAuc, minimum: 0.6, maximum: 0.7, origin: .configured), value: 0.9,
        status: .watch),
      ImprovementCase(
        expectation: .init(.rocAuc, minimum: 0.6, maximum: 0.7, origin: .configured), value: 0.5,
        status: .breach),
      ImprovementCase(
        expectation: .init(.logLoss, minimum: 0.4, origin: .referenceChunks(count: 9)), value: 0.1,
        status: .ok),
      // A mean error nearer to 0 than the reference's own.
      ImprovementCase(
        expectation: .init(
          .meanError, minimum: 2, maximum: 4, origin: .referenceChunks(count: 9)), value: -0.5,
        status: .ok),
      ImprovementCase(
        expectation: .init(
          .meanError, minimum: 2, maximum: 4, origin: .configured), value: -2.5,
        status: .breach),
      ImprovementCase(
        expectation: .init(.prevalence, minimum: 0.2, maximum: 0.4, origin: .configured),
        value: 0.5, status: .breach),
    ])
  func improvements(_ row: ImprovementCase) {
    #expect(judge(row.expectation, row.value).status == row.status)
  }

  @Test("does not accuse without an interval by a limit that nobody agreed to")
  func derivedLimit() {
    let derived = Expectation(.rSquared, minimum: 0.6, origin: .referenceChunks(count: 10))
    #expect(judge(derived, 0.5).status == .watch)
    #expect(judge(derived, 0.5).rule == .beyond(.init(.below, 0.6, .limit), .untestable))
    #expect(judge(derived, 0.5, interval: Interval(lower: 0.4, upper: 0.58)).status == .breach)
    let agreed = Expectation(.rSquared, minimum: 0.6, origin: .configured)
    #expect(judge(agreed, 0.5).status == .breach)
  }

  @Test("names the rule it applied")
  func rules() {
    let rule = Expectation(.recall, minimum: 0.8, watchBelow: 0.9, origin: .configured)
    let judge = Judge(minimumRows: 30)
    let few = MetricValue(rule.key, .value(0.5, interval: nil), count: 3)
    #expect(judge.verdict(on: few, under: rule).rule == .tooFewRows(count: 3, minimum: 30))
    let none = MetricValue(rule.key, .unavailable(.noLabels), count: 0)
    #expect(judge.verdict(on: none, under: rule).rule == .noValue(.noLabels))
    #expect(self.judge(rule, 0.95).rule == .inside)
    #expect(self.judge(rule, 0.85).rule == .beyond(.init(.below, 0.9, .watch), .valueAlone))
    #expect(self.judge(Expectation(.recall, origin: .convention), 0.1).rule == .noLimit)
    let sure = Interval(lower: 0.1, upper: 0.2)
    #expect(
      self.judge(rule, 0.15, interval: sure).rule
        == .beyond(.init(.below, 0.8, .limit), .wholeInterval))
  }

  private func expect(_ row: DriftCase, _ expectation: Assessment.Expectation) {
    let verdict = judge(
      expectation, row.value, interval: row.interval,
      significance: row.adjusted.map { Significance(pValue: $0 / 2, adjusted: $0) })
    #expect(verdict.status == row.status)
    guard let proof = row.proof else {
      #expect(verdict.rule == .inside)
      return
    }
    guard case .beyond(_, proof) = verdict.rule else {
      Issue.record("\(verdict.rule) instead of \(proof)")
      return
    }
  }

  private func judge(
    _ expectation: Assessment.Expectation, _ number: Double, interval: Interval? = nil,
    significance: Significance? = nil
  ) -> Judge.Verdict {
    Judge(minimumRows: 30).verdict(
      on: value(expectation, number, interval: interval), under: expectation,
      significance: significance)
  }

  private func value(
    _ expectation: Assessment.Expectation, _ number: Double, interval: Interval? = nil
  ) -> MetricValue {
    MetricValue(expectation.key, .value(number, interval: interval), count: 1_000)
  }
}

@Suite("A finding")
struct FindingTests {
  @Test("lets drift alone ask for a look at the report, and other breaches break it")
  func reportStatus() {
    let drift = finding(.jensenShannonDistance, 0.4, .breach, feature: "x")
    #expect([drift, finding(.recall, 0.9, .ok)].reportStatus == .watch)
    #expect([drift, finding(.recall, 0.1, .breach)].reportStatus == .breach)
    #expect([Finding]().reportStatus == .missing)
  }

  @Test("needs as many rows in the reference as in the period, where it is held against it")
  func fewReferenceRows() {
    let judge = Judge(minimumRows: 30)
    let far = value(.psi, 0.9, feature: "x")
    let stability = Expectation(.psi, feature: "x", maximum: 0.25, origin: .configured)
    let few = judge.verdict(on: far, under: stability, referenceCount: 29)
    #expect(few.status == .insufficient)
    #expect(few.rule == .tooFewReferenceRows(count: 29, minimum: 30))
    #expect(judge.verdict(on: far, under: stability, referenceCount: 30).status != .insufficient)
    #expect(judge.verdict(on: far, under: stability).status != .insufficient)
  }

  @Test("tells how far it is from the reference, and whether that is better")
  func effect() throws {
    let auc = try #require(Effect(of: value(.rocAuc, 0.75), reference: value(.rocAuc, 0.5)))
    #expect((auc.reference, auc.size, auc.outcome) == (0.5, 0.25, .better))
    let loss = try #require(Effect(of: value(.logLoss, 0.75), reference: value(.logLoss, 0.5)))
    #expect(loss.outcome == .worse)
    let share = try #require(
      Effect(of: value(.prevalence, 0.75), reference: value(.prevalence, 0.5)))
    #expect(share.outcome == .changed)
    let bias = try #require(Effect(of: value(.meanError, -0.5), reference: value(.meanError, 2)))
    #expect(bias.outcome == .better)
    let distance = try #require(Effect(of: value(.psi, 0.3), reference: nil))
    #expect((distance.reference, distance.size) == (nil, 0.3))
    #expect(Effect(of: value(.rocAuc, 0.75), reference: nil) == nil)
  }

  private func value(_ metric: Metric, _ number: Double, feature: String? = nil) -> MetricValue {
    MetricValue(MetricKey(metric, feature: feature), .value(number, interval: nil), count: 100)
  }

  private func finding(
    _ metric: Metric, _ number: Double, _ status: Status, feature: String? = nil
  ) -> Finding {
    Finding(
      value: value(metric, number, feature: feature),
      expectation: Expectation(metric, feature: feature, origin: .configured), status: status,
      periodsInARow: 1)
  }
}
