import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Outcomes that are all of one class")
struct AlikeOutcomesTests {
  private typealias Expectation = Assessment.Expectation

  /// Accuracy is known, ranking is not, as all labels of the last month are positive.
  private func fixture(
    before: Double? = 0.4, accuracy: Double = 0.8, labels: Int = 400
  ) -> StoryFixture {
    let rules = [Metric.accuracy, .rocAuc, .specificity].map {
      Expectation($0, minimum: 0.5, origin: .configured)
    }
    let earlier = before.map {
      StoryFixture.Month.with(.accuracy, 0.8, half: 0.02).with(.rocAuc, 0.7, half: 0.02)
        .with(.specificity, 0.7, half: 0.02).with(.prevalence, $0, half: 0.01)
    }
    var last = StoryFixture.Month.with(.accuracy, accuracy, half: 0.02).with(.prevalence, 1)
    last.labels = labels
    last.reasons = [
      MetricKey(.rocAuc): .oneClass,
      MetricKey(.specificity): .undefined(because: "no label is negative"),
    ]
    return StoryFixture(
      task: .binary, expectations: rules, months: [earlier, last].compactMap { $0 })
  }

  private static let reason =
    "all 400 known outcomes are alike, so 2 of 3 checks of performance could not be made"
  private static let labels =
    "all 400 known labels are alike, so 2 of 3 checks of performance could not be made"

  @Test("come first in the answer of whoever asks how good the model was")
  func answer() {
    let answers: [(Role?, String)] = [
      (nil, "How well the model served in February 2024 can be said in part only: \(Self.reason)."),
      (
        .business,
        "Whether the model could be relied on in February 2024 can be said in part only: "
          + "\(Self.reason)."
      ),
      (
        .dataScientist,
        "Performance could be judged in part only in February 2024: \(Self.labels)."
      ),
      (.dataScienceManager, "It is too early to decide on February 2024: \(Self.labels)."),
      (.compliance, "Not all could be checked in February 2024: \(Self.labels)."),
    ]
    for (role, answer) in answers { #expect(fixture().story(role).answer == answer) }
    #expect(
      fixture().story(.productManager).grounds.first
        == "What could be checked was as agreed: 80.0 % of the answers were right, where at least "
        + "50 % is agreed.")
  }

  @Test("are asked about where earlier outcomes were of both classes, by every reader")
  func asks() {
    for role in Role.allCases {
      let asks = fixture().story(role).asks
      #expect(asks.first?.contains("of February 2024 are complete: all 400 are alike") == true)
      #expect(asks.first?.hasSuffix("while those of January were not.") == true)
      #expect(fixture(before: nil).story(role).asks.allSatisfy { !$0.contains("complete") })
      #expect(fixture(before: 1).story(role).asks.allSatisfy { !$0.contains("complete") })
    }
  }

  @Test("stand behind a fault that was found all the same")
  func fault() {
    let story = fixture(accuracy: 0.3).story(.productManager)
    #expect(story.answer.hasPrefix("The model served worse than agreed"))
    #expect(story.grounds.contains(Self.reason.capitalizedFirst + "."))
  }

  @Test("are told once, and not as too few rows")
  func once() throws {
    for role in Role.allCases {
      let story = fixture().story(role)
      let text = ([story.answer] + story.grounds).joined(separator: " ")
      #expect(!text.contains("could not be judged, as"))
      #expect(text.ranges(of: "are alike").count <= 1)
    }
    let table = try #require(MeasureTables(context: fixture().context).full)
    let standings = table.rows.compactMap(\.cells.last)
    #expect(standings.contains("not judged: all outcomes are alike"))
    #expect(standings.contains("not judged: no label is negative"))
    #expect(!standings.contains("too few rows"))
  }

  @Test("say nothing of a few rows, or of a model without classes")
  func none() {
    #expect(AlikeOutcomes(context: fixture(labels: 29).context) == nil)
    #expect(AlikeOutcomes(context: fixture(labels: 30).context) != nil)
    var regression = fixture()
    regression.task = .regression
    #expect(AlikeOutcomes(context: regression.context) == nil)
  }
}
