import Assessment
import Profiling
import Testing

@testable import Publishing

/// What readers without statistics are told of figures that they would take for others.
@Suite("Figures in plain words")
struct PlainFigureTests {
  private typealias Expectation = Assessment.Expectation
  private typealias Month = StoryFixture.Month

  private static let squared = Expectation(
    .rootMeanSquaredError, maximum: 25.6, origin: .referenceChunks(count: 10))
  private static let explained = Expectation(
    .rSquared, minimum: 0.5928, origin: .referenceChunks(count: 10))

  private func month(_ absolute: Double, _ squared: Double) -> Month {
    Month.with(.meanAbsoluteError, absolute, half: 1).with(.rootMeanSquaredError, squared, half: 4)
  }

  @Test("name the limit, and not the month before, as what chance may explain")
  func compared() {
    let story = StoryFixture(
      unit: "minutes", expectations: [Self.squared], months: [month(13.7, 17.4), month(16.5, 26.2)]
    ).story(.productManager)
    #expect(
      story.answer
        == "The model may have served worse than expected in February 2024: with large errors "
        + "counting extra, predictions were off by 26.2 minutes, where at most 25.6 minutes is "
        + "expected.")
    #expect(
      story.grounds.prefix(2) == [
        "Chance may explain that it is above the limit.",
        "With all errors counting alike, they were off by 16.5 minutes on average.",
      ])
    #expect(
      story.change.first
        == "Predictions were off by 16.5 minutes on average, worse than in January "
        + "(13.7 minutes); that is more than chance would explain.")
  }

  @Test("say nothing of errors that count alike where no such figure is told")
  func alone() {
    let story = StoryFixture(
      unit: "minutes", expectations: [Self.squared],
      months: [.with(.rootMeanSquaredError, 26.2, half: 4)]
    ).story(.productManager)
    #expect(!story.grounds.contains { $0.contains("alike") })
  }

  @Test("tell a coefficient of determination in percent, in the answer as in the table")
  func determination() throws {
    var months = [0.748, 0.54].map { value in
      month(13, 17).with(.rSquared, value, half: 0.06)
    }
    months[0].values[MetricKey(.rSquared)] = (0.748, 0.04)
    let context = StoryFixture(
      unit: "minutes", expectations: [Self.explained], months: months
    ).context
    #expect(
      ReportStory(context: context, role: .productManager).answer
        == "The model may have served worse than expected in February 2024: the model explained "
        + "54 % of the ups and downs of the outcomes, where at least 59 % is expected.")
    let rows = try #require(MeasureTables(context: context).plain(limit: 2)).rows.map(\.cells)
    #expect(rows[2] == ["R²", "54 %", "75 %", "at least 59 %", "worth a look"])
  }

  @Test("do not call a share what is below nothing")
  func negative() {
    let clause = MeasureClause(key: MetricKey(.rSquared), unit: nil)
    #expect(
      clause.past("\u{2212}0.12", value: -0.12)
        == "the model explained none of the ups and downs of the outcomes")
    #expect(clause.measured("\u{2212}0.12") == "\u{2212}0.12")
  }

  @Test(
    "shift a number into percent without losing a digit",
    arguments: [
      ("0.54", "54 %"), ("0.593", "59.3 %"), ("0.5", "50 %"), ("1", "100 %"), ("0.05", "5 %"),
      ("0.007", "0.7 %"), ("0", "0 %"), ("0.00", "0 %"), ("1.000", "100.0 %"),
    ])
  func percent(_ text: String, _ percent: String) {
    #expect(NumberText.percent(text) == percent)
    #expect(NumberText.percent("not \(text)") == nil)
  }

  @Test("have a row for the figure that the answer tells")
  func toldInTable() throws {
    let missing = Expectation(.missingShare, feature: "age", maximum: 0.01, origin: .configured)
    let months = [0.001, 0.047].map {
      month(13, 17).with(.missingShare, $0, half: 0.0005, feature: "age")
    }
    let context = StoryFixture(expectations: [missing], months: months).context
    let rows = try #require(MeasureTables(context: context).plain(limit: 1)).rows.map(\.cells)
    #expect(rows.map { $0[0] } == ["Mean absolute error", "Missing values of age", "Predictions"])
    #expect(rows[1].dropFirst().prefix(2) == ["4.7 %", "0.1 %"])
  }

  @Test("are not judged where they have no value to judge, and say why in its place")
  func noValue() throws {
    var months = [month(13, 17), month(13, 17)]
    months[1].values[MetricKey(.rootMeanSquaredError)] = nil
    months[1].reasons[MetricKey(.rootMeanSquaredError)] = .oneClass
    let context = StoryFixture(expectations: [Self.squared], months: months).context
    let rows = try #require(MeasureTables(context: context).plain(limit: 2)).rows.map(\.cells)
    #expect(rows[1][1] == "only one class occurs" && rows[1][4] == "not judged")
  }

  @Test("leave out what nobody expects and nothing judges")
  func unjudged() throws {
    let fixture = StoryFixture(
      expectations: [Self.squared], months: [month(13, 17), month(13, 17)])
    let table = try #require(MeasureTables(context: fixture.context).plain(limit: 2))
    #expect(table.rows.map(\.cells)[0] == ["Mean absolute error", "13.0", "13.0", "", ""])
    var nothing = fixture
    nothing.expectations = []
    let bare = try #require(MeasureTables(context: nothing.context).plain(limit: 2))
    #expect(bare.columns.map(\.title) == ["Measure", "This month", "Month before"])
  }

  @Test(
    "say that predictions lie to one side where that is most of the error and not chance",
    arguments: [
      (
        8.7, 1.0,
        "Predictions were 8.7 minutes too high on average, so most of the error goes one way."
      ),
      (
        -8.7, 1.0,
        "Predictions were 8.7 minutes too low on average, so most of the error goes one way."
      ),
      (8.7, 9.0, nil), (4.4, 1.0, nil),
    ] as [(Double, Double, String?)])
  func bias(_ value: Double, _ half: Double, _ sentence: String?) {
    let fixture = StoryFixture(
      unit: "minutes", expectations: [],
      months: [month(13.7, 17).with(.meanError, value, half: half)])
    let found = fixture.story(.productManager).grounds.first { $0.contains("one way") }
    #expect(found == sentence)
  }

  @Test("count for how long predictions have lain to that side")
  func biasRun() {
    func told(_ errors: [Double]) -> String? {
      StoryFixture(
        kind: .week, unit: "minutes", expectations: [],
        months: errors.map { month(13.7, 17).with(.meanError, $0, half: 1) }
      ).story(.productManager).grounds.first { $0.contains("one way") }
    }
    let high = "Predictions were 8.7 minutes too high on average"
    #expect(
      told([8, 7.5, 8.7])
        == "\(high), for the third week in a row, so most of the error goes one way.")
    #expect(told([8, -7.5, 8.7]) == "\(high), so most of the error goes one way.")
    #expect(told([8, 0.5, 8.7]) == "\(high), so most of the error goes one way.")
  }
}
