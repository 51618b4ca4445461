import Statistics
import Testing

@testable import Profiling

@Suite("Outcomes")
struct OutcomesTests {
  @Test("count a row without a prediction as labelled, not as right or wrong")
  func withoutPrediction() {
    var outcomes = BinaryOutcomes()
    outcomes.add(predicted: nil, actual: true, score: 0.25, scoreIsProbability: true)
    #expect(outcomes.count == 0)
    #expect(outcomes.positiveScores.total == 1)
    #expect(outcomes.squaredError.mean == 0.5625)
  }

  @Test("keep scores that are no probabilities out of the losses", arguments: [-0.1, 1.1])
  func scoreOutsideUnitInterval(_ score: Double) {
    var outcomes = BinaryOutcomes()
    outcomes.add(predicted: true, actual: true, score: score, scoreIsProbability: true)
    outcomes.add(predicted: true, actual: true, score: 0.5, scoreIsProbability: false)
    #expect(outcomes.positiveScores.total == 2)
    #expect(outcomes.logLoss.count == 0)
    #expect(outcomes.squaredError.count == 0)
  }

  @Test("leave a label of 0 out of the relative error only")
  func labelZero() {
    var outcomes = RegressionOutcomes()
    outcomes.add(predicted: 3, actual: 0)
    outcomes.add(predicted: 3, actual: -4)
    #expect(outcomes.count == 2)
    #expect(outcomes.error.mean == 5)
    #expect(outcomes.relativeError.count == 1)
    #expect(outcomes.relativeError.mean == 1.75)
  }
}
