import Profiling
import Testing

@testable import Assessment

@Suite("A promotion")
struct PromotionTests {
  @Test("tells what was known before, month by month and in all")
  func months() throws {
    var source = MemorySource()
    for week in 1...12 { source.add("v1", on: .week(week), right: 80) }
    // Mondays from 22 January to 11 March.
    for week in 4...11 { source.add("v2", .shadow, on: .week(week), right: week < 6 ? 70 : 90) }
    source.add("v2", on: .week(12), right: 90)
    let weeks = try source.weeks()
    let promotions = weeks.flatMap(\.promotions)
    let promotion = try #require(promotions.first)
    #expect(promotions.count == 1)
    #expect(weeks[11].promotions.count == 1)
    #expect(promotion.version == "v2" && promotion.replaced == "v1")
    #expect(promotion.day == .week(12))
    #expect(promotion.months.map(\.dayCount) == [2, 4, 2])
    #expect(promotion.months.map { outcome($0) } == [.worse, .better, .better])
    #expect(promotion.overall?.dayCount == 8)
    #expect(promotion.overall?.firstDay == .week(4))
  }

  @Test("has nothing to tell of a version that never ran beside the old one")
  func untried() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 80)
    source.add("v2", on: .week(2), right: 80)
    let promotion = try #require(try source.weeks()[1].promotions.first)
    #expect(promotion.replaced == "v1")
    #expect(promotion.months.isEmpty)
    #expect(promotion.overall == nil)
  }

  @Test("is not what the first version of all has")
  func firstVersion() throws {
    var source = MemorySource()
    source.add("v1", on: .week(1), right: 80)
    source.add("v1", on: .week(2), right: 80)
    #expect(try source.weeks().allSatisfy(\.promotions.isEmpty))
  }

  private func outcome(_ comparison: ArmComparison) -> ArmComparison.Outcome? {
    comparison.rows.first { $0.key == MetricKey(.accuracy) }?.outcome
  }
}
