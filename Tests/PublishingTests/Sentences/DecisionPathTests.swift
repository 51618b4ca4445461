import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("The steps of a manager to a decision")
struct DecisionPathTests {
  private typealias Expectation = Assessment.Expectation

  /// What is answered to a question, of a month in which everything that is given has these values.
  private func answer(
    to question: String, _ rules: [Expectation], _ fill: (inout StoryFixture.Month) -> Void
  ) -> String? {
    var month = StoryFixture.Month()
    fill(&month)
    let context = StoryFixture(task: .binary, expectations: rules, months: [month]).context
    return DecisionPath(context: context).steps.first { $0.question.hasPrefix(question) }?.answer
  }

  private static func least(_ metric: Metric) -> Expectation {
    Expectation(metric, minimum: 0.6, origin: .configured)
  }

  @Test("say what could not be judged without giving it a reason that it does not have")
  func unjudged() {
    let rules = [Self.least(.rocAuc), Self.least(.specificity), Self.least(.accuracy)]
    let text = answer(to: "Did quality drop", rules) { month in
      month = month.with(.accuracy, 0.8, half: 0.02)
      month.reasons[MetricKey(.rocAuc)] = .oneClass
      month.reasons[MetricKey(.specificity)] = .noLabels
    }
    #expect(text == "2 of 3 expectations could not be judged: specificity and ROC AUC.")
    let one = answer(to: "Did quality drop", [Self.least(.rocAuc)]) { month in
      month.reasons[MetricKey(.rocAuc)] = .oneClass
    }
    #expect(one == "Its one expectation could not be judged: ROC AUC.")
  }

  @Test("name columns that share a fault together")
  func columns() {
    let names = ["rain", "wind"]
    let rules = names.map {
      Expectation(.missingShare, feature: $0, maximum: 0.01, origin: .convention)
    }
    let text = answer(to: "Is the data sound", rules) { month in
      for name in names { month = month.with(.missingShare, 0.4, half: 0.02, feature: name) }
    }
    #expect(
      text == "2 of 2 expectations are outside their limits: missing values of rain and wind.")
  }
}

@Suite("Who was left out of a comparison of groups")
struct FairnessNotesTests {
  private func notes(_ names: [[(String, String)]], rows: Int?) -> [String] {
    let groups = names.map { parts in
      GroupComparison.Group(
        slice: Slice(parts: parts.map { Slice.Part(attribute: $0.0, value: $0.1) }), rows: rows,
        standing: rows == nil ? .keptBack : .tooFewRows)
    }
    let context = StoryFixture(
      task: .binary, expectations: [], months: [.with(.accuracy, 0.8)]
    ).context
    return FairnessNotes(
      context: context,
      comparison: GroupComparison(
        slice: Slice(parts: (names.first ?? []).map { Slice.Part(attribute: $0.0, value: nil) }),
        privileged: nil, privilegedOrigin: .configured, groups: groups, gaps: [])
    ).all
  }

  @Test("parts names of intersections by another sign than their own, and says a thing once")
  func intersections() {
    let hidden = notes(
      [[("race", "A"), ("sex", "f")], [("race", "A"), ("sex", "m")]], rows: nil)
    #expect(
      hidden.contains(
        "Left out of the comparison, as their figures are not published: A, f (not published); A, m "
          + "(not published). A gap between one of them and another group does not show here."))
  }

  @Test("gives the rows where they are known")
  func single() {
    #expect(
      notes([[("sex", "f")], [("sex", "m")]], rows: 12).contains(
        "Left out of the comparison with fewer than 30 rows: f (12 rows) and m (12 rows)."))
  }
}
