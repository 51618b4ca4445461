import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("What is said of performance without labels")
struct EstimateSentenceTests {
  @Test("how far estimates were off, over the periods up to the report")
  func record() {
    // |0.70 − 0.68| and |0.70 − 0.66|: on average 0.03; accuracy is off by 0.004 in the second.
    let second = text(
      at: 1,
      [
        [.estimatedRocAuc: 0.7, .rocAuc: 0.68],
        [.estimatedRocAuc: 0.7, .rocAuc: 0.66, .estimatedAccuracy: 0.804, .accuracy: 0.8],
        [.estimatedRocAuc: 0.7, .rocAuc: 0.1],
      ])
    #expect(
      second
        == "Held against the labels of 2 months, estimates were off by 0.4 percentage points for "
        + "accuracy (1 month) and 0.030 for ROC AUC on average.")
  }

  @Test("nothing while no label can be compared, or too few")
  func nothing() {
    #expect(text(at: 0, [[.estimatedRocAuc: 0.7]]) == nil)
    #expect(text(at: 0, [[.estimatedRocAuc: 0.7, .rocAuc: 0.6]], labels: 29) == nil)
    #expect(text(at: 0, [[.rocAuc: 0.6]]) == nil)
  }

  @Test("why no estimate is made")
  func absence() {
    #expect(
      text(at: 0, [[:]], reason: .notApplicable(because: "the score is no probability"))
        == "No estimate of performance without labels is made: the score is no probability.")
    #expect(text(at: 0, [[:]], reason: .noRows) == nil)
  }

  private func text(
    at index: Int, _ values: [[Metric: Double]], labels: Int = 200, reason: Unavailability? = nil
  ) -> String? {
    var period = Period(.month, containing: Day(year: 2024, month: 1, day: 1))
    var periods: [PeriodRecord] = []
    for numbers in values {
      var arm = ArmBuilder("1", .production, period, rows: 200, labels: labels)
      for (metric, number) in numbers { arm.set(metric, number, count: labels) }
      if let reason { arm.lack(.estimatedAccuracy, reason) }
      periods.append(
        PeriodRecord(
          period: period, arms: [arm.record()], comparisons: [], promotions: [], inputs: []))
      period = period.next
    }
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil, periods: periods,
      unmatchedLabelCount: 0)
    let context = ReportContext(model: model, index: index, history: ModelHistory(model))
    return EstimateSentences(context: context).text
  }

  @Test("one percentage point is one, any other number are points")
  func points() {
    #expect(NumberText.points("1") == "1 percentage point")
    #expect(NumberText.points("1.0") == "1.0 percentage points")
    #expect(NumberText.points("12") == "12 percentage points")
  }
}
