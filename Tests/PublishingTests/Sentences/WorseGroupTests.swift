import Assessment
import Profiling
import Testing

@testable import Publishing

/// Groups for which the model does clearly worse: asked about, and told when they are new.
@Suite("Groups that do clearly worse")
struct WorseGroupTests {
  private typealias Month = StoryFixture.Month

  private static let limit = Assessment.Expectation(
    .meanAbsoluteError, maximum: 17.4, origin: .configured)

  /// A month in which predictions are off by 13 minutes over all, and by more in groups.
  private static func month(_ groups: [String: Double]) -> Month {
    groups.reduce(Month.with(.meanAbsoluteError, 13, half: 0.8)) { month, group in
      month.with(
        .meanAbsoluteError, group.value, half: 2.5, slice: .where("weekday", group.key))
    }
  }

  private func fixture(_ months: [[String: Double]]) -> StoryFixture {
    StoryFixture(
      unit: "minutes", expectations: [Self.limit], months: months.map(Self.month))
  }

  @Test("are asked about with their figures, the worst first")
  func asked() {
    let story = fixture([[:], ["Wed": 24, "Thu": 28.5, "Fri": 13.5]]).story(.productManager)
    #expect(
      story.asks == [
        "Find out what happened where weekday is “Thu” or “Wed”: predictions were off by 28.5 and "
          + "24.0 minutes on average there, against 13.0 minutes over all predictions."
      ])
    #expect(
      fixture([[:], ["Wed": 24]]).story(.dataScientist).asks == [
        "Find out what happened where weekday is “Wed”: mean absolute error was 24.0 there, against "
          + "13.0 over all rows."
      ])
  }

  @Test("are told as the one change where nothing else changed")
  func changed() {
    #expect(
      fixture([[:], ["Sat": 18]]).story(.productManager).change == [
        "New and clearly worse than over all predictions: where weekday is “Sat”.",
        "Apart from that, no change worth reporting since January: predictions were off by "
          + "13.0 minutes on average, as before.",
      ])
    let context = fixture([[:], ["Sat": 18]]).context
    #expect(ChangeSentences(context: context).hasNews)
  }

  @Test("are no news in the month after, but stay a question that says for how long")
  func lasting() {
    let story = fixture([[:], ["Sat": 18], ["Sat": 17]]).story(.productManager)
    #expect(
      story.asks == [
        "Ask the data scientists why the model goes on doing clearly worse where weekday is “Sat” "
          + "(second month in a row: 17.0 minutes, after 18.0 minutes)."
      ])
    #expect(story.change.first?.hasPrefix("No change worth reporting") == true)
  }

  @Test("are not asked about where chance may explain the difference, or rows are too few")
  func doubtful() {
    let story = fixture([[:], ["Sat": 15]]).story(.productManager)
    #expect(story.asks == ["Nothing for this month."])
    #expect(story.change.first?.hasPrefix("No change worth reporting") == true)
    let weakest = WeakestSegments(context: fixture([["Sat": 15]]).context)
    #expect(
      weakest.introduction
        == "No group did clearly worse than the whole: chance may explain what differs.")
    #expect(weakest.table == nil)
    var few = fixture([[:], ["Sat": 28]])
    few.months[1].rows = 29
    few.months[1].labels = 29
    #expect(!few.story(.productManager).asks.contains { $0.contains("Sat") })
  }

  @Test("are not called so where the two figures would read the same")
  func rounded() {
    var months = [Self.month([:]), Self.month(["Sat": 15.502])]
    months[1].values[MetricKey(.meanAbsoluteError)] = (12.9999, 0.8)
    let context = StoryFixture(expectations: [Self.limit], months: months).context
    // The interval of the group begins at 13.002, and all rows have 12.9999: 13.0 and 13.0.
    #expect(WorseGroups(context: context).clear.isEmpty)
    #expect(WorseGroups(context: context).shown.count == 1)
  }

  @Test("are no question any more once somebody has decided about them")
  func decided() {
    var fixture = fixture([[:], ["Sat": 18], ["Sat": 18]])
    let period = Period(.month, containing: Day(year: 2024, month: 2, day: 1))
    func decision(_ subject: Remark.Subject) -> Remark {
      Remark(
        model: "m", period: period, author: "A. Hall", role: .productManager, kind: .decision,
        date: period.end, subject: subject, text: "Known.", file: "x.md", line: 1)
    }
    let figure = Remark.Figure(metric: .meanAbsoluteError, slice: "weekday=Sat")
    for subject in [Remark.Subject.figure(figure), .section("where-it-did-worst")] {
      fixture.comments = [decision(subject)]
      #expect(fixture.story(.productManager).asks == ["Nothing for this month."])
    }
    let other = Remark.Figure(metric: .meanAbsoluteError, slice: "weekday=Sun")
    fixture.comments = [decision(.figure(other))]
    #expect(fixture.story(.productManager).asks != ["Nothing for this month."])
    // A decision of an earlier run says nothing of a later one.
    fixture.comments = [decision(.figure(figure))]
    fixture.months += [Self.month([:]), Self.month(["Sat": 18])]
    #expect(fixture.story(.productManager).asks != ["Nothing for this month."])
  }

  @Test("are not named where their figures are kept back")
  func hidden() {
    var fixture = fixture([[:], [:]])
    let key = MetricKey(.meanAbsoluteError, slice: .where("weekday", "Sat"))
    fixture.months[1].reasons[key] = .withheld(.smallGroup(below: 10))
    let story = fixture.story(.productManager)
    #expect(!(story.asks + story.change + story.grounds).contains { $0.contains("Sat") })
  }

  @Test("of several attributes are named attribute by attribute")
  func places() {
    let slices: [Slice] = [
      .where("weekday", "Thu"), .where("origin", "LGA"), .where("weekday", "Wed"),
    ]
    #expect(
      WorseGroupSentences.places(slices.map { ($0, nil) })
        == "weekday is “Thu” or “Wed”, or origin is “LGA”")
  }
}
