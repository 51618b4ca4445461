import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

@Suite("Where trends stand")
struct TrendPlacesTests {
  private func trend(_ name: String, _ subject: TrendSubject, _ size: Int) -> DrawnTrend {
    DrawnTrend(
      subject: subject, finding: "Steady.",
      view: ChartView(
        id: Markup(name), title: name, drawing: Markup(String(repeating: "x", count: size)),
        numbers: Markup("")))
  }

  @Test("leaves everything on one page while it is light")
  func light() {
    let places = TrendPlaces((0..<5).map { trend("t\($0)", .data, 9_000) }, other: 30_000)
    #expect(places.lead.count == 5)
    #expect(places.pages.isEmpty)
  }

  @Test("moves what has no room to pages by subject, performance first")
  func subjects() {
    let trends = [
      trend("a", .performance, 60_000), trend("b", .data, 50_000), trend("c", .groups, 30_000),
      trend("d", .performance, 4_000), trend("e", .groups, 70_000), trend("f", .data, 1_000),
    ]
    let places = TrendPlaces(trends, other: 20_000)
    #expect(places.lead.map(\.view.title) == ["a", "b", "d"])
    #expect(places.pages.map(\.folder) == ["trends/data/", "trends/groups/"])
    #expect(places.pages.map { $0.trends.map(\.view.title) } == [["f"], ["c", "e"]])
  }

  @Test("goes on in a next page where a subject is too heavy for one")
  func parts() {
    let places = TrendPlaces((0..<4).map { trend("t\($0)", .groups, 60_000) }, other: 150_000)
    #expect(places.lead.isEmpty)
    #expect(places.pages.map(\.folder) == ["trends/groups/", "trends/groups-2/"])
    #expect(places.pages.map(\.title) == ["Groups", "Groups, part 2"])
  }

  @Test("loses none, and plans no page for more than it may weigh", arguments: 0..<50)
  func law(seed: Int) {
    let trends = (0..<(seed % 17)).map { index in
      trend(
        "t\(index)", TrendSubject.allCases[(index * 5 + seed) % 3],
        900 + (index * 7_919 * seed) % 60_000)
    }
    let other = (seed * 2_411) % 120_000
    let places = TrendPlaces(trends, other: other)
    let all = places.lead + places.pages.flatMap(\.trends)
    #expect(all.map(\.view.title).sorted() == trends.map(\.view.title).sorted())
    #expect(places.lead.map(\.size).reduce(other, +) <= FigureBudget.page)
    #expect(Set(places.pages.map(\.folder)).count == places.pages.count)
    for page in places.pages {
      #expect(page.trends.map(\.size).reduce(9_000, +) <= FigureBudget.page)
      #expect(page.trends.allSatisfy { $0.subject == page.subject })
    }
  }

  // MARK: - Whole sites

  private static let attributes = ["area", "branch", "channel", "device", "plan", "region"]

  /// Weeks with every measure of performance and with nine groups for each of six attributes.
  private static func heavyModel(weeks: Int) -> ModelRecord {
    let months = (0..<weeks).map { week -> StoryFixture.Month in
      var month = StoryFixture.Month()
      for (place, metric) in KeyMetrics.performance(.regression).enumerated() {
        month = month.with(metric, Double(12 + (week + place) % 4) + 0.37, half: 0.61)
      }
      month = month.with(.labelCoverage, 0.97).with(.driftedFeatureShare, 0.1)
      for attribute in attributes {
        for group in 0..<9 {
          month = month.with(
            .meanAbsoluteError, Double(11 + (week + group) % 5), half: 0.9,
            slice: Slice(parts: [Slice.Part(attribute: attribute, value: "group number \(group)")]))
        }
      }
      return month
    }
    return StoryFixture(
      id: "heavy", title: "A heavy model", kind: .week, expectations: [], months: months
    ).model
  }

  @Test("keep every page of a model of many groups below its weight, without dead ends")
  func heavy() throws {
    let plan = try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: [.dataScientist],
        models: [Self.heavyModel(weeks: 60)], programVersion: "1"))
    let folder = "data-scientist/heavy/"
    let pages = plan.entries.filter {
      $0.path.description.hasPrefix(folder) && $0.path.description.hasSuffix(".html")
    }
    for page in pages { #expect(page.bytes.count <= FigureBudget.page, "\(page.path)") }
    let paths = Set(pages.map(\.path.description))
    #expect(paths.contains(folder + "trends/groups/index.html"))
    #expect(paths.contains(folder + "2024/trends/groups/index.html"))
    #expect(LinkChecker().problems(in: plan).isEmpty)
    // Each trend has its anchor on the page of the model, and is drawn once.
    let page = try #require(try plan.text(folder + "index.html"))
    let drawn = try paths.filter { $0.hasPrefix(folder + "trends/") }.sorted().map {
      try #require(try plan.text($0))
    }
    for attribute in Self.attributes {
      let anchor = "id=\"figure-groups-\(attribute)\""
      #expect(page.contains(anchor), "\(attribute)")
      #expect(drawn.count { $0.contains("<figure \(anchor)") } == 1, "\(attribute)")
    }
    #expect(page.contains("has the highest value"))
  }

  @Test("give the months of a model that reports every day pages of their own")
  func days() throws {
    let model = StoryFixture(
      id: "daily", title: "A daily model", kind: .day, expectations: [],
      months: (0..<400).map { .with(.meanAbsoluteError, Double(12 + $0 % 3), half: 0.3) }
    ).model
    let plan = try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "Reports", organisation: nil, roles: [.business], models: [model],
        programVersion: "1"))
    let folder = "business/daily/"
    for entry in plan.entries where entry.path.description.hasPrefix(folder) {
      #expect(entry.bytes.count <= FigureBudget.page, "\(entry.path)")
    }
    let year = try #require(try plan.text(folder + "2024/index.html"))
    let march = try #require(try plan.text(folder + "2024/03/index.html"))
    #expect(year.contains("<a href=\"../2024/03/index.html\">March 2024</a>"))
    #expect(march.contains("A daily model in March 2024"))
    // A row of marks for each month; the page of the model has the newest days alone.
    #expect(year.contains("<h3>March 2024</h3>") && !year.contains("<h3>2024</h3>"))
    let page = try #require(try plan.text(folder + "index.html"))
    #expect(page.contains("The newest 53 days. Those before stand on the pages of their years."))
    #expect(page.components(separatedBy: "class=\"dot ").count == 54)
    #expect(march.contains("<a rel=\"prev\" href=\"../../2024/02/index.html\">"))
    for record in model.periods where record.period.start.civil.year == 2024 {
      #expect(year.contains("href=\"../\(record.period)/index.html\""), "\(record.period)")
      let isMarch = record.period.start.civil.month == 3
      #expect(march.contains("href=\"../../\(record.period)/index.html\"") == isMarch)
    }
    #expect(LinkChecker().problems(in: plan).isEmpty)
  }
}
