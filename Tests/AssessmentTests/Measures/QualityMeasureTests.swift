import Profiling
import Testing

@testable import Assessment

@Suite("Measures of quality")
struct QualityMeasureTests {
  private let anchors = NumericAnchors(reference: [1, 2, 3, 4])

  @Test("share missing and malformed values over all rows")
  func shares() {
    let table = table(.numbers([1, 2, 3, 4], anchors: anchors, missing: 5, malformed: 1))
    let missing = table[MetricKey(.missingShare, feature: "x")]
    #expect(missing?.estimate.value == 0.5)
    #expect(missing?.count == 10)
    #expect(table[MetricKey(.typeMismatchShare, feature: "x")]?.estimate.value == 0.1)
  }

  @Test("describe where the values lie")
  func location() {
    let table = table(.numbers([1, 2, 3, 4], anchors: anchors))
    func value(_ metric: Metric) -> Double? {
      table[MetricKey(metric, feature: "x")]?.estimate.value
    }
    // NumPy: mean, std with ddof 1, quantile of [1, 2, 3, 4].
    #expect(value(.mean) == 2.5)
    #expect(agree(value(.standardDeviation), 1.2909944487358056))
    #expect(value(.minimum) == 1 && value(.maximum) == 4)
    #expect(agree(value(.quantile05), 1.15))
    #expect(value(.quantile50) == 2.5)
    #expect(agree(value(.quantile95), 3.8499999999999996))
    #expect(value(.distinctCount) == 4)
  }

  @Test("have no value where nothing is there to measure")
  func noValues() {
    let table = table(.numbers([], anchors: anchors, missing: 2))
    for metric in [Metric.mean, .standardDeviation, .minimum, .quantile50] {
      #expect(
        table[MetricKey(metric, feature: "x")]?.estimate == .unavailable(.noValues), "\(metric)")
    }
    let one = self.table(.numbers([2], anchors: anchors))
    #expect(
      one[MetricKey(.standardDeviation, feature: "x")]?.estimate
        == .unavailable(.tooFewRows(count: 1, minimum: 2)))
  }

  @Test("have no shares without rows or a reference")
  func noRowsOrReference() {
    let measurer = measurer()
    let nothing = measurer.table(of: Profile())
    #expect(
      nothing[MetricKey(.missingShare, feature: "x")]?.estimate == .unavailable(.noRows))
    let table = table(.numbers([1], anchors: anchors))
    #expect(
      table[MetricKey(.outOfRangeShare, feature: "x")]?.estimate == .unavailable(.noReference))
  }

  private func table(_ summary: ColumnSummary) -> [MetricKey: MetricValue] {
    measurer().table(of: Profile(column: "x", summary))
  }

  private func measurer() -> ProfileMeasurer {
    ProfileMeasurer(
      schema: .sample(
        .binary,
        features: [ColumnSchema(name: "x", subject: .feature, kind: .numeric(anchors))]),
      settings: MeasureSettings(minimumRows: 1))
  }
}
