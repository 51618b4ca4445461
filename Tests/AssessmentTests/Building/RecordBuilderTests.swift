import Profiling
import Testing

@testable import Assessment

@Suite("The record of a model")
struct RecordBuilderTests {
  @Test("has every period from the first day with rows to the last")
  func withoutGaps() throws {
    var source = MemorySource()
    source.add("v1", on: .week(2, 3), right: 90)
    source.add("v1", on: .week(5, 7), right: 90)
    let weeks = try source.weeks()
    #expect(weeks.map(\.period.description) == ["2024-W02", "2024-W03", "2024-W04", "2024-W05"])
    #expect(try MemorySource().weeks().isEmpty)
  }

  @Test("keeps the leading arm in an empty period, with a reason for every metric")
  func emptyPeriod() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 90)
    source.add("v1", on: .week(3), right: 90)
    let weeks = try source.weeks()
    let empty = try #require(weeks[1].leading)
    #expect(empty.arm == Arm(version: "v1", stage: .production))
    #expect(empty.status == .missing)
    #expect(empty.rowCount == 0)
    #expect(empty[MetricKey(.accuracy)]?.estimate == .unavailable(.noLabels))
    #expect(empty.findings.map(\.status) == [.missing])
    #expect(empty.values.map(\.key) == weeks[0].leading?.values.map(\.key))
  }

  @Test("merges the days of a period")
  func mergesDays() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1, 1), right: 90)
    source.add("v1", on: .week(1, 7), right: 70)
    source.add("v1", on: .week(2, 1), right: 10)
    let first = try #require(try source.weeks().first?.leading)
    #expect(first.rowCount == 200)
    #expect(first[MetricKey(.accuracy)]?.estimate.value == 0.8)
  }

  @Test("counts the periods of a breach, across a change of version")
  func streaks() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 90)
    source.add("v1", on: .week(2), right: 60)
    source.add("v2", on: .week(3), right: 60)
    source.add("v2", on: .week(4), rows: 10, right: 6)
    source.add("v2", on: .week(6), right: 60)
    source.add("v2", on: .week(7), right: 90)
    source.add("v2", on: .week(8), right: 60)
    let findings = try source.weeks().map { try #require($0.leading?.findings.first) }
    #expect(
      findings.map(\.status) == [
        .ok, .breach, .breach, .insufficient, .missing, .breach, .ok, .breach,
      ])
    #expect(findings.map(\.periodsInARow) == [0, 1, 2, 0, 0, 3, 0, 1])
  }

  @Test("counts a shadow's breaches apart from those of production")
  func streaksByStage() throws {
    var source = MemorySource()
    for week in 1...2 {
      source.add("v1", on: .week(week), right: 90)
      source.add("v2", .shadow, on: .week(week), right: 50)
    }
    let arms = try source.weeks()[1].arms
    #expect(arms.map(\.findings.first?.periodsInARow) == [0, 2])
  }

  @Test("compares arms on the days that both have, and on no others")
  func comparison() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1, 1), right: 10)
    source.add("v1", on: .week(1, 2), right: 80)
    source.add("v1", on: .week(1, 3), right: 80)
    source.add("v2", .candidate, on: .week(1, 2), right: 90)
    source.add("v2", .candidate, on: .week(1, 3), right: 90)
    source.add("v2", .candidate, on: .week(1, 4), right: 10)
    let comparison = try #require(try source.weeks()[0].comparisons.first)
    #expect(comparison.dayCount == 2)
    #expect(comparison.firstDay == .week(1, 2) && comparison.lastDay == .week(1, 3))
    let accuracy = try #require(comparison.rows.first { $0.key == MetricKey(.accuracy) })
    #expect(agree(accuracy.difference, 0.1))
    #expect(accuracy.outcome == .better)
    let loss = try #require(comparison.rows.first { $0.key == MetricKey(.brierScore) })
    #expect(loss.difference < 0 && loss.outcome == .better)
    let prevalence = try #require(comparison.rows.first { $0.key == MetricKey(.prevalence) })
    #expect(prevalence.outcome == .even)
  }

  @Test("compares nothing without a shared day")
  func noSharedDay() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1, 1), right: 90)
    source.add("v2", .shadow, on: .week(1, 2), right: 90)
    #expect(try source.weeks()[0].comparisons.isEmpty)
  }

  @Test("names the input files whose rows fall into the period")
  func inputs() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 90)
    source.add("v1", on: .week(2), right: 90)
    let file = InputFile(
      role: .predictions, path: "a.csv", size: 1, digest: "", rowCount: 1, malformedRowCount: 0,
      duplicateCount: 0)
    let weeks = try source.weeks(inputs: [(file, .week(1, 1)...(.week(1, 7)))])
    #expect(weeks.map(\.inputs) == [[file], []])
  }
}
