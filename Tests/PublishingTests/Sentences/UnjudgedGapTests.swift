import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("A gap between groups that no expectation speaks of")
struct UnjudgedGapTests {
  private static let others: [Assessment.Expectation] = [
    Assessment.Expectation(.rowCount, minimum: 1, origin: .configured),
    Assessment.Expectation(.rocAuc, minimum: 0.5, origin: .configured),
  ]

  private func context(
    _ expectations: [Assessment.Expectation] = others, comments: [Remark] = []
  ) throws -> ReportContext {
    let record = try SampleGroups.random(seed: 1).record(expectations: expectations).publishable
    let history = ModelHistory(record, comments: RemarkBook(comments))
    return ReportContext(model: record, index: 2, history: history)
  }

  private func decision(_ subject: Remark.Subject?, month: Int = 3) -> Remark {
    Remark(
      model: "loans",
      period: Period(.month, containing: Day(year: 2024, month: month, day: 1)), author: "A",
      role: .compliance, kind: .decision, date: Day(year: 2024, month: month, day: 28),
      subject: subject, text: "Accepted.", file: "f", line: 1)
  }

  @Test("opens the report for compliance with both groups, the ratio and its interval")
  func told() throws {
    let context = try context()
    let value = try #require(
      context.leading?[
        MetricKey(
          .demographicParityRatio, slice: Slice(parts: [.init(attribute: "race", value: nil)]))])
    let ratio = try #require(value.estimate.value)
    let figure = try #require(context.figure)
    let interval = try #require(figure.interval(value))
    #expect(ratio < 0.8)
    let story = ReportStory(context: context, role: .compliance)
    let text = try #require(story.grounds.first)
    for part in [
      "by race", "B got the good answer \(figure.short(value)) times as often as A",
      "(95 % interval \(interval))",
    ] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(story.answer.contains("none is about groups of people"))
    #expect(!story.answer.contains("No fault"))
    #expect(story.asks.contains { $0.hasPrefix("Agree how far apart groups of people may be") })
  }

  @Test("stays a question in a month that compares no groups, until somebody decides")
  func open() throws {
    let record = try SampleGroups.random(seed: 1).record(expectations: Self.others).publishable
    let last = record.periods[2]
    let leading = try #require(last.leading)
    let period = last.period.next
    let bare = ArmRecord(
      arm: leading.arm, period: period, values: [], findings: leading.findings, distributions: [],
      rowCount: leading.rowCount, labelCount: leading.labelCount)
    let model = ModelRecord(
      identity: record.identity, references: record.references, referenceInput: nil,
      periods: record.periods[...2] + [
        PeriodRecord(period: period, arms: [bare], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    func asks(_ comments: [Remark]) -> [String] {
      let history = ModelHistory(model, comments: RemarkBook(comments))
      let context = ReportContext(model: model, index: 3, history: history)
      return ReportStory(context: context, role: .compliance).asks
    }
    let open =
      ": agree how far apart groups of people may be, or put on record why the gap between "
    #expect(asks([]).contains { $0.hasPrefix("Open since ") && $0.contains(open) })
    #expect(!asks([decision(.section("are-groups-treated-alike"))]).contains { $0.contains(open) })
  }

  @Test("is left to the verdict where somebody has agreed a limit")
  func judged() throws {
    #expect(try UnjudgedGap(context: context(SampleGroups.expectations)) == nil)
  }

  @Test("is no business of readers who cannot settle it")
  func otherRoles() throws {
    let context = try context()
    for role in Role.allCases where role != .compliance {
      let story = ReportStory(context: context, role: role)
      #expect(!(story.grounds + story.asks).contains { $0.contains("groups of people") })
    }
  }

  @Test("is asked about until a decision that refers to groups is on record")
  func decided() throws {
    func asks(_ comments: [Remark]) throws -> Bool {
      try UnjudgedGap(context: context(comments: comments))?.ask != nil
    }
    #expect(try asks([]))
    #expect(try asks([decision(nil), decision(.figure(.init(metric: .rocAuc)))]))
    #expect(try asks([decision(.section("incidents"))]))
    #expect(try !asks([decision(.section("groups-of-protected-attributes"))]))
    let figure = Remark.Figure(metric: .demographicParityRatio, slice: "race")
    #expect(try !asks([decision(.figure(figure), month: 1)]))
    // It is still told: that somebody accepts a gap does not close it.
    #expect(
      try UnjudgedGap(
        context: context(comments: [decision(.section("are-groups-treated-alike"))])) != nil)
  }
}
