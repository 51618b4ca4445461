import Assessment
import Profiling
import Testing

@testable import Publishing

/// The question why a version took over that had done no better.
@Suite("A version that took over")
struct VersionAsksTests {
  private static let day = Day(year: 2024, month: 2, day: 3)

  private static func value(_ number: Double, half: Double?) -> MetricValue {
    MetricValue(
      MetricKey(.meanAbsoluteError),
      .value(number, interval: half.map { Interval(lower: number - $0, upper: number + $0) }),
      count: 10_098)
  }

  private static func promotion(half: Double?) -> Promotion {
    let row = ArmComparison.Row(
      key: MetricKey(.meanAbsoluteError), production: value(14.7, half: half),
      other: value(15.1, half: half), difference: 0.4, outcome: .worse)
    return Promotion(
      version: "b", replaced: "a", day: day, months: [],
      overall: ArmComparison(
        production: Arm(version: "a", stage: .production),
        other: Arm(version: "b", stage: .shadow), firstDay: Day(year: 2023, month: 11, day: 3),
        lastDay: Day(year: 2024, month: 2, day: 2), dayCount: 92, rows: [row]))
  }

  /// Three months; the version takes over in the second.
  private func fixture(half: Double?) -> StoryFixture {
    var months = [13.0, 13, 13].map { StoryFixture.Month.with(.meanAbsoluteError, $0, half: 0.3) }
    months[1].promotions = [Self.promotion(half: half)]
    for index in 1...2 { months[index].arm = Arm(version: "b", stage: .production) }
    return StoryFixture(unit: "minutes", expectations: [], months: months)
  }

  private func asks(_ fixture: StoryFixture, _ index: Int, _ role: Role) -> [String] {
    ReportStory(context: fixture.context(at: index), role: role).asks
  }

  @Test("is asked about with days, predictions and chance in the month of the change")
  func full() {
    #expect(
      asks(fixture(half: 0.2), 1, .productManager) == [
        "Ask the data scientists why b took over from a on 3 February 2024, although it had done "
          + "worse: on the 92 days on which both ran, predictions were off by 15.1 minutes on "
          + "average, against 14.7 minutes (10,098 predictions each; the difference is more than "
          + "chance would explain)."
      ])
    #expect(
      asks(fixture(half: 0.2), 1, .dataScienceManager)[0].hasPrefix(
        "Decide whether b should go on serving. It took over from a on 3 February 2024, although it "
          + "had done worse: on the 92 days on which both ran, its mean absolute error was 15.1"))
    #expect(
      asks(fixture(half: 0.2), 1, .dataScientist) == [
        "Find out why b took over from a on 3 February 2024, although it had done worse: on the 92 "
          + "days on which both ran, its mean absolute error was 15.1, against 14.7 (10,098 rows each; "
          + "the difference is more than chance would explain)."
      ])
  }

  @Test("is accused of nothing that chance may explain")
  func chance() {
    let ask = asks(fixture(half: 0.4), 1, .productManager)[0]
    #expect(ask.contains("as it had not done better") && !ask.contains("worse"))
    #expect(ask.hasSuffix("(10,098 predictions each; chance may explain the difference)."))
    let open = asks(fixture(half: nil), 1, .productManager)[0]
    #expect(open.hasSuffix("nothing tells how sure that is)."))
    #expect(
      RiskSentences(context: fixture(half: 0.4).context).text.hasSuffix(
        "The version in use, b, had done worse than a while both ran, which chance may explain."))
  }

  @Test("stays a short question that says since when and how it is closed")
  func short() {
    let closing = "A decision on record closes the question."
    #expect(
      asks(fixture(half: 0.2), 2, .productManager) == [
        "Open since February: ask the data scientists why b took over from a, although it had done "
          + "worse (15.1 against 14.7 minutes, on the 92 days on which both ran). \(closing)"
      ])
    #expect(
      asks(fixture(half: 0.2), 2, .dataScienceManager) == [
        "Decide whether b should go on serving. Open since February: it took over from a, although "
          + "it had done worse (15.1 against 14.7, on the 92 days on which both ran). \(closing)"
      ])
    #expect(
      asks(fixture(half: 0.4), 2, .business)
        == [
          "Open since February: ask the data scientists why b took over from a, as it had not "
            + "done better (15.1 against 14.7 minutes, on the 92 days on which both ran). "
            + closing
        ])
  }

  @Test("is no question where a decision is on record, or it had done better")
  func closed() {
    var decided = fixture(half: 0.2)
    decided.comments = [
      Remark(
        model: "m", period: Period(.month, containing: Self.day), author: "A. Hall",
        role: .dataScienceManager, kind: .decision, date: Self.day, text: "Cheaper to run.",
        file: "x.md", line: 1)
    ]
    #expect(asks(decided, 2, .productManager) == ["Nothing for this month."])
  }

  @Test("is told once in the opening of a report that asks about it")
  func opening() {
    let told = FrontBuilder(context: fixture(half: 0.2).context(at: 1), role: .productManager).view
    #expect(told.promotions == ["b took over from a on 3 February 2024."])
  }
}
