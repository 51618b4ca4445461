import Profiling
import Testing

@testable import Assessment

@Suite("Measures of a binary model")
struct BinaryMeasureTests {
  private let measurer = ProfileMeasurer(
    schema: .sample(.binary), settings: MeasureSettings(minimumRows: 1))

  @Test("agree with scikit-learn, their intervals with SciPy")
  func equalScikitLearn() throws {
    let fixture = try MeasureFixture.load().binary
    let table = measurer.table(
      of: Profile(
        labels: fixture.labels, predictions: fixture.predictions, scores: fixture.scores))
    for (name, expected) in fixture.values.sorted(by: { $0.key < $1.key }) {
      let metric = try #require(Metric(rawValue: name))
      let value = try #require(table[MetricKey(metric)], "\(name)")
      #expect(agree(value.estimate.value, expected.value), "\(name)")
      #expect(agree(value.estimate.interval, expected.interval), "\(name)")
    }
  }

  @Test("rest on the rows of their denominator")
  func counts() {
    let table = measurer.table(
      of: Profile(labels: [1, 1, 1, 0], predictions: [1, 0, 0, 1], scores: [0.9, 0.2, 0.1, 0.7]))
    #expect(table[MetricKey(.precision)]?.count == 2)
    #expect(table[MetricKey(.recall)]?.count == 3)
    #expect(table[MetricKey(.specificity)]?.count == 1)
    #expect(table[MetricKey(.accuracy)]?.count == 4)
  }

  @Test(
    "have no value without labels",
    arguments: [Metric.accuracy, .precision, .recall, .f1, .rocAuc, .logLoss, .truePositiveCount])
  func noLabels(_ metric: Metric) {
    let value = measurer.table(of: Profile())[MetricKey(metric)]
    #expect(value?.estimate == .unavailable(.noLabels))
    #expect(value?.count == 0)
  }

  @Test("have no ranking with one class", arguments: [0, 1])
  func oneClass(_ label: Int) {
    let table = measurer.table(
      of: Profile(labels: [label, label], predictions: [0, 1], scores: [0.1, 0.8]))
    for metric in [Metric.rocAuc, .averagePrecision, .matthewsCorrelation, .balancedAccuracy] {
      #expect(table[MetricKey(metric)]?.estimate == .unavailable(.oneClass))
    }
    #expect(table[MetricKey(.accuracy)]?.estimate.value == 0.5)
  }

  @Test("say that nothing was predicted positive")
  func nothingPositive() {
    let table = measurer.table(
      of: Profile(labels: [1, 0], predictions: [0, 0], scores: [0.1, 0.2]))
    #expect(
      table[MetricKey(.precision)]?.estimate.reason?.description
        == "nothing was predicted positive")
    #expect(table[MetricKey(.f1)]?.estimate.value == 0)
  }

  @Test("leave ranking and losses out for a model without a score")
  func withoutScore() {
    let plain = ProfileMeasurer(
      schema: .sample(.binary, scored: false), settings: MeasureSettings(minimumRows: 1))
    let table = plain.table(of: Profile(labels: [1, 0], predictions: [1, 0], scores: [1, 0]))
    for metric in [Metric.rocAuc, .averagePrecision, .logLoss, .brierScore] {
      #expect(table[MetricKey(metric)] == nil)
    }
    #expect(table[MetricKey(.accuracy)]?.estimate.value == 1)
  }

  @Test("list the same metrics with and without rows")
  func sameMetrics() {
    let full = measurer.table(
      of: Profile(labels: [1, 0], predictions: [1, 0], scores: [0.5, 0.25]))
    #expect(Set(full.keys) == Set(measurer.table(of: Profile()).keys))
  }
}
