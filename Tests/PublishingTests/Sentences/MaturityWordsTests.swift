import Assessment
import Testing

@testable import Publishing

@Suite("Maturity in words")
struct MaturityWordsTests {
  private func words(
    _ arrived: Int, of expected: Int, _ state: Maturity.State, coverage: Double = 0.95,
    afterDays: Int? = nil
  ) -> MaturityWords {
    MaturityWords(
      Maturity(labelsArrived: arrived, labelsExpected: expected, state: state),
      rule: MaturityRule(coverage: coverage, afterDays: afterDays))
  }

  @Test("says how many labels have come, and what that makes of the figures")
  func sentence() {
    #expect(
      words(412, of: 797, .provisional).sentence
        == "Provisional: 412 of 797 labels (51.7 %) have arrived.")
    #expect(
      words(793, of: 797, .final).sentence == "Final: 793 of 797 labels (99.5 %) have arrived.")
    #expect(words(1, of: 1, .final).sentence == "Final: 1 of 1 label (100 %) has arrived.")
    #expect(
      words(1_200, of: 2_400, .provisional).sentence
        == "Provisional: 1,200 of 2,400 labels (50.0 %) have arrived.")
  }

  @Test("says so where age alone makes a figure final")
  func byAge() {
    #expect(
      words(412, of: 797, .final, afterDays: 90).sentence
        == "Final: 412 of 797 labels (51.7 %) have arrived; the period ended 90 days ago or more.")
    #expect(
      words(793, of: 797, .final, afterDays: 90).sentence
        == "Final: 793 of 797 labels (99.5 %) have arrived.")
  }

  @Test("makes sense without labels")
  func withoutLabels() {
    #expect(
      words(0, of: 797, .provisional).sentence
        == "Provisional: none of 797 labels has arrived yet, "
        + "so nothing is known about how right the answers were.")
    #expect(
      words(0, of: 797, .final, afterDays: 1).sentence
        == "Final: none of 797 labels has arrived; the period ended 1 day ago or more, "
        + "so nothing is known about how right the answers were.")
  }

  @Test("tells readers who do not speak of labels, also when all is known")
  func plain() {
    #expect(
      words(793, of: 797, .final).plainSentence
        == "The outcome of 793 of 797 predictions is known (99.5 %).")
    #expect(
      words(797, of: 797, .final).plainSentence == "The outcome of all 797 predictions is known.")
    #expect(words(1, of: 1, .final).plainSentence == "The outcome of its one prediction is known.")
    #expect(
      words(0, of: 797, .provisional).plainSentence
        == "Provisional: the outcome of none of 797 predictions is known yet.")
  }

  @Test("names the rule beside the state")
  func fact() {
    #expect(
      words(1, of: 9, .provisional).fact == "provisional until 95 % of the labels have arrived")
    #expect(
      words(1, of: 9, .provisional, coverage: 0.875, afterDays: 90).fact
        == "provisional until 87.5 % of the labels have arrived, "
        + "or until 90 days after the end of the period")
    #expect(words(9, of: 9, .final).fact == "final, with 95 % of the labels or more")
    #expect(
      words(1, of: 9, .final, afterDays: 90).fact
        == "final, 90 days after the end of the period")
  }

  @Test("hides few labels of a group in tables, as their number would tell of people")
  func short() {
    #expect(words(412, of: 797, .provisional).short(hidingBelow: 10) == "412 of 797, provisional")
    #expect(words(3, of: 30, .provisional).short(hidingBelow: 10) == "<10 of 30, provisional")
    #expect(words(0, of: 30, .provisional).short(hidingBelow: 10) == "0 of 30, provisional")
    #expect(words(3, of: 3, .final).short(hidingBelow: 0) == "3 of 3, final")
  }

  @Test("say it in a list of facts without a second name")
  func ofLabels() {
    #expect(
      words(412, of: 797, .provisional).ofLabels == "412 of 797 have arrived (51.7 %), provisional")
    #expect(words(1, of: 1, .final).ofLabels == "1 of 1 has arrived (100 %), final")
    #expect(words(0, of: 797, .provisional).ofLabels == "none of 797 has arrived, provisional")
  }
}
