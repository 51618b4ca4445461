import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Questions that nobody has answered")
struct OpenQuestionsTests {
  private typealias Expectation = Assessment.Expectation
  private typealias Month = StoryFixture.Month

  private static let rules = ["wind", "rain"].map {
    Expectation(.psi, feature: $0, maximum: 0.1, origin: .convention)
  }

  /// A week in which columns differ from the reference and groups do clearly worse.
  private func week(_ drifted: [String] = [], worse: [String] = []) -> Month {
    var week = Month.with(.meanAbsoluteError, 13, half: 0.8)
    for column in ["wind", "rain"] {
      week = week.with(
        .psi, drifted.contains(column) ? 0.3 : 0.02, half: 0.01, feature: column)
      week.significance[MetricKey(.psi, feature: column)] = Significance(pValue: 0, adjusted: 0)
    }
    for day in ["Thu", "Wed"] {
      week = week.with(
        .meanAbsoluteError, worse.contains(day) ? 24 : 13.2, half: 2,
        slice: .where("weekday", day))
    }
    return week
  }

  private func asks(
    _ weeks: [Month], _ role: Role = .productManager, comments: [Remark] = [], at index: Int? = nil
  ) -> [String] {
    let fixture = StoryFixture(
      kind: .week, unit: "minutes", comments: comments, expectations: Self.rules, months: weeks)
    return ReportStory(context: fixture.context(at: index ?? weeks.count - 1), role: role).asks
  }

  private static let closing = " A decision closes it."
  private static let longClosing = " A decision closes it, or 3 weeks as expected."

  @Test("stay on the page for as long as they are open")
  func group() {
    let weeks = [week(), week(worse: ["Thu", "Wed"]), week(), week(), week()]
    let open =
      "Open since week 2: why it did clearly worse where weekday is “Thu” or “Wed”."
      + Self.closing
    #expect(asks(weeks, at: 2) == [open])
    #expect(asks(weeks, at: 3) == [open])
    // The third week in a row in which it was as expected.
    #expect(asks(weeks, at: 4) == ["Nothing for this week."])
    // What is worse now has a question of its own.
    #expect(!asks(weeks, at: 1).contains { $0.hasPrefix("Open since") })
  }

  @Test("are asked of those who were asked before, and of nobody else")
  func roles() {
    let weeks = [week(), week(["wind"], worse: ["Thu"]), week()]
    for role in Role.allCases {
      let isAsked = role == .productManager || role == .dataScientist
      #expect(asks(weeks, role).contains { $0.hasPrefix("Open since week 2") } == isAsked)
    }
  }

  @Test("about a column are open while it differs, and told as back where it differs again")
  func mix() {
    let weeks = [week(), week(["wind"]), week(["wind"]), week(), week(["wind", "rain"])]
    #expect(
      asks(weeks, at: 1) == [
        "Ask what changed in wind, and whether that is expected: its mix newly differs from the "
          + "reference."
      ])
    #expect(asks(weeks, at: 2) == ["Open since week 2: what changed in wind." + Self.closing])
    #expect(asks(weeks, at: 3) == ["Open since week 2: what changed in wind." + Self.closing])
    #expect(
      asks(weeks, at: 4) == [
        "Ask what changed in rain, and whether that is expected: its mix newly differs from the "
          + "reference.",
        "Ask what changed in wind: its mix differs from the reference again, a question open since "
          + "week 2.",
      ])
  }

  @Test("are closed by a decision about what raised them, and by no other")
  func decided() {
    let weeks = [week(), week(["wind"]), week()]
    let period = Period(.week, containing: Day(year: 2024, month: 1, day: 8))
    func decision(_ subject: Remark.Subject?, _ period: Period = period) -> Remark {
      Remark(
        model: "m", period: period, author: "A. Hall", role: .productManager, kind: .decision,
        date: period.end, subject: subject, text: "Known.", file: "x.md", line: 1)
    }
    func isOpen(_ remark: Remark) -> Bool {
      asks(weeks, comments: [remark]).contains { $0.hasPrefix("Open since") }
    }
    let wind = Remark.Figure(metric: .psi, feature: "wind")
    #expect(!isOpen(decision(.figure(wind))))
    #expect(!isOpen(decision(.incident(wind))))
    #expect(!isOpen(decision(.section("has-the-world-moved"))))
    #expect(isOpen(decision(nil)))
    #expect(isOpen(decision(.figure(Remark.Figure(metric: .psi, feature: "rain")))))
    #expect(
      isOpen(decision(.figure(wind), Period(.week, containing: Day(year: 2024, month: 1, day: 1)))))
  }

  @Test("are few: three periods in which they began, and how many are older")
  func bounded() {
    let days = ["A", "B", "C", "D", "E"]
    let weeks = (0..<6).map { index in
      days.enumerated().reduce(week()) { week, day in
        // Each is worse in one week and has no figure afterwards.
        day.offset < index
          ? week
          : week.with(
            .meanAbsoluteError, day.offset == index ? 24 : 13.2, half: 2,
            slice: .where("day", day.element))
      }
    }
    #expect(
      self.asks(weeks).last == "3 older questions are open too, the oldest since week 1.")
    #expect(self.asks(weeks).count == 3)
    let asks = asks(weeks, .dataScientist)
    #expect(
      asks.map { $0.prefix(20) } == [
        "Open since week 5: w", "Open since week 4: w", "Open since week 3: w",
        "2 older questions ar",
      ])
    #expect(asks.last == "2 older questions are open too, the oldest since week 1.")
    #expect(asks.count { $0.hasSuffix(Self.longClosing) } == 1)
  }

  @Test("do not change the page of an earlier week")
  func earlier() {
    let weeks = [week(), week(["wind"], worse: ["Thu"]), week()]
    let longer = weeks + [week(), week(["rain"]), week(worse: ["Wed"])]
    #expect(asks(weeks, at: 2) == asks(longer, at: 2))
  }
}
