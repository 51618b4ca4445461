import Assessment
import Profiling
import Testing

@testable import Publishing

/// What a short report says of limits and reference.
@Suite("About a short report")
struct AboutBriefTests {
  private typealias Expectation = Assessment.Expectation

  private static let agreed = Expectation(.meanAbsoluteError, maximum: 15, origin: .configured)
  private static let derived = Expectation(
    .rootMeanSquaredError, maximum: 25, origin: .referenceChunks(count: 9))
  private static let usual = Expectation(.psi, feature: "a", maximum: 0.25, origin: .convention)

  private func limits(_ rules: [Expectation]) -> String? {
    let fixture = StoryFixture(
      expectations: rules, months: [.with(.meanAbsoluteError, 13, half: 0.3)])
    return LimitOrigins(fixture.context.findings).sentence
  }

  @Test("says who set the limits")
  func origins() {
    #expect(limits([]) == nil)
    #expect(limits([Self.agreed]) == "set by the team in the configuration")
    #expect(
      limits([Self.derived, Self.usual])
        == "defaults, made from the spread of the reference and customary limits; the team has set "
        + "none")
    #expect(
      limits([Self.agreed, Self.usual])
        == "those called agreed were set by the team in the configuration, the others are defaults, "
        + "made from customary limits")
  }

  /// A reference of March 2023 by the version `b`, which takes over from `a` on a day, or never.
  private func reference(
    change: Day?, replaced: String? = "a", isPredicted: Bool = true
  ) -> String? {
    let days = Day(year: 2023, month: 3, day: 1)...Day(year: 2023, month: 3, day: 31)
    var arm = ArmBuilder(
      "b", .production, Period(.month, containing: days.lowerBound), rows: 3_360, labels: 3_360)
    if isPredicted { arm.set(.meanAbsoluteError, 12.9, half: 0.2, count: 3_360) }
    var month = StoryFixture.Month.with(.meanAbsoluteError, 13, half: 0.3)
    month.arm = Arm(version: "b", stage: .production)
    month.promotions =
      change.map {
        [Promotion(version: "b", replaced: replaced, day: $0, months: [], overall: nil)]
      } ?? []
    let fixture = StoryFixture(
      references: [arm.record()], referenceDays: days, expectations: [], months: [month])
    return ReferenceWords(context: fixture.context).plain
  }

  @Test(
    "says that the reference is what the version predicted before it served, where that is known")
  func reference() {
    let served = Day(year: 2024, month: 1, day: 3)
    #expect(
      reference(change: served)
        == "what b predicted for 1 to 31 March 2023, before it served (3,360 predictions)")
    let unknown = "what b predicted for 1 to 31 March 2023 (3,360 predictions)"
    #expect(reference(change: nil) == unknown)
    #expect(reference(change: served, replaced: nil) == unknown)
    #expect(reference(change: Day(year: 2023, month: 3, day: 31)) == unknown)
    #expect(
      reference(change: served, isPredicted: false) == "data of 3,360 cases, 1 to 31 March 2023")
  }

  @Test("has no words for a model without a reference")
  func none() {
    let fixture = StoryFixture(expectations: [], months: [.with(.meanAbsoluteError, 13)])
    #expect(ReferenceWords(context: fixture.context).plain == nil)
  }
}
