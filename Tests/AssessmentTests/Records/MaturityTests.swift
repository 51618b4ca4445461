import Testing

@testable import Assessment
@testable import Profiling

@Suite("Label maturity")
struct MaturityTests {
  private static let week = Period(.week, containing: .week(1))

  private func state(
    _ arrived: Int, of expected: Int, _ rule: MaturityRule = .standard, asOf today: Day? = nil
  ) -> Maturity.State? {
    rule.maturity(arrived: arrived, expected: expected, of: Self.week, asOf: today)?.state
  }

  @Test("is final from the configured share on, and not one label before")
  func coverage() {
    #expect(state(18, of: 20) == .provisional)
    #expect(state(19, of: 20) == .final)
    #expect(state(759, of: 800) == .provisional)
    #expect(state(760, of: 800) == .final)
    let all = MaturityRule(coverage: 1, afterDays: nil)
    #expect(state(799, of: 800, all) == .provisional)
    #expect(state(800, of: 800, all) == .final)
  }

  @Test("is final by age from that many days after the last day of the period")
  func age() {
    let rule = MaturityRule(coverage: 0.95, afterDays: 90)
    let end = Self.week.end
    #expect(state(1, of: 20, rule, asOf: end.advanced(by: 89)) == .provisional)
    #expect(state(1, of: 20, rule, asOf: end.advanced(by: 90)) == .final)
    #expect(state(0, of: 20, rule, asOf: end.advanced(by: 90)) == .final)
    #expect(state(1, of: 20, rule, asOf: nil) == .provisional)
  }

  @Test("never ages without a configured number of days")
  func noAge() {
    #expect(state(1, of: 20, asOf: Self.week.end.advanced(by: 10_000)) == .provisional)
  }

  @Test("does not exist where no label is expected")
  func nothingExpected() {
    #expect(state(0, of: 0) == nil)
  }

  @Test("grows with labels: more of them never make a final figure provisional")
  func monotone() {
    let states = (0...40).map { state($0, of: 40) }
    #expect(states == states.sorted { $0 == .provisional && $1 == .final })
  }

  @Test("counts rows with a prediction, in each slice for itself")
  func bySlice() throws {
    var profile = Profile(labels: [0, 1, 0], predictions: [0, 1, 1], scores: [0.1, 0.9, 0.8])
    let south = Slice.where("region", "south")
    profile.input.slices[.all] = .init(rows: 9, predictions: 6, positivePredictions: 3)
    profile.input.slices[south] = .init(rows: 2, predictions: 2, positivePredictions: 0)
    let measurer = ProfileMeasurer(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 1))
    let found = measurer.maturities(
      of: profile, in: Self.week, under: MaturityRule(coverage: 0.5, afterDays: nil), asOf: nil)
    #expect(
      found == [
        .all: Maturity(labelsArrived: 3, labelsExpected: 6, state: .final),
        south: Maturity(labelsArrived: 0, labelsExpected: 2, state: .provisional),
      ])
  }

  @Test("belongs to figures on labels alone, and to a class as to all rows")
  func ofKeys() throws {
    let maturity = Maturity(labelsArrived: 3, labelsExpected: 6, state: .provisional)
    let arm = ArmRecord(
      arm: Arm(version: "v1", stage: .production), period: Self.week, values: [], findings: [],
      distributions: [], rowCount: 6, labelCount: 3, maturities: [.all: maturity])
    #expect(arm.maturity(of: MetricKey(.rocAuc)) == maturity)
    #expect(arm.maturity(of: MetricKey(.recall, slice: .where("class", "cat"))) == maturity)
    for metric in [Metric.selectionRate, .rowCount, .psi, .estimatedAccuracy, .labelCoverage] {
      #expect(arm.maturity(of: MetricKey(metric)) == nil)
    }
  }

  @Test("stands in the record of a period with rows, and not in one without")
  func inTheRecord() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 90)
    source.add("v1", on: .week(3), right: 90)
    let weeks = try source.weeks()
    #expect(
      weeks[0].leading?.maturity
        == Maturity(labelsArrived: 100, labelsExpected: 100, state: .final))
    #expect(weeks[1].leading?.maturity == nil)
  }
}
