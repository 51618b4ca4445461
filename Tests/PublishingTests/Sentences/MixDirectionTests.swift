import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Which way the mix of a column moved")
struct MixDirectionTests {
  private static let rule = Assessment.Expectation(
    .psi, feature: "delay", maximum: 0.1, origin: .convention)

  private func context(
    median: (Double, Double)? = nil, mean: (Double, Double)? = nil
  ) throws -> ReportContext {
    func month(_ side: (((Double, Double)) -> Double)) -> StoryFixture.Month {
      var month = StoryFixture.Month.with(.meanAbsoluteError, 13, half: 0.3)
        .with(.psi, 0.3, half: 0.01, feature: "delay")
      if let median { month = month.with(.quantile50, side(median), feature: "delay") }
      if let mean { month = month.with(.mean, side(mean), feature: "delay") }
      month.significance = [Self.rule.key: Significance(pValue: 0, adjusted: 0)]
      return month
    }
    let reference = StoryFixture(expectations: [], months: [month { $0.1 }]).model
    return StoryFixture(
      references: reference.periods.compactMap(\.leading), expectations: [Self.rule],
      months: [month { $0.0 }]
    ).context
  }

  private func words(
    median: (Double, Double)? = nil, mean: (Double, Double)? = nil
  ) throws -> String? {
    MixDirection(context: try context(median: median, mean: mean)).words("delay")
  }

  @Test("is that of the median of numbers, or of the mean where medians read the same")
  func numbers() throws {
    #expect(try words(median: (9, 14), mean: (20, 10)) == "lower: median 9 against 14")
    #expect(try words(median: (0, -1.5)) == "higher: median 0 against \(NumberText.minus)1.50")
    #expect(try words(median: (4, 4), mean: (12.34, 12)) == "higher: mean 12.3 against 12")
    #expect(try words(median: (4, 4), mean: (12, 12)) == nil)
    #expect(try words() == nil)
  }

  @Test("is that of the category whose share moved most")
  func categories() {
    let bins = [("Mon", 0.14, 0.15), ("Thu", 0.18, 0.14), ("other values", 0.68, 0.71)].map {
      Distribution.Bin(lower: nil, upper: nil, category: $0.0, current: $0.1, reference: $0.2)
    }
    let period = Period(.month, containing: Day(year: 2024, month: 1, day: 1))
    let arm = ArmRecord(
      arm: Arm(version: "a", stage: .production), period: period, values: [], findings: [],
      distributions: [
        Distribution(
          column: "weekday", subject: .feature, bins: bins, currentCount: 700,
          referenceCount: 3_000)
      ], rowCount: 700, labelCount: 700)
    let model = ModelRecord(
      identity: SampleRisk.identity, references: [], referenceInput: nil,
      periods: [
        PeriodRecord(period: period, arms: [arm], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
    let context = ReportContext(model: model, index: 0, history: ModelHistory(model))
    #expect(MixDirection(context: context).words("weekday") == "“Thu” 18 % against 14 %")
    #expect(MixDirection(context: context).words("origin") == nil)
  }

  @Test("stands beside the column in the opening")
  func told() throws {
    let story = ReportStory(
      context: try context(median: (9, 14)), role: .productManager)
    #expect(
      story.grounds.contains {
        $0.hasPrefix(
          "The inputs have changed: the mix of delay (lower: median 9 against 14) differs")
      })
  }
}
