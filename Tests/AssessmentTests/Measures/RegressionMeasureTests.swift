import Profiling
import Testing

@testable import Assessment

@Suite("Measures of a regression model")
struct RegressionMeasureTests {
  private let measurer = ProfileMeasurer(
    schema: .sample(.regression), settings: MeasureSettings(minimumRows: 1))

  @Test("agree with scikit-learn, their intervals with SciPy")
  func equalScikitLearn() throws {
    let fixture = try MeasureFixture.load().regression
    let table = measurer.table(
      of: Profile(labels: fixture.labels, predictions: fixture.predictions))
    for (name, expected) in fixture.values.sorted(by: { $0.key < $1.key }) {
      let metric = try #require(Metric(rawValue: name))
      let value = try #require(table[MetricKey(metric)], "\(name)")
      #expect(agree(value.estimate.value, expected.value), "\(name)")
      #expect(agree(value.estimate.interval, expected.interval), "\(name)")
    }
  }

  @Test("have no percentage error when a label is 0")
  func labelZero() {
    let table = measurer.table(of: Profile(labels: [0, 2], predictions: [1, 1]))
    let value = table[MetricKey(.meanAbsolutePercentageError)]
    #expect(
      value?.estimate.reason?.description == "a label is 0, which has no percentage error")
    #expect(value?.count == 2)
  }

  @Test("have no coefficient of determination when all labels are equal")
  func equalLabels() {
    let table = measurer.table(of: Profile(labels: [3, 3, 3], predictions: [1, 2, 3]))
    #expect(
      table[MetricKey(.rSquared)]?.estimate.reason?.description == "all labels are equal")
  }

  @Test("have no value without labels")
  func noLabels() {
    for (key, value) in measurer.table(of: Profile())
    where key.metric.definition.family == .regression {
      #expect(value.estimate == .unavailable(.noLabels), "\(key.metric)")
    }
  }

  @Test("have no interval with one row")
  func oneRow() {
    let value = measurer.table(of: Profile(labels: [4], predictions: [6]))
    #expect(value[MetricKey(.meanError)]?.estimate == .value(2, interval: nil))
    #expect(value[MetricKey(.rootMeanSquaredError)]?.estimate == .value(2, interval: nil))
  }
}
