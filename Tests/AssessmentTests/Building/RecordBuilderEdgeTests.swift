import Profiling
import Testing

@testable import Assessment

@Suite("The record of a model in unusual histories")
struct RecordBuilderEdgeTests {
  @Test("survives a version that goes back to shadow after production")
  func demotion() throws {
    var source = MemorySource()
    for week in 1...4 { source.add("v1", on: .week(week), right: 80) }
    source.add("v2", on: .week(2, 3), right: 80)
    source.add("v2", .shadow, on: .week(3), right: 80)
    let promotion = try #require(try source.weeks().flatMap(\.promotions).first)
    #expect(promotion.version == "v2")
    #expect(promotion.overall == nil)
  }

  @Test("counts a period once, however many versions breached in it")
  func twoVersions() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1, 1), rows: 200, right: 50)
    source.add("v2", on: .week(1, 2), right: 50)
    source.add("v2", on: .week(2), right: 50)
    let weeks = try source.weeks()
    #expect(weeks[0].arms.map(\.findings.first?.periodsInARow) == [1, 1])
    #expect(weeks[1].leading?.findings.first?.periodsInARow == 2)
  }

  @Test("counts empty periods for expectations of the number of rows")
  func emptyPeriods() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 80)
    source.add("v1", on: .week(4), rows: 40, right: 30)
    let rows = Expectation(.rowCount, minimum: 50, origin: .configured)
    let findings = try source.weeks(expectations: [rows]).map {
      try #require($0.leading?.findings.first)
    }
    #expect(findings.map(\.periodsInARow) == [0, 1, 2, 3])
  }

  @Test("holds the rows of all versions in production against what is expected of their number")
  func sharedWeek() throws {
    var source = MemorySource()
    for day in 1...6 { source.add("v1", on: .week(1, day), right: 80) }
    source.add("v2", on: .week(1, 7), right: 80)
    source.add("v3", .shadow, on: .week(1, 7), right: 80)
    let rows = Expectation(.rowCount, minimum: 650, origin: .configured)
    let week = try #require(try source.weeks(expectations: [rows]).first)
    #expect(week.arms.map(\.findings.first?.status) == [.ok, .ok, .breach])
    #expect(week.arms.map { $0.findings.first?.value.estimate.value } == [700, 700, 100])
    // What each of them answered stays its own.
    #expect(week.arms.map { $0[MetricKey(.rowCount)]?.estimate.value } == [600, 100, 100])
    #expect(week.servedRowCount == 700)
    #expect(week.served(MetricKey(.rowCount))?.count == 700)
    #expect(week.served(MetricKey(.accuracy)) == week.leading?[MetricKey(.accuracy)])
  }

  @Test("counts what the only arm answered where nothing was in production")
  func shadowAlone() throws {
    var source = MemorySource()
    source.add("a", .shadow, on: .week(1), rows: 40, right: 30)
    source.add("b", .shadow, on: .week(1), rows: 60, right: 30)
    #expect(try source.weeks()[0].servedRowCount == 60)
  }

  @Test("is led by the version with most rows, not by the first name")
  func mostRows() throws {
    var source = MemorySource()
    source.add("a-canary", on: .week(1), rows: 40, right: 30)
    source.add("b-main", on: .week(1), rows: 400, right: 300)
    #expect(try source.weeks()[0].leading?.arm.version == "b-main")
  }

  @Test("has no coefficient of determination when all labels are 0.1")
  func equalLabels() {
    let measurer = ProfileMeasurer(
      schema: .sample(.regression), settings: MeasureSettings(minimumRows: 1))
    let table = measurer.table(of: Profile(labels: [0.1, 0.1, 0.1], predictions: [1, 2, 3]))
    #expect(table[MetricKey(.rSquared)]?.estimate.value == nil)
  }
}
