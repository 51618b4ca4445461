import Assessment
import Profiling
import Testing

@testable import Publishing

/// Sentence by sentence: what is said for what was found.
@Suite("The opening of a report")
struct ReportStoryTests {
  private typealias Month = StoryFixture.Month
  typealias Expectation = Assessment.Expectation

  static let limit = Expectation(.meanAbsoluteError, maximum: 15, origin: .configured)
  private static let missing = Expectation(
    .missingShare, feature: "age", maximum: 0.01, origin: .configured)
  private static let mix = Expectation(
    .psi, feature: "wind", maximum: 0.25, origin: .convention)

  /// How far predictions were off, month by month.
  func errors(
    _ values: [Double], half: Double = 0.3, unit: String? = "minutes",
    expectations: [Expectation] = [limit]
  ) -> StoryFixture {
    StoryFixture(
      unit: unit, expectations: expectations,
      months: values.map { .with(.meanAbsoluteError, $0, half: half) })
  }

  @Test("answers each reader's own question when all is well")
  func well() {
    let fixture = errors([12.9, 13])
    let answers: [(Role?, String)] = [
      (
        nil,
        "The model served as well as agreed in February 2024: predictions were off by "
          + "13.0 minutes on average, where at most 15 minutes is agreed."
      ),
      (
        .productManager,
        "The model served as well as agreed in February 2024: predictions were "
          + "off by 13.0 minutes on average, where at most 15 minutes is agreed."
      ),
      (
        .business,
        "The model could be relied on as agreed in February 2024: predictions were off "
          + "by 13.0 minutes on average, where at most 15 minutes is agreed."
      ),
      (.dataScientist, "Performance was as expected in February 2024, by its one measure."),
      (
        .dataScienceManager,
        "There is no reason to retrain: performance was as expected in February 2024."
      ),
      (
        .dataEngineer,
        "400 predictions arrived in February 2024; no check of supply or data is agreed."
      ),
      (
        .compliance,
        "The one expectation of the model was met in February 2024, and no incident is open."
      ),
    ]
    for (role, answer) in answers { #expect(fixture.story(role).answer == answer) }
    for role in Role.allCases {
      #expect(fixture.story(role).asks == ["Nothing for this month."])
      #expect(!fixture.story(role).asksForSomething)
    }
  }

  @Test("says that it served worse, since when, and that chance is unlikely")
  func broken() {
    let story = errors([13, 16.2, 16.4]).story(.productManager)
    #expect(
      story.answer
        == "The model served worse than agreed in March 2024: predictions were off by 16.4 minutes "
        + "on average, where at most 15 minutes is agreed.")
    #expect(
      story.grounds == [
        "It has been so for the second month in a row.",
        "Chance alone is unlikely to explain that it is above the limit.",
        "The outcome of all 400 predictions is known.",
      ])
    #expect(
      story.asks == [
        "Hold back any wider use of the model until the data scientists have explained what "
          + "happened to how far predictions are off."
      ])
    #expect(
      errors([13, 16.2, 16.4]).story(.dataScienceManager).answer
        == "A decision is due: performance was outside its limits in March 2024, with mean "
        + "absolute error at 16.4 (95 % interval 16.1 to 16.7, 400 rows), above the agreed "
        + "maximum of 15, for the second month in a row.")
  }

  @Test("counts only months in which the same limit was passed")
  func run() {
    let rule = Expectation(
      .meanAbsoluteError, maximum: 15, watchAbove: 14, origin: .configured)
    // Two months above 14 only: beyond the limit the third month is the first.
    let story = errors([14.5, 14.6, 16], expectations: [rule]).story(.business)
    #expect(!story.grounds.contains { $0.contains("in a row") })
  }

  @Test("does not accuse where chance may explain it")
  func doubtful() {
    let story = errors([13, 15.4], half: 0.8).story(.productManager)
    #expect(
      story.answer
        == "The model may have served worse than agreed in February 2024: predictions were off by "
        + "15.4 minutes on average, where at most 15 minutes is agreed.")
    #expect(story.grounds.first == "Chance may explain that it is above the limit.")
    #expect(story.asks == ["Nothing for this month."])
    let third = errors([15.4, 15.4, 15.4], half: 0.8).story(.productManager)
    #expect(third.grounds.first == "It has been so for the third month in a row.")
    #expect(!third.grounds.contains { $0.contains("Chance may explain") })
    #expect(
      third.asks == ["Ask the data scientists what is known about how far predictions are off."])
  }

  @Test("says so where the measure that stands for the model is as expected, and another is not")
  func oneRespect() {
    let rules = [
      Expectation(.meanAbsoluteError, maximum: 17.42, origin: .referenceChunks(count: 10)),
      Expectation(.rootMeanSquaredError, maximum: 25.61, origin: .referenceChunks(count: 10)),
      Expectation(.rSquared, minimum: 0.593, origin: .referenceChunks(count: 10)),
    ]
    var month = Month.with(.meanAbsoluteError, 16.51, half: 1.4)
      .with(.rootMeanSquaredError, 25.79, half: 5).with(.rSquared, 0.7, half: 0.1)
    func story() -> ReportStory {
      StoryFixture(unit: "minutes", expectations: rules, months: [month]).story(.productManager)
    }
    #expect(
      story().answer
        == "The model may have served worse than expected in one respect in January 2024: with "
        + "large errors counting extra, predictions were off by 25.8 minutes, where at most "
        + "25.6 minutes is expected.")
    #expect(
      story().grounds.prefix(2) == [
        "Chance may explain that it is above the limit.",
        "Predictions were off by 16.5 minutes on average, within the limit (at most 17.4 minutes).",
      ])
    month = month.with(.rootMeanSquaredError, 20, half: 3).with(.rSquared, 0.54, half: 0.1)
    #expect(
      story().answer
        == "The model may have served worse than expected in one respect in January 2024: the "
        + "model explained 54 % of the ups and downs of the outcomes, where at least 59 % is "
        + "expected.")
    #expect(
      story().grounds[1].hasSuffix(
        "is explained also falls when the outcomes differ less among themselves."))
    month = month.with(.rootMeanSquaredError, 26.2, half: 5)
    #expect(story().answer.contains("worse than expected in some respects in"))
    month = month.with(.meanAbsoluteError, 18, half: 1)
    #expect(!story().answer.contains("respect"))
  }

  @Test("says that a value is only just inside")
  func close() {
    let rule = Expectation(
      .meanAbsoluteError, maximum: 15, watchAbove: 14, origin: .configured)
    #expect(
      errors([13, 14.6], expectations: [rule]).story(nil).answer
        == "The model served as well as agreed in February 2024, but only just: predictions were "
        + "off by 14.6 minutes on average, where a value above 14 minutes is worth a look.")
  }

  @Test("speaks of what is expected where nobody agreed anything")
  func defaults() {
    let rule = Expectation(
      .meanAbsoluteError, maximum: 15.125, origin: .referenceChunks(count: 10))
    #expect(
      errors([13, 13], unit: nil, expectations: [rule]).story(nil).answer
        == "The model served as well as expected in February 2024: predictions were off by 13.0 on "
        + "average, where at most 15.1 is expected.")
  }

  @Test("keeps a value that reads like its limit from contradicting itself")
  func just() {
    #expect(
      errors([13, 15.04], half: 0.01).story(nil).answer
        == "The model served worse than agreed in February 2024: predictions were off by "
        + "15.0 minutes on average, just above the agreed maximum of 15 minutes.")
  }

  @Test("tells of poor data beside good answers, and of columns that moved")
  func data() {
    var months = [Month.with(.meanAbsoluteError, 13, half: 0.3)]
    months.append(
      months[0].with(.missingShare, 0.047, half: 0.01, feature: "age")
        .with(.psi, 0.41, half: 0.05, feature: "wind"))
    months[1].significance = [Self.mix.key: Significance(pValue: 0, adjusted: 0)]
    let fixture = StoryFixture(
      expectations: [Self.limit, Self.missing, Self.mix], months: months)
    #expect(
      fixture.story(.productManager).answer
        == "The model served as well as agreed in February 2024, but the data was poorer than "
        + "agreed: 4.7 % of the values of age were missing, where at most 1 % is agreed.")
    #expect(
      fixture.story(.productManager).grounds.contains(
        "The inputs have changed: the mix of wind differs from the reference. That is a reason to "
          + "look, not a fault of the model."))
    #expect(
      fixture.story(.productManager).asks
        == ["Ask what lies behind missing values of age, and whether that is expected."])
    #expect(
      fixture.story(.productManager).grounds.first
        == "Chance alone is unlikely to explain that it is above the limit.")
    #expect(
      fixture.story(.dataScienceManager).asks
        == ["Have the data repaired; there is no reason to retrain yet."])
    #expect(
      fixture.story(.dataEngineer).answer
        == "1 of 1 check of supply and data failed in February 2024: missing values of age stood "
        + "at 4.7 % (95 % interval 3.7 % to 5.7 %, 400 rows), above the agreed maximum of 1 %.")
    #expect(
      fixture.story(.dataScientist).answer
        == "Performance was as expected in February 2024, by its one measure; 1 column has "
        + "drifted, and the data is not sound.")
  }

  @Test("admits what is not known yet")
  func unknown() {
    var fixture = errors([13, 13])
    fixture.months[1].labels = 0
    fixture.months[1].values = [:]
    #expect(
      fixture.story(.business).answer
        == "Nobody can say yet whether the model could be relied on in February 2024: none of the "
        + "outcomes of 400 predictions has come.")
    #expect(
      fixture.story(.business).grounds
        == ["Provisional: the outcome of none of 400 predictions is known yet."])
    fixture.months[1].labels = 12
    fixture.months[1].values = [MetricKey(.meanAbsoluteError): (13, 2)]
    #expect(
      fixture.story(.productManager).answer
        == "How well the model served in February 2024 cannot be said: only 12 outcomes are known, "
        + "and 30 are needed.")
    #expect(
      errors([13], expectations: []).story(.productManager).answer
        == "Nothing is agreed about how good the answers should be in January 2024; predictions "
        + "were off by 13.0 minutes on average.")
  }

  @Test("says that figures may still move")
  func provisional() {
    var fixture = errors([13, 13])
    fixture.months[1].labels = 200
    #expect(
      fixture.story(.productManager).grounds == [
        "Provisional: the outcome of 200 of 400 predictions is known (50.0 %), so the figures may "
          + "still move."
      ])
    #expect(
      fixture.story(.compliance).grounds
        == ["Provisional: 200 of 400 labels (50.0 %) have arrived."])
  }

  @Test("names an empty month, and for how long it has been so")
  func empty() {
    let none = Month(rows: 0, labels: 0)
    let fixture = StoryFixture(
      expectations: [Self.limit], months: [.with(.meanAbsoluteError, 13), none, none])
    for role in Role.allCases {
      #expect(
        fixture.story(role).answer
          == "No predictions arrived in March 2024, for the second month in a row, so there is "
          + "nothing to judge.")
    }
    #expect(fixture.story(.dataEngineer).asksForSomething)
  }
}
