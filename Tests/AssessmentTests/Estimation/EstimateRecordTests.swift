import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Estimates held against what came true")
struct EstimateRecordTests {
  @Test("every estimate has the metric that it estimates")
  func pairs() {
    let estimated = Metric.allCases.filter { $0.definition.family == .estimated }
    #expect(estimated.allSatisfy { $0.realised != nil })
    #expect(Metric.estimatedRocAuc.realised == .rocAuc)
    #expect(Metric.rocAuc.realised == nil)
    #expect(Set(estimated).isSubset(of: Metric.measured))
  }

  @Test("the mean distance over the periods that have both")
  func mean() {
    let periods = [
      period(.week(1), estimated: 0.75, realised: 0.5, labels: 100),
      period(.week(2), estimated: 0.75, realised: 1, labels: 100),
      period(.week(3), estimated: 0.75, realised: 0, labels: 29),
      period(.week(4), estimated: nil, realised: 0.5, labels: 100),
    ]
    #expect(
      EstimateRecord.list(over: periods, minimumRows: 30)
        == [EstimateRecord(metric: .estimatedAccuracy, meanAbsoluteError: 0.25, periodCount: 2)])
    #expect(EstimateRecord.list(over: periods.suffix(1), minimumRows: 30).isEmpty)
  }

  @Test("the record of a model estimates every period by the reference of its version")
  func builder() throws {
    let chunk = EstimateFixture.Chunk(
      positives: ["0.2": 20, "0.8": 80], negatives: ["0.2": 80, "0.8": 20])
    let scores = AnsweredScores(
      predicted: ValueCounts(["0.8": 30]), others: ValueCounts(["0.2": 10]))
    let source = OneArm(day: .week(3), profile: Profile(scores: scores))
    let periods = try RecordBuilder(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 30), evidence: .interval,
      baseline: ReferenceBaseline(chunks: ["": [chunk.profile]], stages: [:]), source: source,
      expectations: { _ in [Expectation(.estimatedAccuracy, minimum: 0.99, origin: .configured)] }
    ).periods(.week, malformedRowCounts: [:], inputs: [])
    let leading = try #require(periods.first?.leading)
    #expect(agree(leading[MetricKey(.estimatedAccuracy)]?.estimate.value, 0.8))
    #expect(agree(leading[MetricKey(.estimatedPrecision)]?.estimate.value, 0.8))
    #expect(leading.findings.map(\.status) == [.breach])
    #expect(leading.values.map(\.key) == leading.values.map(\.key).sorted())
  }

  private func period(
    _ day: Day, estimated: Double?, realised: Double, labels: Int
  ) -> PeriodRecord {
    let week = Period(.week, containing: day)
    let values = [
      MetricValue(MetricKey(.accuracy), .value(realised, interval: nil), count: labels),
      MetricValue(
        MetricKey(.estimatedAccuracy),
        estimated.map { .value($0, interval: nil) } ?? .unavailable(.noReference), count: 100),
    ]
    let arm = ArmRecord(
      arm: Arm(version: "1", stage: .production), period: week, values: values, findings: [],
      distributions: [], rowCount: 100, labelCount: labels)
    return PeriodRecord(period: week, arms: [arm], comparisons: [], promotions: [], inputs: [])
  }
}

/// One day of one unnamed version.
private struct OneArm: ProfileSource {
  let day: Day
  let profile: Profile

  var daysByArm: [Arm: [Day]] { [Arm(version: "", stage: .production): [day]] }

  func profile(of arm: Arm, on days: [Day]) -> Profile { days.isEmpty ? Profile() : profile }
}
