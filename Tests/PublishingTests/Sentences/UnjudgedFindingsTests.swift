import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("What could not be judged, and why")
struct UnjudgedFindingsTests {
  private typealias Expectation = Assessment.Expectation

  /// What is said of a month in which accuracy is known and others lack a value.
  private func told(_ reasons: [Metric: Unavailability], labels: Int = 400) -> [String] {
    var month = StoryFixture.Month.with(.accuracy, 0.8, half: 0.02)
    month.labels = labels
    for (metric, reason) in reasons { month.reasons[MetricKey(metric)] = reason }
    let rules = [Metric.accuracy] + reasons.keys.sorted()
    return StoryFixture(
      task: .binary,
      expectations: rules.map { Expectation($0, minimum: 0.5, origin: .configured) },
      months: [month]
    ).story(.productManager).grounds.filter { $0.contains("could not be judged") }
  }

  @Test("says that rows were few where they were")
  func rows() {
    #expect(
      told([.rocAuc: .tooFewRows(count: 12, minimum: 30)])
        == ["1 expectation could not be judged, for too few predictions."])
  }

  @Test("does not speak of few rows where all cases were of one kind")
  func variety() {
    #expect(
      told([.rocAuc: .oneClass, .precision: .undefined(because: "no prediction is positive")])
        == ["2 expectations could not be judged, as the cases were too much alike."])
  }

  @Test("does not speak of few rows where figures are kept back")
  func publication() {
    #expect(
      told([.recall: .withheld(.protectsSmallGroup(below: 10))])
        == ["1 expectation could not be judged, as small groups are protected."])
  }

  @Test("counts each cause where there are several, and all of them add up")
  func several() {
    #expect(
      told([
        .rocAuc: .oneClass, .recall: .tooFewRows(count: 1, minimum: 30), .f1: .noLabels,
        .precision: .noLabels,
      ]) == [
        "4 expectations could not be judged: 1 for too few predictions, 1 as the cases were too "
          + "much alike and 2 for lack of data."
      ])
  }

  @Test("says nothing where all was judged")
  func none() {
    #expect(told([:]).isEmpty)
  }
}

@Suite("Incidents that are open")
struct OpenIncidentsTests {
  private typealias Expectation = Assessment.Expectation

  /// Two expectations that are broken since the months given, of three.
  private func told(_ first: Int, _ second: Int) -> String? {
    let months = (0..<3).map { month in
      StoryFixture.Month.with(.meanAbsoluteError, month < first ? 10 : 20, half: 0.1)
        .with(.rootMeanSquaredError, month < second ? 10 : 20, half: 0.1)
    }
    let rules: [Metric] = [.meanAbsoluteError, .rootMeanSquaredError]
    let fixture = StoryFixture(
      expectations: rules.map { Expectation($0, maximum: 15, origin: .configured) },
      months: months)
    return OpenIncidents(context: fixture.context).sentence
  }

  @Test("name the oldest where they are of different ages, and one month where they are not")
  func ages() {
    #expect(told(1, 2) == "2 incidents are open, the oldest since February 2024.")
    #expect(told(2, 2) == "2 incidents are open since March 2024.")
    #expect(told(1, 3) == "1 incident is open since February 2024.")
    #expect(told(3, 3) == nil)
  }
}
