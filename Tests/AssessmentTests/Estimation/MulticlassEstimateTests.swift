import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Performance of a model with several classes without labels")
struct MulticlassEstimateTests {
  private let schema = ModelSchema(
    task: .multiclass, positive: nil, scoreIsProbability: true, scoreClasses: ["a", "b", "c"],
    columns: ["a", "b", "c"].map {
      ColumnSchema(name: "score_" + $0, subject: .score, kind: .numeric(.withoutReference))
    }, sliceAttributes: [])

  @Test("adds up the calibrated probability of what was predicted")
  func accuracy() throws {
    // In the reference a class with score 0.75 comes true in half of the rows, one with 0.125 in a
    // quarter, whichever class it is.
    var outcomes = OutcomeProfile()
    let profiler = OutcomeProfiler(schema: schema)
    for (index, predicted) in ["a", "b", "c"].enumerated() {
      for label in ["a", "b", "c", predicted] {
        for _ in 0..<10 { profiler.add(row(index, predicted, label), to: &outcomes) }
      }
    }
    var period = Profile()
    for name in ["a", "b", "c"] {
      var scores = AnsweredScores()
      for _ in 0..<20 { scores.add(0.75, isPredicted: true) }
      for _ in 0..<40 { scores.add(0.125, isPredicted: false) }
      period.input.answeredScores[name] = scores
    }
    period.input.slices[.all] = .init(rows: 60, predictions: 60, positivePredictions: 0)
    let values = PerformanceEstimator(
      schema: schema, settings: MeasureSettings(minimumRows: 30),
      chunks: [Profile(outcome: outcomes)]
    ).values(of: period)
    let table = Dictionary(uniqueKeysWithValues: values.map { ($0.key, $0) })
    let all = try #require(table[MetricKey(.estimatedAccuracy)])
    #expect(agree(all.estimate.value, 0.5))
    #expect(all.count == 60)
    let one = Slice.where("class", "b")
    #expect(agree(table[MetricKey(.estimatedPrecision, slice: one)]?.estimate.value, 0.5))
    #expect(agree(table[MetricKey(.estimatedRecall, slice: one)]?.estimate.value, 0.5))
    #expect(table[MetricKey(.estimatedAccuracy, slice: one)] == nil)
  }

  @Test("has no value without scores")
  func noScores() {
    let plain = ModelSchema(
      task: .multiclass, positive: nil, scoreIsProbability: true, columns: [], sliceAttributes: [])
    let values = PerformanceEstimator(
      schema: plain, settings: MeasureSettings(minimumRows: 30), chunks: []
    ).values(of: Profile())
    #expect(values.count == 7 && values.allSatisfy { $0.estimate.value == nil })
    #expect(
      values.first?.estimate.reason?.description == "the model has no score for each class")
  }

  private func row(_ index: Int, _ predicted: String, _ label: String) -> LabelledPrediction {
    var scores = [0.125, 0.125, 0.125]
    scores[index] = 0.75
    return LabelledPrediction(
      prediction: .category(predicted), score: .perClass(scores), label: .category(label),
      delayDays: nil, slices: [.all])
  }
}
