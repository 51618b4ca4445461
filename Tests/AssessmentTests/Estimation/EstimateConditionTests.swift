import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Where no estimate of performance is made")
struct EstimateConditionTests {
  private let reference = EstimateFixture.Chunk(
    positives: ["0.2": 20, "0.8": 80], negatives: ["0.2": 80, "0.8": 20])
  private let settings = MeasureSettings(minimumRows: 30)

  @Test("the score is no probability")
  func noProbability() {
    #expect(
      reason(.sample(.binary, scored: false), [reference.profile], ["0.5": 99])
        == "the model has no score")
    let plain = ModelSchema.sample(.binary)
    let ranking = ModelSchema(
      task: .binary, positive: "1", scoreIsProbability: false, columns: plain.columns,
      sliceAttributes: [])
    #expect(
      reason(ranking, [reference.profile], ["0.5": 99])
        == "the score is no probability")
  }

  @Test("there is no reference, or none with labels of both classes")
  func noReference() {
    #expect(reason(.sample(.binary), [], ["0.5": 99]) == "no reference")
    #expect(
      reason(.sample(.binary), [Profile()], ["0.5": 99])
        == "the reference has no labels")
    let oneClass = EstimateFixture.Chunk(positives: ["0.2": 50], negatives: [:])
    #expect(
      reason(.sample(.binary), [oneClass.profile], ["0.5": 99])
        == "the reference has no scored rows of both classes with their labels"
    )
  }

  @Test("there are too few rows")
  func fewRows() {
    let tiny = EstimateFixture.Chunk(positives: ["0.2": 5], negatives: ["0.8": 5])
    #expect(
      reason(.sample(.binary), [tiny.profile], ["0.5": 99])
        == "the reference has only 10 labelled rows with a score, 30 needed")
    #expect(
      reason(.sample(.binary), [reference.profile], ["0.5": 29]) == "only 29 rows, 30 needed")
    #expect(reason(.sample(.binary), [reference.profile], [:]) == "no rows")
  }

  @Test("more than 5 % of the scores lie beyond the reference, not at 5 %")
  func beyond() {
    #expect(reason(.sample(.binary), [reference.profile], ["0.5": 95, "0.9": 5]) == nil)
    #expect(
      reason(.sample(.binary), [reference.profile], ["0.5": 94, "0.9": 3, "0.1": 3])
        == "the scores lie beyond what the reference has seen")
  }

  @Test("rows were stored before scores were counted by answer")
  func earlierVersion() {
    var period = Profile(
      scores: AnsweredScores(predicted: ValueCounts(["0.5": 50]), others: .init()))
    let scores = [Double](repeating: 0.5, count: 90)
    period.input.columns["score"] = .numbers(scores, anchors: .withoutReference)
    period.input.slices[.all] = .init(rows: 90, predictions: 90, positivePredictions: 90)
    let estimator = PerformanceEstimator(
      schema: .sample(.binary), settings: settings, chunks: [reference.profile])
    let words = estimator.values(of: period).first?.estimate.reason?.description
    #expect(words?.hasSuffix("'broadsheet ingest --rebuild' counts them again") == true)
  }

  /// Why the estimated accuracy of a period has no value; the other estimates share the reason.
  private func reason(
    _ schema: ModelSchema, _ reference: [Profile], _ scores: [String: Int]
  ) -> String? {
    let period = Profile(
      scores: AnsweredScores(predicted: ValueCounts(scores), others: ValueCounts()))
    let values = PerformanceEstimator(schema: schema, settings: settings, chunks: reference)
      .values(of: period)
    let accuracy = values.first { $0.key == MetricKey(.estimatedAccuracy) }
    return accuracy?.estimate.reason?.description
  }
}
