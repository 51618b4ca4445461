import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("A period in which one version takes over from another")
struct SharedPeriodTests {
  private typealias Expectation = Assessment.Expectation
  private static let old = Arm(version: "old", stage: .production)
  private static let new = Arm(version: "new", stage: .production)
  private static let mix = Expectation(.psi, feature: "weekday", maximum: 0.1, origin: .convention)

  /// Four weeks of 700 predictions; on the last day of the third the new version takes over. In the
  /// weeks given the mix of the weekday lies beyond its limit.
  private func fixture(drifted: Set<Int> = []) -> StoryFixture {
    var months = (0..<4).map { index -> StoryFixture.Month in
      let psi = drifted.contains(index) ? 0.3 : 0.02
      var month = StoryFixture.Month.with(.meanAbsoluteError, 13, half: 0.3)
        .with(.psi, psi, half: 0.01, feature: "weekday")
      month.rows = 700
      month.labels = 700
      month.arm = index == 3 ? Self.new : Self.old
      month.significance = [Self.mix.key: Significance(pValue: 0, adjusted: 0)]
      return month
    }
    let day = Period(.week, containing: Day(year: 2024, month: 1, day: 15)).end
    months[2].rows = 600
    months[2].labels = 600
    months[2].beside = [Self.new: 100]
    months[2].promotions = [
      Promotion(version: "new", replaced: "old", day: day, months: [], overall: nil)
    ]
    return StoryFixture(
      kind: .week,
      expectations: [
        Expectation(.meanAbsoluteError, maximum: 15, origin: .configured), Self.mix,
      ], months: months)
  }

  private func story(_ index: Int, _ role: Role, drifted: Set<Int> = []) -> ReportStory {
    ReportStory(context: fixture(drifted: drifted).context(at: index), role: role)
  }

  @Test("tells no change of volume that is only the boundary of the two", arguments: Role.allCases)
  func volume(_ role: Role) {
    for index in 1..<4 {
      #expect(!story(index, role).change.contains { $0.contains("arrived") })
    }
  }

  @Test("counts the predictions of both, and says whose the figures are")
  func shared() throws {
    let fixture = fixture()
    let front = FrontBuilder(context: fixture.context(at: 2), role: .productManager).view
    #expect(front.facts.contains("700 predictions, of them 100 by new from 21 January 2024 on"))
    #expect(
      front.grounds.contains(
        "The figures are those of old, which answered until 20 January 2024; 100 of 700 "
          + "predictions were made by new (from 21 January 2024 on)."))
    #expect(front.grounds.contains("The outcome of all 600 predictions of old is known."))
    let table = try #require(MeasureTables(context: fixture.context(at: 3)).plain(limit: 2))
    #expect(table.rows.contains { Array($0.cells.prefix(3)) == ["Predictions", "700", "700"] })
    #expect(fixture.context(at: 1).shared == nil)
  }

  @Test("asks about no mix that days alone may explain, in that week and the next")
  func mix() {
    let ask = "Ask what changed in weekday"
    #expect(!story(2, .productManager, drifted: [2]).asks.contains { $0.hasPrefix(ask) })
    #expect(!story(2, .productManager, drifted: [2]).change.contains { $0.contains("weekday") })
    #expect(!story(3, .productManager, drifted: [2]).change.contains { $0.contains("weekday") })
    #expect(
      story(2, .productManager, drifted: [2]).grounds.contains {
        $0.hasSuffix("The mix of columns over part of a week may differ for that alone.")
      })
    // Against the last whole week it is news.
    #expect(story(3, .productManager, drifted: [2, 3]).asks.contains { $0.hasPrefix(ask) })
    #expect(!story(3, .productManager, drifted: [1, 2, 3]).asks.contains { $0.hasPrefix(ask) })
  }
}
