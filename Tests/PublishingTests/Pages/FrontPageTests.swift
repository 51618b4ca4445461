import Assessment
import Profiling
import Testing

@testable import Publishing

@Suite("Front pages")
struct FrontPageTests {
  private typealias Expectation = Assessment.Expectation

  private static let limit = Expectation(.meanAbsoluteError, maximum: 15, origin: .configured)

  /// A model whose newest periods are as given, one value each.
  private static func model(
    _ id: String, _ values: [Double], kind: PeriodKind = .week
  ) -> ModelRecord {
    StoryFixture(
      id: id, title: "Model \(id)", kind: kind, expectations: [limit],
      months: values.map { .with(.meanAbsoluteError, $0, half: 0.3) }
    ).model
  }

  private func builder(_ models: [ModelRecord], _ comments: [Remark] = []) throws -> SiteBuilder {
    SiteBuilder(
      Publication(
        title: "Reports", organisation: nil, roles: Role.allCases, models: models,
        programVersion: "1", comments: comments), templates: try TemplateCatalog())
  }

  private func plan(_ models: [ModelRecord], _ comments: [Remark] = []) throws -> SitePlan {
    try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: [.business, .compliance], models: models,
        programVersion: "1", comments: comments))
  }

  private static func remark(
    _ kind: Remark.Kind, _ period: Period, action: Remark.Action? = nil, text: String
  ) -> Remark {
    Remark(
      model: "bad", period: period, author: "A. Hall", role: .business, kind: kind,
      date: period.end, action: action, text: text, file: "x.md", line: 1)
  }

  @Test("groups models by their standing, the most pressing first")
  func groups() throws {
    let page = try builder([Self.model("good", [13, 13]), Self.model("bad", [13, 17])]).indexPage()
    let bad = try #require(page.firstRange(of: "Outside its limit: 1 model"))
    let good = try #require(page.firstRange(of: "As expected: 1 model"))
    #expect(bad.lowerBound < good.lowerBound)
    #expect(page.contains("1 incident is open since week 2 of 2024."))
  }

  @Test("puts on the page of a review what is asked, what is open and what was decided")
  func review() throws {
    let first = Period(.week, containing: Day(year: 2024, month: 1, day: 1))
    let action = Remark.Action(
      owner: "C. Ruiz", due: first.end, state: .open, closed: nil)
    let plan = try plan(
      [Self.model("good", [13, 13]), Self.model("bad", [13, 17])],
      [
        Self.remark(.decision, first, text: "Keep the <b>model</b>."),
        Self.remark(.action, first, action: action, text: "Call them."),
      ])
    let page = try #require(try plan.text("business/review/2024-W02/index.html"))
    #expect(page.contains("2 reports; 1 asks something of business, and 1 action is open."))
    #expect(page.contains("Decide with the product manager whether to keep relying"))
    #expect(page.contains("<td>Call them.</td>"))
    #expect(page.contains("overdue by 7 days"))
    #expect(page.contains("Keep the &lt;bmodel") && !page.contains("<b>"))
    #expect(page.contains("href=\"../../bad/2024-W02/index.html\""))
    #expect(page.contains("href=\"../2024-W01/index.html\""))
    let list = try #require(try plan.text("business/review/index.html"))
    #expect(list.contains("href=\"2024-W02/index.html\""))
    #expect(LinkChecker().problems(in: plan).isEmpty)
  }

  @Test("reads the report of a month in the week in which the month ends")
  func rhythm() {
    let calendar = ReviewCalendar([
      Self.model("weekly", [13, 13, 13, 13, 13, 13]), Self.model("monthly", [13], kind: .month),
    ])
    #expect(calendar.periods.map(\.description).last == "2024-W06")
    let week = Period(.week, containing: Day(year: 2024, month: 1, day: 31))
    #expect(calendar.entries(of: week).map(\.model) == [0, 1])
    #expect(calendar.entries(of: week.previous).map(\.model) == [0])
    #expect(ReviewCalendar([]).periods.isEmpty)
  }

  @Test("refuses a model whose id is the address of the reviews")
  func reserved() throws {
    #expect(throws: PublishingError.self) { try plan([Self.model("review", [13])]) }
  }

  @Test("gives every year of a long history a page, and loses no report")
  func years() throws {
    let model = Self.model("long", (0..<120).map { Double(12 + $0 % 3) })
    let plan = try plan([model])
    let page = try #require(try plan.text("business/long/index.html"))
    for year in [2024, 2025, 2026] {
      #expect(page.contains("href=\"\(year)/index.html\""))
      #expect(try plan.text("business/long/\(year)/index.html") != nil)
    }
    // Every period is linked from the page of the model and from that of its year.
    for record in model.periods {
      #expect(page.contains("href=\"\(record.period)/index.html\""))
      let year = try #require(
        try plan.text("business/long/\(record.period.end.civil.year)/index.html"))
      #expect(year.contains("href=\"../\(record.period)/index.html\""))
    }
    #expect(LinkChecker().problems(in: plan).isEmpty)
  }

  @Test("lists daily reviews of years by month, loses none, and stays light")
  func dailyReviews() throws {
    let model = Self.model("daily", (0..<430).map { Double(12 + $0 % 3) }, kind: .day)
    let plan = try plan([model])
    let root = "business/review/"
    let list = try #require(try plan.text(root + "index.html"))
    #expect(list.contains("href=\"2024/index.html\"") && list.contains("href=\"2025/index.html\""))
    #expect(list.contains("Here are the newest 53."))
    #expect(list.utf8.count < 15_000)
    #expect(
      try plan.text(root + "2024/index.html")?.contains("href=\"../2024/02/index.html\"") == true)
    for (index, record) in model.periods.enumerated() {
      let (year, month, _) = record.period.end.civil
      let part = try #require(
        try plan.text(root + "\(year)/\(month < 10 ? "0" : "")\(month)/index.html"))
      #expect(part.contains("href=\"../../\(record.period)/index.html\""))
      #expect(part.utf8.count < 15_000)
      let isNewest = index >= model.periods.count - 53
      #expect(list.contains("href=\"\(record.period)/index.html\"") == isNewest)
    }
    #expect(LinkChecker().problems(in: plan).isEmpty)
  }

  @Test("lists weekly reviews of two years by year, and few ones on one page")
  func weeklyReviews() throws {
    let plan = try plan([Self.model("weekly", (0..<54).map { Double(12 + $0 % 3) })])
    let year = try #require(try plan.text("business/review/2025/index.html"))
    #expect(year.contains("href=\"../2025-W02/index.html\""))
    #expect(year.contains("rel=\"prev\" href=\"../2024/index.html\""))
    #expect(try plan.text("business/review/2025/01/index.html") == nil)
    let few = try self.plan([Self.model("weekly", (0..<53).map { Double(12 + $0 % 3) })])
    #expect(try few.text("business/review/2024/index.html") == nil)
    #expect(try few.text("business/review/index.html")?.contains("newest 53") == false)
  }

  @Test("stays light with 200 models and five years of weeks")
  func weight() throws {
    let values = (0..<260).map { Double(12 + ($0 * 7) % 3) }
    let models = (0..<200).map { index in
      Self.model("model-\(index)", index < 198 ? Array(values.suffix(30)) : values)
    }
    let builder = try builder(models)
    let calendar = ReviewCalendar(models)
    let sizes = [
      ("overview", try builder.indexPage().utf8.count, 150_000),
      ("reader", try builder.rolePage(.business, calendar).utf8.count, 100_000),
      ("review", try builder.reviewPage(calendar, 20, .business).utf8.count, 100_000),
      ("reviews", try builder.reviewsPage(calendar, .business).utf8.count, 60_000),
    ]
    for (name, size, limit) in sizes { #expect(size <= limit, "\(name): \(size)") }
  }

  @Test("is read in two minutes by product managers and business")
  func readingTime() throws {
    let plan = try SamplePublication.shared.get()
    var count = 0
    for entry in plan.entries {
      let path = entry.path.description
      guard path.hasPrefix("product-manager/") || path.hasPrefix("business/"),
        path.hasSuffix("index.md")
      else { continue }
      count += 1
      let words = Self.words(String(decoding: entry.bytes, as: UTF8.self))
      // 220 words a minute is the usual rate for plain prose.
      #expect(words <= 440, "\(path): \(words) words")
    }
    #expect(count > 50)
  }

  /// The words that a reader sees: no addresses, no descriptions of drawn charts, no rules of tables.
  private static func words(_ markdown: String) -> Int {
    markdown.replacing(/!\[[^\]]*\]\([^)"]*"([^"]*)"\)/) { $0.1 }
      .replacing(/\]\([^)]*\)/, with: "]")
      .split(whereSeparator: \.isWhitespace)
      .count { word in word.contains { $0.isLetter || $0.isNumber } }
  }
}
