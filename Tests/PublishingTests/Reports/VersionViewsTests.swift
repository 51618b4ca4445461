import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Versions side by side")
struct VersionViewsTests {
  private func views(_ change: (PeriodRecord) -> [ArmComparison]) -> VersionViews {
    let model = SampleDelay.model
    let week = model.periods[15]
    var periods = model.periods
    periods[15] = PeriodRecord(
      period: week.period, arms: week.arms, comparisons: change(week), promotions: [], inputs: [])
    let changed = ModelRecord(
      identity: model.identity, references: [], referenceInput: nil, periods: periods,
      unmatchedLabelCount: 0)
    return VersionViews(
      context: ReportContext(model: changed, index: 15, history: ModelHistory(changed)))
  }

  @Test("are told in one sentence without a table to readers without statistics")
  func brief() {
    let told = views(\.comparisons).liveInBrief
    #expect(told.map(\.title) == ["gbm-2 beside ridge-1"])
    #expect(
      told[0].sentences == [
        "gbm-2 ran in shadow on 7 days (15 to 21 July 2013, 900 predictions each): predictions were "
          + "off by 14.0 on average, against 12.9 for ridge-1; nothing tells how sure that is."
      ])
    #expect(told[0].table == nil)
  }

  @Test("are told to have run where no figure is known for both, and not at all where none ran")
  func unknown() {
    let open = views { week in
      week.comparisons.map {
        ArmComparison(
          production: $0.production, other: $0.other, firstDay: $0.firstDay, lastDay: $0.lastDay,
          dayCount: 1, rows: [])
      }
    }
    #expect(
      open.liveInBrief[0].sentences == [
        "gbm-2 ran in shadow on 1 day (15 to 21 July 2013), but no measure of performance is known "
          + "for both."
      ])
    #expect(views { _ in [] }.liveInBrief.isEmpty)
  }
}
