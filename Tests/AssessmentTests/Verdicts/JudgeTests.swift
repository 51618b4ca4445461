import Testing

@testable import Assessment

@Suite("The judge")
struct JudgeTests {
  private let atLeast = Expectation(.recall, minimum: 0.8, watchBelow: 0.9, origin: .configured)
  private let atMost = Expectation(.logLoss, maximum: 0.5, watchAbove: 0.4, origin: .configured)

  @Test(
    "holds a value against a lower limit",
    arguments: [
      (0.95, Status.ok), (0.9, .ok), (0.85, .watch), (0.8, .watch), (0.79, .breach), (1, .ok),
    ])
  func lowerLimit(_ value: Double, _ status: Status) {
    #expect(judge(value, atLeast) == status)
  }

  @Test(
    "holds a value against an upper limit, below which nothing is a fault",
    arguments: [(0, Status.ok), (0.4, .ok), (0.45, .watch), (0.5, .watch), (0.51, .breach)])
  func upperLimit(_ value: Double, _ status: Status) {
    #expect(judge(value, atMost) == status)
  }

  @Test("calls a breach only what the whole interval shows")
  func interval() {
    let unsure = Interval(lower: 0.7, upper: 0.81)
    let sure = Interval(lower: 0.7, upper: 0.79)
    #expect(judge(0.75, atLeast, interval: unsure) == .watch)
    #expect(judge(0.75, atLeast, interval: sure) == .breach)
    let wide = Interval(lower: 0.49, upper: 0.7)
    #expect(judge(0.6, atMost, interval: wide) == .watch)
    #expect(judge(0.6, atMost, interval: Interval(lower: 0.51, upper: 0.7)) == .breach)
  }

  @Test("lets the value alone decide when asked to")
  func pointEvidence() {
    let unsure = Interval(lower: 0.7, upper: 0.81)
    #expect(judge(0.75, atLeast, interval: unsure, evidence: .point) == .breach)
  }

  @Test("does not take an interval beyond the limit for a fault when the value is inside")
  func valueInside() {
    let wide = Interval(lower: 0.5, upper: 1)
    #expect(judge(0.92, atLeast, interval: wide) == .ok)
  }

  @Test("does not judge by fewer rows than the minimum")
  func tooFewRows() {
    #expect(judge(0.1, atLeast, count: 29) == .insufficient)
    #expect(judge(0.1, atLeast, count: 30) == .breach)
  }

  @Test("judges counts of rows however few they are", arguments: [Metric.rowCount, .labelCoverage])
  func rowCounts(_ metric: Metric) {
    let expectation = Expectation(metric, minimum: 100, origin: .configured)
    let value = MetricValue(MetricKey(metric), .value(3, interval: nil), count: 3)
    #expect(Judge(minimumRows: 30).status(of: value, under: expectation) == .breach)
  }

  @Test(
    "tells no data from too few",
    arguments: [
      (Unavailability.noRows, 0, Status.missing), (.noLabels, 0, .missing),
      (.noLabels, 40, .missing), (.noReference, 40, .missing), (.noValues, 0, .missing),
      (.oneClass, 40, .insufficient), (.oneClass, 0, .insufficient),
      (.tooFewRows(count: 1, minimum: 2), 1, .insufficient),
      (.undefined(because: "x"), 40, .insufficient),
    ])
  func unavailable(_ reason: Unavailability, _ count: Int, _ status: Status) {
    let value = MetricValue(MetricKey(.recall), .unavailable(reason), count: count)
    #expect(Judge(minimumRows: 30).status(of: value, under: atLeast) == status)
  }

  private func judge(
    _ value: Double, _ expectation: Assessment.Expectation, interval: Interval? = nil,
    count: Int = 1_000,
    evidence: EvidenceRule = .interval
  ) -> Status {
    Judge(minimumRows: 30, evidence: evidence).status(
      of: MetricValue(expectation.key, .value(value, interval: interval), count: count),
      under: expectation)
  }
}

@Suite("A status")
struct StatusTests {
  @Test("of a whole is the worst of its parts")
  func worst() {
    #expect(Status.worst(of: [.ok, .breach, .missing]) == .breach)
    #expect(Status.worst(of: [.ok, .insufficient, .watch]) == .watch)
    #expect(Status.worst(of: [.ok, .insufficient]) == .insufficient)
    #expect(Status.worst(of: [Status]()) == .missing)
  }
}
