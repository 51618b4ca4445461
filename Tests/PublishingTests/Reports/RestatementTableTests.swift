import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("The table of restated figures")
struct RestatementTableTests {
  private func table(_ first: [Metric: FirstPublished]) -> RestatementTable {
    let period = Period(.month, containing: Day(year: 2014, month: 4, day: 1))
    var arm = ArmBuilder("v1", .production, period, rows: 100, labels: 90)
    arm.set(.rocAuc, 0.6331, count: 90)
    arm.set(.accuracy, 0.58, count: 90)
    arm.set(.truePositiveCount, 40, count: 90)
    arm.lack(.precision, .undefined(because: "nothing was predicted positive"))
    arm.firstPublished = first
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(
          period: period, arms: [arm.record()], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    return RestatementTable(
      context: ReportContext(model: model, index: 0, history: ModelHistory(model)))
  }

  private func first(_ value: Double) -> FirstPublished {
    FirstPublished(value: value, day: Day(year: 2014, month: 5, day: 2))
  }

  @Test("has both values, the day of the first, and the change")
  func rows() throws {
    let table = table([.rocAuc: first(0.6612), .accuracy: first(0.58), .precision: first(0.5)])
    #expect(
      try #require(table.table).rows.map(\.cells) == [
        ["Precision", "50.0 %", "2 May 2014", "nothing was predicted positive", "none"],
        ["ROC AUC", "0.661", "2 May 2014", "0.633", "−0.028"],
      ])
    #expect(table.sentence.hasPrefix("2 figures of this month have changed"))
  }

  @Test("is left out when nothing changed")
  func unchanged() {
    let same = table([.accuracy: first(0.58)])
    #expect(same.table == nil)
    #expect(
      same.sentence == "No figure of this month has changed since it was first published.")
    #expect(table([:]).sentence == same.sentence)
  }

  @Test("leaves out what does not show in print, and says so")
  func invisible() {
    let table = table([.rocAuc: first(0.63314)])
    #expect(table.table == nil)
    #expect(
      table.sentence == "No figure of this month has changed in the digits that are printed.")
  }

  @Test("leaves out counts, which only say that labels have come")
  func counts() {
    #expect(table([.truePositiveCount: first(30)]).table == nil)
  }
}
