import Assessment
import Profiling
import Testing

private typealias Expectation = Assessment.Expectation

@Suite struct IncidentTests {
  private static let start = Period(.month, containing: Day(year: 2014, month: 1, day: 1))
  private static let expectation = Expectation(.rocAuc, minimum: 0.65, origin: .configured)

  /// One period: a value with a status, or no arm at all.
  private func periods(
    _ steps: [(Double, Status)?], expectation: Expectation = expectation
  ) -> [PeriodRecord] {
    var period = Self.start
    return steps.map { step in
      defer { period = period.next }
      let arms = step.map { number, status -> [ArmRecord] in
        let value = MetricValue(expectation.key, .value(number, interval: nil), count: 100)
        let finding = Finding(
          value: value, expectation: expectation, status: status, periodsInARow: 0)
        return [
          ArmRecord(
            arm: Arm(version: "a", stage: .production), period: period, values: [value],
            findings: [finding], distributions: [], rowCount: 100, labelCount: 100)
        ]
      }
      return PeriodRecord(
        period: period, arms: arms ?? [], comparisons: [], promotions: [], inputs: [])
    }
  }

  @Test("opens with the first breach and closes with the first other verdict")
  func openAndClose() throws {
    let log = IncidentLog(
      periods([(0.7, .ok), (0.6, .breach), (0.5, .breach), (0.66, .watch), (0.6, .breach)]))
    #expect(log.asOf(0).isEmpty)
    let incidents = log.asOf(4)
    #expect(incidents.map(\.first) == [1, 4])
    #expect(incidents.map(\.length) == [2, 1])
    #expect(incidents.map(\.isOpen) == [false, true])
    let closing = try #require(incidents.first?.closing)
    #expect(closing.index == 3)
    #expect(closing.reason == .judged(.watch))
    #expect(incidents.first?.worst?.value.estimate.value == 0.5)
  }

  @Test("knows at a period only what had happened by then")
  func asOf() throws {
    let log = IncidentLog(periods([(0.6, .breach), (0.5, .breach), (0.7, .ok)]))
    let early = try #require(log.asOf(0).first)
    #expect(early.isOpen && early.length == 1)
    #expect(early.worst?.value.estimate.value == 0.6)
    #expect(try #require(log.asOf(1).first).isOpen)
    #expect(try !#require(log.asOf(2).first).isOpen)
  }

  @Test("is neither closed nor lengthened by periods that could not be judged")
  func unjudged() throws {
    let log = IncidentLog(
      periods([(0.6, .breach), (0.9, .insufficient), nil, (0.6, .breach), (0.7, .ok)]))
    let incident = try #require(log.asOf(4).first)
    #expect(log.asOf(4).count == 1)
    #expect(incident.breaches.map(\.index) == [0, 3])
    #expect(incident.unjudgedCount == 2)
    #expect(try #require(log.asOf(2).first).isOpen)
  }

  @Test("ends as withdrawn when nobody expects the metric any more")
  func withdrawn() throws {
    let other = Expectation(.accuracy, minimum: 0.5, origin: .configured)
    let first = periods([(0.6, .breach)])
    let second = periods([nil, (0.9, .ok)], expectation: other).dropFirst()
    let incident = try #require(IncidentLog(first + second).asOf(1).first)
    #expect(incident.closing?.reason == .withdrawn)
  }

  @Test("stays open when the group that it is about has no rows for a while")
  func groupWithoutRows() throws {
    let group = Expectation(
      .rocAuc, slice: .where("race", "Asian"), minimum: 0.65, origin: .configured)
    let log = IncidentLog(
      periods([(0.6, .breach)], expectation: group) + periods([nil, (0.7, .ok)]).dropFirst())
    let incident = try #require(log.asOf(1).first { $0.key == group.key })
    #expect(incident.isOpen)
    #expect(incident.unjudgedCount == 1)
  }
}
