import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct AtomFeedTests {
  private func text(_ feed: String, _ plan: SitePlan) throws -> String {
    let text = try #require(try plan.text(feed))
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(feed) is not XML")
    return text
  }

  private func all(_ name: String, in text: String) throws -> [String] {
    try text.matches(of: Regex<(Substring, Substring)>("<\(name)>([^<]*)</\(name)>")).map {
      String($0.1)
    }
  }

  @Test("lists the reports of its reader, the latest first, with links that lead there")
  func links() throws {
    let plan = try SamplePublication.shared.get()
    for role in Role.allCases {
      let feed = try text("\(role.rawValue)/feed.xml", plan)
      let links = feed.matches(of: /rel="alternate" href="([^"]+)"/).map { String($0.1) }
      #expect(links.count > 1)
      for link in links { #expect(try plan.text("\(role.rawValue)/\(link)") != nil, "\(link)") }
      let days = try all("published", in: feed)
      #expect(days == days.sorted(by: >))
      let ids = try all("id", in: feed)
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { $0.hasPrefix("tag:model-reports.example-ltd.invalid,") })
    }
  }

  @Test("dates everything by the data, so that a later run writes the same")
  func dates() throws {
    let feed = try text("business/feed.xml", try SamplePublication.shared.get())
    let updated = try all("updated", in: feed)
    #expect(updated.first == updated.dropFirst().max())
    #expect(Array(updated.dropFirst()) == (try all("published", in: feed)))
  }

  @Test("moves the date of an entry when its report becomes a new revision, not its identifier")
  func revisions() throws {
    let planner = SitePlanner(templates: try TemplateCatalog())
    let site = try planner.prepare(SamplePublication.make([SampleDelay.model]))
    let period = try #require(SampleDelay.model.periods.last).period
    let key = ReportKey(role: .business, model: "flights", period: period.description)
    func revision(_ number: Int, _ day: Day) -> ReportRevisions.Revision {
      ReportRevisions.Revision(
        number: number, published: day, updated: day, updates: 0, causes: [], changes: [],
        changeCount: 0, archive: nil)
    }
    let late = period.end.advanced(by: 40)
    let first = ReportRevisions(isRunning: false, isProvisional: false, all: [revision(1, late)])
    let second = ReportRevisions(
      isRunning: false, isProvisional: false,
      all: [revision(1, late), revision(2, late.advanced(by: 1))])
    let before = try text("business/feed.xml", try site.plan(revising: { _, _ in [key: first] }))
    let after = try text("business/feed.xml", try site.plan(revising: { _, _ in [key: second] }))
    #expect(try all("id", in: before) == all("id", in: after))
    #expect(try all("updated", in: before)[1] == period.end.over)
    #expect(try all("updated", in: after)[1] == "\(late.advanced(by: 1))T00:00:00Z")
  }

  @Test("has absolute links and the host in its identifiers where the address is known")
  func address() throws {
    let plan = try SitePlanner(templates: TemplateCatalog()).plan(
      Publication(
        title: "<T>", organisation: "A & B", roles: [.business], models: [SampleDelay.model],
        programVersion: "1", siteAddress: SiteAddress("https://Example.org:8443/r")))
    let feed = try text("business/feed.xml", plan)
    #expect(
      feed.contains("<link rel=\"self\" href=\"https://Example.org:8443/r/business/feed.xml\"/>"))
    #expect(feed.contains("<id>tag:example.org,2026-11-21:business/</id>"))
    #expect(feed.contains("<name>A &amp; B</name>"))
  }

  @Test("knows an address of a site from other text")
  func siteAddresses() {
    #expect(SiteAddress("https://example.org")?.base == "https://example.org/")
    for text in [
      "", "example.org", "/reports", "ftp://example.org", "https://", "https://a b.org/",
      "https://u@example.org/", "https://example.org/?x", "https://example.org/#x",
      "javascript:alert(1)",
    ] {
      #expect(SiteAddress(text) == nil, "\(text)")
    }
  }

  @Test("cuts a sitemap where the protocol does, and loses no page")
  func sitemap() throws {
    let pages = (1...5).map { "p\($0)/index.html" }
    let files = Sitemap(base: "https://e.org/").files(pages, limit: 2)
    #expect(
      files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    #expect(files[0].text.matches(of: /<sitemap><loc>/).count == 3)
    #expect(files.dropFirst().flatMap { $0.text.matches(of: /<url><loc>/) }.count == 5)
    #expect(Sitemap(base: "https://e.org/").files(pages).count == 1)
  }
}
