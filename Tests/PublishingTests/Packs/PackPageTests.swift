import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite struct PackPageTests {
  private static let period = Period(.month, containing: Day(year: 2026, month: 4, day: 1))

  /// A model with rates of the favourable answer by sex and race.
  private static let model: ModelRecord = {
    var arm = ArmBuilder("1", .production, period, rows: 1_000, labels: 900)
    func add(_ slice: Slice, _ rows: Int, _ rate: Double) {
      arm.set(.rowCount, Double(rows), slice: slice, count: rows)
      arm.set(.favourableRate, rate, half: 0.02, slice: slice, count: rows)
    }
    add(.where("sex", "Female"), 480, 0.45)
    add(.where("sex", "Male"), 500, 0.60)
    add(.where("sex", "(missing)"), 20, 0.50)
    add(.where("race", "<b>A</b>"), 700, 0.50)
    add(.where("race", "B"), 285, 0.40)
    add(.where("race", "C"), 15, 0.90)
    add(.where("age", "young"), 600, 0.50)
    add(.where("age", "old"), 390, 0.40)
    add(.where("age", "other"), 6, 0.17)
    add(.where("age", "older"), 4, 0.25)
    return ModelRecord(
      identity: ModelIdentity(
        id: "hiring", title: "Hiring score", task: .binary, owner: "HR", about: nil,
        periodKind: .month, timezone: "UTC", positive: "1", minimumRows: 30, suppressBelow: 10,
        protectedAttributes: ["sex", "race", "age"]),
      references: [], referenceInput: nil,
      periods: [
        PeriodRecord(
          period: period, arms: [arm.record()], comparisons: [], promotions: [], inputs: [])
      ], unmatchedLabelCount: 0)
  }()

  private static func pack(
    _ contents: [CompliancePack.Content], validFrom: Day? = nil, validTo: Day? = nil
  ) -> CompliancePack {
    CompliancePack(
      id: "rule", title: "A rule", rule: "Rule 1", version: "1", validFrom: validFrom,
      validTo: validTo, checked: Day(year: 2026, month: 1, day: 1),
      sources: [CompliancePack.Source(title: "Law", address: "https://example.org/law")],
      attributes: [CompliancePack.Attribute(name: "race or ethnicity", columns: ["race"])],
      unknownNames: ["unknown"], template: "model-card",
      sections: [CompliancePack.Section(title: "One", text: nil, contents: contents)])
  }

  private func plan(_ pack: CompliancePack, today: Day? = nil) throws -> SitePlan {
    try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: [.compliance, .business], models: [Self.model],
        programVersion: "0.1.0", packs: ["hiring": [pack]], today: today))
  }

  private func text(_ pack: CompliancePack, today: Day? = nil) throws -> String {
    try #require(
      try plan(pack, today: today).text("compliance/hiring/2026-04/packs/rule/index.md"))
  }

  private func groups(
    _ attributes: [String] = [], leaveOutBelow: Double = 0, flagBelow: Double? = nil
  ) -> CompliancePack.Content {
    .groups(
      CompliancePack.Groups(
        attributes: attributes, rate: .favourableRate, leaveOutBelow: leaveOutBelow,
        flagBelow: flagBelow))
  }

  @Test("holds every group against the highest rate, names small groups and counts the unknown")
  func groupTable() throws {
    let text = try text(Self.pack([groups(leaveOutBelow: 0.02, flagBelow: 0.8)]))
    #expect(
      text.contains("| Female | 480 | 45.0 % | 0.750 | 43.0 % to 47.0 % | 48.0 % | below 0.8 |"))
    #expect(
      text.contains("| Male | 500 | 60.0 % | 1.00 | 58.0 % to 62.0 % | 50.0 % | highest rate |"))
    #expect(text.contains("People of unknown category, not in the ratios: (missing) 20."))
    #expect(
      text.contains("| B | 285 | 40.0 % | 0.800 | 38.0 % to 42.0 % | 28.5 % | at or above 0.8 |"))
    #expect(text.contains("left out of the ratios: below 2 % of the rows"))
    #expect(!text.contains("| (missing) |"))
  }

  @Test("shows no number of a group that is too small to be published")
  func suppressed() throws {
    let text = try text(Self.pack([groups()]))
    #expect(text.contains("| older | \\<10 | not published | none | none | not published |"))
    #expect(!text.contains("25.0 %") && !text.contains("17.0 %"))
    #expect(
      text.contains(
        "| young | 600 | 50.0 % | 1.00 | 48.0 % to 52.0 % | 60.0 % | highest published rate |"))
    #expect(text.contains("the ratios of the others are lower than they are here"))
  }

  @Test("finds the column of an attribute by its usual names, and says when there is none")
  func attributes() throws {
    let text = try text(Self.pack([groups(["race or ethnicity"]), groups(["religion"])]))
    #expect(text.contains("By race:"))
    #expect(!text.contains("By sex:"))
    #expect(
      text.contains(
        "**Missing.** No protected attribute of the model holds religion (looked for: religion).")
    )
  }

  @Test("says which input is missing, and is silent about metrics of other tasks")
  func missing() throws {
    let text = try text(
      Self.pack([.measures([.accuracy, .meanAbsoluteError]), .description(["purpose"])]))
    #expect(text.contains("**Missing.** No value in this period: accuracy."))
    #expect(text.contains("**Missing.** The owner has not described the purpose."))
  }

  @Test("says when it is out of date, not yet in force, or in force for a part of the period")
  func dates() throws {
    func notice(_ from: Day?, _ to: Day?, _ today: Day? = nil) -> String? {
      Self.pack([.model], validFrom: from, validTo: to).notice(for: Self.period, today: today)
    }
    let march = Day(year: 2026, month: 3, day: 31)
    let middle = Day(year: 2026, month: 4, day: 17)
    let june = Day(year: 2026, month: 6, day: 1)
    #expect(notice(nil, nil, june) == nil)
    #expect(notice(march, nil, june) == nil)
    #expect(notice(nil, march)?.hasPrefix("Out of date: this version of the rule ended") == true)
    #expect(notice(nil, middle)?.hasPrefix("Out of date") == true)
    #expect(notice(nil, Day(year: 2026, month: 5, day: 5), june)?.hasPrefix("Out of date") == true)
    #expect(notice(nil, june, june) == nil)
    #expect(notice(june, nil)?.hasPrefix("Not in force") == true)
    #expect(notice(middle, nil)?.hasPrefix("In force for part of the period") == true)
    let page = try text(Self.pack([.model], validTo: march))
    #expect(page.contains("**Out of date: this version of the rule ended on 31 March 2026"))
  }

  @Test("is linked from the compliance report alone, with links that lead somewhere")
  func links() throws {
    let item = CompliancePack.Item(
      reference: "Art. 1", asks: "Evidence.", see: ["incidents", "no-such-heading"], here: nil,
      elsewhere: "the plan")
    let plan = try plan(Self.pack([.index([item]), groups()]))
    let report = try #require(try plan.text("compliance/hiring/2026-04/index.html"))
    #expect(report.contains("href=\"packs/rule/index.html\""))
    #expect(try !#require(try plan.text("business/hiring/2026-04/index.html")).contains("packs/"))
    let page = try #require(try plan.text("compliance/hiring/2026-04/packs/rule/index.html"))
    #expect(page.contains("href=\"../../index.html#incidents\""))
    #expect(!page.contains("<b>A</b>"))
    #expect(page.contains("neither an audit nor legal"))
    #expect(LinkChecker().problems(in: plan).isEmpty)
  }
}
