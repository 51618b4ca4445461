import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Lists of findings")
struct FindingListTests {
  private typealias Expectation = Assessment.Expectation

  private static func drift(_ column: String) -> Expectation {
    Expectation(.psi, feature: column, maximum: 0.25, origin: .convention)
  }

  private static func missing(_ column: String) -> Expectation {
    Expectation(.missingShare, feature: column, maximum: 0.01, origin: .convention)
  }

  /// Everything that is given is beyond its limit.
  private func fixture(_ rules: [Expectation]) -> StoryFixture {
    var month = StoryFixture.Month()
    for rule in rules {
      let value = rule.metric == .psi ? 0.4 : 0.2
      month = month.with(
        rule.metric, value, half: rule.metric == .psi ? nil : 0.01, feature: rule.feature,
        slice: rule.slice)
      month.significance[rule.key] = Significance(pValue: 1e-6, adjusted: 1e-5)
    }
    return StoryFixture(expectations: rules, months: [month])
  }

  private func list(_ rules: [Expectation], isPlain: Bool = true) -> String {
    let context = fixture(rules).context
    return FindingClauses(context: context, isPlain: isPlain)
      .list(context.leading?.findings ?? [])
  }

  @Test("names columns that share a measure together")
  func columns() {
    #expect(
      list([Self.missing("wind"), Self.missing("rain")]) == "missing values of wind and rain")
    #expect(list([Self.drift("wind"), Self.drift("rain")]) == "the mix of wind and rain")
    #expect(
      list([Self.drift("wind"), Self.drift("rain")], isPlain: false) == "the mix of wind and rain")
  }

  @Test("separates lists of columns so that none runs into the next")
  func separation() {
    #expect(
      list([Self.missing("wind"), Self.missing("rain"), Self.drift("dest")])
        == "missing values of wind and rain; the mix of dest")
    #expect(
      list([Self.missing("wind"), Self.drift("dest")])
        == "missing values of wind and the mix of dest")
  }

  @Test("names three and counts the rest")
  func rest() {
    let columns = ["a", "b", "c", "d", "e"]
    #expect(list(columns.map(Self.drift)) == "the mix of a, b, c and 2 more")
    #expect(
      list([Self.missing("a")] + columns.map(Self.drift))
        == "missing values of a; the mix of a and b; 3 more")
  }

  @Test("names a column once, and the rows where not all are meant")
  func slices() {
    let north = Slice.where("area", "north")
    let rules = [
      Expectation(.missingShare, slice: north, feature: "a", maximum: 0.01, origin: .convention),
      Self.missing("a"),
    ]
    #expect(
      list(rules) == "missing values of a for area = north and missing values of a")
  }

  @Test("names answers and outcomes in words, and asks nobody about them")
  func outputs() {
    var fixture = fixture([Self.drift("wind"), Self.drift("guess"), Self.drift("truth")])
    fixture.months[0].outputs = ["guess": .prediction, "truth": .label]
    fixture.months.insert(
      StoryFixture.Month().with(.psi, 0.1, feature: "wind").with(.psi, 0.1, feature: "guess")
        .with(.psi, 0.1, feature: "truth"), at: 0)
    let story = fixture.story(.productManager)
    #expect(
      story.grounds.contains(
        "The inputs have changed: the mix of wind differs from the reference. "
          + "The predictions and the outcomes differ too. That is a reason to look, not a fault "
          + "of the model."))
    #expect(
      story.change == [
        "New and worth a look: the mix of wind, the predictions and the outcomes."
      ])
    #expect(
      fixture.story(.dataEngineer).change == [
        "Newly different from the reference: the mix of wind, guess and truth."
      ])
    #expect(
      story.asks.contains {
        $0 == "Ask what changed in wind, and whether that is expected: its mix newly differs from "
          + "the reference."
      })
    #expect(
      RiskSentences(context: fixture.context).text
        == "The inputs of the model have changed. The answers may become less right, even where the "
        + "figures do not show that yet.")
    fixture.expectations.removeFirst()
    #expect(
      RiskSentences(context: fixture.context).text
        == "The mix of the predictions and the outcomes has changed. The answers may become less "
        + "right, even where the figures do not show that yet.")
    #expect(
      fixture.story(.productManager).grounds.contains {
        $0.hasPrefix(
          "The mix of the predictions and the outcomes differs from the reference.")
      })
    #expect(fixture.story(.productManager).asks == ["Nothing for this month."])
  }

  @Test("names several scores, and the rows where not all are meant, as one reader would")
  func scores() {
    let north = Slice.where("area", "north")
    var fixture = fixture([
      Self.drift("score_a"), Self.drift("score_b"), Self.missing("guess"),
      Expectation(.psi, slice: north, feature: "guess", maximum: 0.25, origin: .convention),
    ])
    fixture.months[0].outputs = ["score_a": .score, "score_b": .score, "guess": .prediction]
    let context = fixture.context
    func list(isPlain: Bool) -> String {
      FindingClauses(context: context, isPlain: isPlain).list(context.leading?.findings ?? [])
    }
    #expect(
      list(isPlain: true)
        == "the mix of the scores and the predictions for area = north; missing values of the "
        + "predictions")
    #expect(
      list(isPlain: false).hasPrefix(
        "the mix of score_a, score_b and guess for area = north; missing values of guess"),
      "\(list(isPlain: false))")
    #expect(fixture.story(.business).asks == ["Nothing for this month."])
  }

  @Test("tells drift from what was broken, and all of it counts")
  func compliance() {
    var fixture = fixture([Self.drift("a"), Self.drift("b")])
    fixture.expectations += [
      Self.drift("c"), Expectation(.meanAbsoluteError, maximum: 15, origin: .configured),
    ]
    fixture.months[0] = fixture.months[0].with(.psi, 0.1, feature: "c")
      .with(.meanAbsoluteError, 13, half: 0.3)
    #expect(
      fixture.story(.compliance).answer
        == "No fault was found in January 2024: the one expectation on answers, data and service "
        + "was not broken.")
    let grounds = fixture.story(.compliance).grounds
    #expect(
      grounds.prefix(2) == [
        "Of 4 expectations: 2 beyond the limit of drift and 2 met.",
        "2 incidents are open since January 2024, all about drift.",
      ])
    let count = StandingCount(context: fixture.context)
    #expect(count.words == "2 worth a look and 2 met")
    #expect(count.wordsWithDrift == "2 beyond the limit of drift and 2 met")
  }
}

@Suite("Periods beside others")
struct PeriodNameTests {
  private func period(_ kind: PeriodKind, _ year: Int, _ month: Int, _ day: Int) -> Period {
    Period(kind, containing: Day(year: year, month: month, day: day))
  }

  @Test("leave out the year that both have")
  func sameYear() {
    let week = period(.week, 2013, 8, 26)
    #expect(period(.week, 2013, 8, 19).inWords(beside: week) == "in week 34")
    #expect(
      period(.month, 2013, 8, 1).name(beside: period(.month, 2013, 9, 1)) == "August")
    #expect(
      period(.quarter, 2013, 2, 1).name(beside: period(.quarter, 2013, 9, 1)) == "quarter 1")
    #expect(
      period(.day, 2013, 2, 3).inWords(beside: period(.day, 2013, 9, 1)) == "on 3 February")
  }

  @Test("keep it where it differs, by the year that a week belongs to")
  func otherYear() {
    // Monday 30 December 2013 begins week 1 of 2014.
    let first = period(.week, 2013, 12, 30)
    #expect(period(.week, 2013, 12, 23).name(beside: first) == "week 52 of 2013")
    #expect(period(.week, 2014, 1, 6).name(beside: first) == "week 2")
    #expect(
      period(.month, 2013, 12, 1).inWords(beside: period(.month, 2014, 1, 1))
        == "in December 2013")
    #expect(
      period(.month, 2013, 12, 1).name(beside: period(.week, 2013, 12, 2)) == "December 2013")
  }
}
