import Assessment
import Charting
import Profiling
import Testing

@testable import Publishing

@Suite("Limits that change with the version")
struct LimitChangesTests {
  private typealias Expectation = Assessment.Expectation

  /// Two weeks; the limits of the second are those of the arm given.
  private func model(
    _ before: [Expectation], _ after: [Expectation], version: String = "b"
  ) -> ReportContext {
    func fixture(_ rules: [Expectation]) -> StoryFixture {
      var months = (0..<2).map { _ in
        StoryFixture.Month.with(.meanAbsoluteError, 13, half: 0.3)
          .with(.rootMeanSquaredError, 18, half: 1)
      }
      months[1].arm = Arm(version: version, stage: .production)
      return StoryFixture(kind: .week, unit: "minutes", expectations: rules, months: months)
    }
    let new = fixture(after).model
    let periods = [fixture(before).model.periods[0], new.periods[1]]
    let model = ModelRecord(
      identity: new.identity, references: [], referenceInput: nil, periods: periods,
      unmatchedLabelCount: 0)
    return ReportContext(model: model, index: 1, history: ModelHistory(model))
  }

  private func derived(_ metric: Metric, _ maximum: Double) -> Expectation {
    Expectation(metric, maximum: maximum, origin: .referenceChunks(count: 10))
  }

  private var before: [Expectation] {
    [derived(.meanAbsoluteError, 17.12), derived(.rootMeanSquaredError, 23.61)]
  }
  private var after: [Expectation] {
    [derived(.meanAbsoluteError, 17.41), derived(.rootMeanSquaredError, 25.58)]
  }

  @Test("are told with both, in the words of the reader")
  func told() {
    let story = { ReportStory(context: model(before, after), role: $0) }
    #expect(
      story(.productManager).change.contains(
        "The limits changed with the version: how far predictions are off, at most 17.4 minutes "
          + "(at most 17.1 before); the size of large errors, at most 25.6 minutes (at most 23.6 "
          + "before)."))
    #expect(
      story(.dataScientist).change.contains(
        "The limits changed with the version: mean absolute error, at most 17.4 (at most 17.1 "
          + "before); root mean squared error, at most 25.6 (at most 23.6 before)."))
  }

  @Test("are not told where nothing that is shown differs, or somebody agreed them")
  func none() {
    func sentence(_ context: ReportContext) -> String? {
      LimitChanges(context: context, isPlain: true).sentence
    }
    #expect(sentence(model(before, before)) == nil)
    #expect(sentence(model(before, after, version: "a")) == nil)
    let close = [derived(.meanAbsoluteError, 17.13), derived(.rootMeanSquaredError, 23.61)]
    #expect(sentence(model(before, close)) == nil)
    let agreed = [Expectation(.meanAbsoluteError, maximum: 18, origin: .configured)]
    #expect(sentence(model(agreed, agreed)) == nil)
  }

  @Test("stand beside the periods for which they held, in the table of a trend")
  func trend() throws {
    let context = model(before, after)
    let chart = try #require(
      TrendFigure(model: context.model, key: MetricKey(.meanAbsoluteError), range: 0..<2)
        .chart(id: "t", heading: .drawn))
    let rows = chart.table.rows
    #expect(rows[0].contains { $0.contains("limit then at most 17.1") })
    #expect(!rows[1].contains { $0.contains("limit then") })
    #expect(chart.table.notes == ["Limit: at most 17.4"])
  }
}
