import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite struct SentenceTests {
  private func context(_ model: ModelRecord, _ index: Int) -> ReportContext {
    ReportContext(model: model, index: index, history: ModelHistory(model))
  }

  private var risk: ModelRecord { SampleRisk.model }

  @Test("says that an empty period is empty, and that the next one is not")
  func empty() {
    #expect(
      ReportStory(context: context(risk, 5), role: nil).answer
        == "No predictions arrived in September 2013, so there is nothing to judge.")
    #expect(
      ChangeSentences(context: context(risk, 5)).all == [
        "Predictions stopped: 240 predictions arrived in August, none since."
      ])
    #expect(
      ChangeSentences(context: context(risk, 6)).all == [
        "Predictions are back: none had arrived in September."
      ])
  }

  @Test("says the first period has nothing before it")
  func first() {
    #expect(
      ChangeSentences(context: context(risk, 0)).all == [
        "This is the first month on record, so there is nothing to compare with."
      ])
  }

  @Test("judges a change by the direction of its metric and by its intervals")
  func movement() {
    let plain = ChangeSentences(context: context(SampleDelay.model, 21), role: .business).all
    #expect(plain.contains("New and worth a look: how far predictions are off."))
    #expect(
      plain.contains(
        "Predictions were off by 14.3 on average, worse than in week 34 (12.9); "
          + "that is more than chance would explain."))
    let expert = ChangeSentences(context: context(SampleDelay.model, 21), role: .dataScientist).all
    #expect(
      expert.contains(
        "Mean absolute error rose from 12.9 to 14.3, worse than in week 34; "
          + "that is more than chance would explain."))
    guard case .better = Movement(.rocAuc, from: 0.6, to: 0.7) else {
      Issue.record("a higher AUC is better")
      return
    }
    guard case .same = Movement(.rocAuc, from: 0.6001, to: 0.6002) else {
      Issue.record("what reads the same is the same")
      return
    }
  }

  @Test("tells how a version came to serve, month by month")
  func promotion() {
    let sentences = PromotionSentences(
      promotion: SampleDelay.promotion, metric: .meanAbsoluteError)
    #expect(
      sentences.all == [
        "gbm-2 took over from ridge-1 on 31 August 2013.",
        "Before that it ran in shadow on the same days for 3 months: its mean absolute error was "
          + "higher (worse) in 3 of 3 months: June 14.2 against 13.1, July 14.4 against 13.4 and "
          + "August 13.9 against 12.8.",
        "Over all 91 days together it was 14.2 against 13.1: "
          + "by this measure the version that took over was the worse one; "
          + "nothing tells how sure that is.",
      ])
  }

  @Test("tells the same in two sentences to readers without statistics")
  func plainPromotion() {
    let sentences = PromotionSentences(
      promotion: SampleDelay.promotion, metric: .meanAbsoluteError)
    #expect(
      sentences.plain(unit: "minutes") == [
        "gbm-2 took over from ridge-1 on 31 August 2013.",
        "On the 91 days on which both ran (24,000 predictions each), predictions were off by "
          + "14.2 minutes on average, against 13.1 minutes: it had done worse; nothing tells how "
          + "sure that is.",
      ])
  }

  @Test("admits that a version never ran beside the one it replaced")
  func promotionWithoutShadow() {
    let promotion = Promotion(
      version: "b", replaced: "a", day: Day(year: 2013, month: 8, day: 31), months: [],
      overall: nil)
    let sentences = PromotionSentences(promotion: promotion, metric: .rocAuc).all
    #expect(sentences.count == 2)
    #expect(sentences.last?.hasPrefix("It had not run beside") == true)
  }

  @Test("says nothing of the first version")
  func firstVersion() {
    let promotion = Promotion(
      version: "a", replaced: nil, day: Day(year: 2013, month: 1, day: 1), months: [],
      overall: nil)
    #expect(PromotionSentences(promotion: promotion, metric: .rocAuc).all.isEmpty)
  }

  @Test("asks why a version serves that had done worse")
  func askAboutPromotion() {
    for role in Role.allCases where role != .dataEngineer {
      let asks = AskSentences(context: context(SampleDelay.model, 21), role: role).all
      #expect(asks.contains { $0.contains("gbm-2") }, "\(role)")
    }
  }

  @Test("asks for nothing when all is well")
  func nothing() {
    for role in [Role.dataScienceManager, .business] {
      #expect(
        AskSentences(context: context(SampleDelay.model, 3), role: role).all
          == ["Nothing for this week."])
    }
  }

  @Test("never lets drift alone lead to retraining")
  func driftAlone() throws {
    let text = try #require(DecisionPath(context: context(risk, 9)).recommendation)
    #expect(text.contains("no reason to retrain"))
  }

  @Test("keeps a value that rounds to its limit from contradicting itself")
  func just() {
    let key = MetricKey(.rocAuc)
    let value = MetricValue(key, .value(0.64996, interval: nil), count: 100)
    let finding = Finding(
      value: value,
      expectation: Expectation(.rocAuc, minimum: 0.65, origin: .referenceChunks(count: 9)),
      status: .breach, periodsInARow: 1)
    let period = Period(.month, containing: Day(year: 2013, month: 4, day: 1))
    let arm = ArmBuilder("a", .production, period, rows: 1, labels: 1).record()
    let words = FindingWords(
      finding: finding, figure: FigureText(arm, of: SampleRisk.identity), periodKind: .month,
      run: 1)
    #expect(
      words.sentence
        == "ROC AUC stood at 0.650 (100 rows), just below the default minimum of 0.650."
    )
  }

  @Test(
    "calls a breach possible chance when its interval reaches across the limit, but not for long")
  func chance() throws {
    let end = " The interval reaches across the limit, so chance alone may explain it."
    for (half, run, isChance) in [(0.06, 1, true), (0.06, 3, false), (0.01, 1, false)] {
      let value = MetricValue(
        MetricKey(.rocAuc),
        .value(0.6, interval: Interval(lower: 0.6 - half, upper: 0.6 + half)), count: 100)
      let finding = Finding(
        value: value, expectation: Expectation(.rocAuc, minimum: 0.65, origin: .configured),
        status: .breach, periodsInARow: run)
      let figure = try #require(context(risk, 0).figure)
      let words = FindingWords(finding: finding, figure: figure, periodKind: .month, run: run)
      #expect(words.sentence.hasSuffix(end) == isChance)
    }
  }

  @Test("names the risk of a version that had done worse, in later periods too")
  func mainRisk() {
    let sentence = "The version in use, gbm-2, had done worse than ridge-1 while both ran."
    #expect(RiskSentences(context: context(SampleDelay.model, 25)).text.hasSuffix(sentence))
    #expect(
      RiskSentences(context: context(SampleDelay.model, 3)).text
        == "No risk stands out this week.")
    #expect(
      RiskSentences(context: context(risk, 12)).text.hasPrefix("The answers were measured"))
  }

  @Test("finds the weakest groups, and says when chance may explain them")
  func weakest() throws {
    let clear = WeakestSegments(context: context(SampleDelay.model, 21))
    #expect(
      clear.finding
        == "It did clearly worse where origin is “LGA”: predictions were off by 16.2 on average over "
        + "766 rows there, more than chance would explain.")
    #expect(
      clear.introduction
        == "For this group it did worse than chance would explain: the figure for all predictions "
        + "lies outside the 95 % interval, the range in which the true one lies with that "
        + "confidence.")
    let table = try #require(clear.table)
    #expect(table.rows.map { $0.cells[0] } == ["origin = LGA", "all predictions"])
    #expect(table.rows[0].cells == ["origin = LGA", "16.2", "15.4 to 17.0", "766"])
  }

  @Test("says whether inputs and answers moved together")
  func drift() {
    #expect(
      DriftTables(context: context(risk, 13)).sentence
        == "3 of 7 features moved: priors_count, `code` and ](javascript:1). "
        + "The answers did not move.")
  }
}
