import Profiling
import Testing

@testable import Assessment

@Suite("Expectations by default")
struct DefaultExpectationsTests {
  /// numpy.mean(x) = 0.85 and 3 · numpy.std(x) = 0.15 for these, the population form.
  private let chunks = [0.8, 0.9, 0.8, 0.9, 0.8, 0.9]

  @Test("bound a metric that should be high from below only")
  func higherIsBetter() throws {
    let expectation = try #require(
      expectation(of: .rocAuc, over: chunks) as Assessment.Expectation?)
    #expect(agree(expectation.minimum, 0.7))
    #expect(expectation.maximum == nil)
    #expect(expectation.origin == .referenceChunks(count: 6))
  }

  @Test("bound a metric that should be low from above only")
  func lowerIsBetter() throws {
    let expectation = try #require(
      expectation(of: .logLoss, over: chunks) as Assessment.Expectation?)
    #expect(expectation.minimum == nil)
    #expect(agree(expectation.maximum, 1.0))
  }

  @Test("bound a signed metric on both sides")
  func zeroIsBest() throws {
    let expectation = try #require(
      expectation(of: .meanError, over: chunks) as Assessment.Expectation?)
    #expect(agree(expectation.minimum, 0.7))
    #expect(agree(expectation.maximum, 1.0))
  }

  @Test("stay inside the legal range")
  func clipped() throws {
    let low = [0.1, 0.3, 0.1, 0.3, 0.1, 0.3]
    #expect(
      try #require(expectation(of: .accuracy, over: low) as Assessment.Expectation?).minimum == 0)
  }

  @Test("need six chunks with a value")
  func tooFewChunks() {
    #expect(expectation(of: .rocAuc, over: Array(chunks.dropLast())) == nil)
    let values = chunks.dropLast().map { [value(.rocAuc, $0)] }
    let missing = [MetricValue(MetricKey(.rocAuc), .unavailable(.oneClass), count: 3)]
    let list = DefaultExpectations(schema: .sample(.binary)).expectations(
      chunks: values + [missing], reference: [])
    #expect(!list.contains { $0.metric == .rocAuc })
  }

  @Test("leave out slices and what has no good side")
  func leavesOut() {
    #expect(expectation(of: .prevalence, over: chunks) == nil)
    #expect(expectation(of: .truePositiveCount, over: chunks) == nil)
    let sliced = chunks.map {
      [
        MetricValue(
          MetricKey(.rocAuc, slice: .where("a", "b")), .value($0, interval: nil), count: 9)
      ]
    }
    let list = DefaultExpectations(schema: .sample(.binary)).expectations(
      chunks: sliced, reference: [])
    #expect(!list.contains { $0.metric == .rocAuc })
  }

  @Test("ask one question about the drift of each column, and take the usual cut-offs")
  func driftAndQuality() throws {
    let schema = ModelSchema.sample(
      .binary,
      features: [
        ColumnSchema(name: "x", subject: .feature, kind: .numeric(.withoutReference)),
        ColumnSchema(name: "c", subject: .feature, kind: .categorical(.empty)),
      ])
    let usual = MetricValue(
      MetricKey(.missingShare, feature: "x"), .value(0.25, interval: nil), count: 100)
    let list = DefaultExpectations(schema: schema).expectations(chunks: [], reference: [usual])
    let drift = list.filter { $0.metric.definition.family == .drift }
    #expect(drift.map(\.feature) == ["x", "c", "prediction", "label", "score"])
    #expect(
      drift.map(\.metric) == [
        .normalisedWassersteinDistance, .jensenShannonDistance, .jensenShannonDistance,
        .jensenShannonDistance, .normalisedWassersteinDistance,
      ])
    #expect(drift.allSatisfy { $0.maximum == 0.1 && $0.watchAbove == nil && $0.minimum == nil })
    let missing = list.filter { $0.metric == .missingShare }
    #expect(missing.map(\.feature) == ["x", "c"])
    #expect(agree(missing[0].maximum, 0.3) && agree(missing[0].watchAbove, 0.27))
    #expect(agree(missing[1].maximum, 0.05))
    #expect(list.filter { $0.metric == .newCategoryShare }.map(\.feature) == ["c"])
    #expect(list.filter { $0.metric == .outOfRangeShare }.map(\.feature) == ["x"])
    #expect(list.allSatisfy { $0.origin == .convention })
  }

  private func expectation(of metric: Metric, over chunks: [Double]) -> Assessment.Expectation? {
    DefaultExpectations(schema: .sample(.binary)).expectations(
      chunks: chunks.map { [value(metric, $0)] }, reference: []
    ).first { $0.metric == metric }
  }

  private func value(_ metric: Metric, _ number: Double) -> MetricValue {
    MetricValue(MetricKey(metric), .value(number, interval: nil), count: 100)
  }
}
