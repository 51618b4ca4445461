import Assessment
import Foundation
import Profiling
import Testing

@testable import Publishing

@Suite struct SitePlannerTests {
  private var plan: SitePlan { get throws { try SamplePublication.shared.get() } }

  private var pages: [(path: String, html: String)] {
    get throws {
      (try plan.entries + (try SamplePublication.edges.get()).entries)
        .filter { $0.path.fileExtension == "html" }
        .map { ($0.path.description, String(decoding: $0.bytes, as: UTF8.self)) }
    }
  }

  @Test("has no broken link, missing anchor, repeated id or request to the outside")
  func links() throws {
    #expect(LinkChecker().problems(in: try plan).isEmpty)
    #expect(LinkChecker().problems(in: try SamplePublication.edges.get()).isEmpty)
  }

  @Test("says what is missing instead of leaving it out")
  func degrades() throws {
    let edges = try SamplePublication.edges.get()
    let fresh = try #require(try edges.text("product-manager/fresh/2026-04-03/index.md"))
    #expect(fresh.contains("on 3 April 2026 is not known yet: none of the outcomes"))
    let shadow = try #require(try edges.text("business/shadow/2026-W14/index.md"))
    #expect(shadow.contains("this report is about v2 in shadow, whose answers nobody used"))
    let science = try #require(try edges.text("data-scientist/fresh/2026-04-03/index.md"))
    #expect(science.contains("No labels have arrived yet, so performance cannot be measured."))
    #expect(science.contains("There is no reference, so drift is not measured."))
    let next = try #require(try edges.text("business/fresh/2026-04-04/index.md"))
    #expect(
      next.contains("Predictions stopped: 50 predictions arrived on 3 April, none since."))
    let animals = try #require(try edges.text("compliance/animals/2026-Q2/index.md"))
    #expect(animals.contains("was held against no expectation in quarter 2 of 2026"))
    #expect(!animals.contains("### class"))
    let index = try #require(try edges.text("index.html"))
    #expect(
      index.contains("Nothing has been read for Model &lt;nothing&gt; &amp; &quot;co&quot; yet."))
  }

  @Test("says on the front page which key figures are provisional, and of those alone")
  func provisionalFigures() throws {
    let index = try #require(try plan.text("index.html"))
    #expect(index.contains("<span class=\"note\">95 % interval 0.594 to 0.710, provisional</span>"))
    #expect(!index.contains("<span class=\"note\">provisional</span>"))
  }

  @Test("gives the same bytes for the same publication")
  func repeats() throws {
    let again = try SamplePublication.plan()
    #expect(again.entries == (try plan.entries))
  }

  @Test("has every address of the site")
  func addresses() throws {
    for path in [
      "index.html", "404.html", "methodology/index.html", "business/index.html",
      "compliance/recidivism/index.html", "compliance/recidivism/2013-09/index.html",
      "data-scientist/flights/2013-W35/index.md",
      "data-scientist/flights/2013-W35/charts/trend-mean-absolute-error.svg",
      "data/flights/2013-W35/metrics.csv", "data/flights/2013-W35/metrics.json",
      "data/recidivism/reference/metrics.csv", "assets/broadsheet.css", "business/search.html",
    ] {
      #expect(try plan.text(path) != nil, "\(path)")
    }
    #expect(try plan.text("sitemap.xml") == nil)
  }

  @Test("writes a sitemap when it knows the address of the site")
  func sitemap() throws {
    let publication = Publication(
      title: "T", organisation: nil, roles: [.business], models: [], programVersion: "1",
      siteAddress: SiteAddress("https://example.org/r"))
    let plan = try SitePlanner(templates: TemplateCatalog()).plan(publication)
    let text = try #require(try plan.text("sitemap.xml"))
    #expect(text.contains("<loc>https://example.org/r/business/</loc>"))
    #expect(!text.contains("404"))
  }

  @Test("gives every page a title of its own, one first heading, and no gap in the levels")
  func outlines() throws {
    var titles: [Substring: String] = [:]
    for (path, html) in try pages {
      let title = try #require(html.firstMatch(of: /<title>([^<]+)<\/title>/)?.1)
      // The front pages of the two sites share their addresses.
      #expect(titles[title] ?? path == path, "\(path) repeats the title \(title)")
      titles[title] = path
      let levels = html.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
      #expect(levels.first == 1, "\(path)")
      #expect(levels.count { $0 == 1 } == 1, "\(path)")
      for (one, next) in zip(levels, levels.dropFirst()) {
        #expect(next <= one + 1, "\(path): level \(next) after \(one)")
      }
    }
  }

  @Test("keeps to the content security policy: no inline style or script, no handler")
  func policy() throws {
    for (path, html) in try pages {
      #expect(html.contains("default-src 'none'"), "\(path)")
      #expect(html.firstMatch(of: /<[a-z]+[^>]* (style|on[a-z]+)=/) == nil, "\(path)")
      #expect(!html.contains("<style"), "\(path)")
      let scripts = path.hasSuffix("search.html") ? 2 : 1
      #expect(html.matches(of: /<script src=/).count == scripts, "\(path)")
      #expect(html.matches(of: /<script>/).count == 1, "\(path)")
      #expect(html.contains("<script>\(PagePolicy.appearanceScript)</script>"), "\(path)")
    }
  }

  @Test("shows hostile names as text in every page and Markdown file")
  func hostileNames() throws {
    for (path, html) in try pages {
      #expect(!html.contains("<script>alert"), "\(path)")
      #expect(html.firstMatch(of: /(href|src)="[^"]*javascript:/) == nil, "\(path)")
    }
    let report = try #require(try plan.text("data-scientist/recidivism/2014-04/index.html"))
    for cell in [
      "&lt;script&gt;alert(1)&lt;/script&gt;", "a|b", "__x__", "](javascript:1)", "`code`",
    ] {
      #expect(
        report.contains("<td>\(cell)</td>") || report.contains("<th scope=\"row\">\(cell)</th>"),
        "\(cell)")
    }
    for entry in try plan.entries where entry.path.fileExtension == "md" {
      let text = String(decoding: entry.bytes, as: UTF8.self)
      #expect(text.firstMatch(of: /(^|[^\\])<script/) == nil, "\(entry.path)")
    }
  }

  @Test("keeps hostile names from adding cells to a table")
  func tableShape() throws {
    for (path, html) in try pages where path.contains("recidivism/2014") {
      for table in html.matches(of: /<table[^>]*>(?s:.*?)<\/table>/) {
        let rows = table.0.matches(of: /<tr>(?s:.*?)<\/tr>/).map { row in
          row.0.matches(of: /<t[hd][ >]/).count
        }
        #expect(Set(rows).count == 1, "\(path): \(rows)")
      }
    }
  }

  @Test("publishes no number of a suppressed group anywhere")
  func suppression() throws {
    for (path, html) in try pages where path.contains("recidivism/2014") {
      for row in html.matches(of: /<tr>\s*<t[hd][^>]*>Native American<\/t[hd]>(?s:.*?)<\/tr>/) {
        #expect(row.0.contains("&lt;10"), "\(path)")
        #expect(row.0.firstMatch(of: /%|0\.\d/) == nil, "\(path)")
      }
    }
  }

  @Test("can be read by product managers and business in two minutes")
  func readingTime() throws {
    // 230 words a minute is an ordinary silent reader of English.
    for entry in try plan.entries where entry.path.description.hasSuffix("index.md") {
      let path = entry.path.description
      guard path.hasPrefix("product-manager/") || path.hasPrefix("business/") else { continue }
      let text = String(decoding: entry.bytes, as: UTF8.self)
      let body = text.components(separatedBy: "## About this report")[0]
      let words = body.split(whereSeparator: \.isWhitespace).filter {
        $0.contains(where: \.isLetter)
      }
      #expect(words.count <= 460, "\(path): \(words.count) words")
    }
  }

  @Test("weighs at most 150 kB a report with its figures, and 60 kB for all shared files")
  func weight() throws {
    for plan in [try plan, try SamplePublication.edges.get()] {
      var shared = 0
      for entry in plan.entries {
        let path = entry.path.description
        if path.hasPrefix("assets/") { shared += entry.bytes.count }
        if path.hasSuffix(".html") {
          #expect(entry.bytes.count <= 150_000, "\(path): \(entry.bytes.count) bytes")
        }
      }
      #expect(shared <= 60_000)
    }
  }

  @Test("needs one style sheet and no script for the first paint")
  func firstPaint() throws {
    for (path, html) in try pages {
      #expect(html.matches(of: /<link rel="stylesheet"/).count == 1, "\(path)")
      #expect(
        html.matches(of: /<script src="[^"]+" defer>/).count
          == html.matches(of: /<script src=/).count, "\(path)")
    }
  }

  @Test("refuses ids that cannot be addresses, and two models with one id")
  func identifiers() throws {
    let planner = SitePlanner(templates: try TemplateCatalog())
    let twice = SamplePublication.make([SampleRisk.model, SampleRisk.model])
    let error = try #require(throws: PublishingError.self) { try planner.plan(twice) }
    #expect(error.problem == .duplicateIdentifier("recidivism"))
    let identity = ModelIdentity(
      id: "../x", title: "", task: .binary, owner: nil, about: nil, periodKind: .day,
      timezone: "UTC", positive: nil, minimumRows: 1, suppressBelow: 1, protectedAttributes: [])
    let bad = ModelRecord(
      identity: identity, references: [], referenceInput: nil, periods: [],
      unmatchedLabelCount: 0)
    let second = try #require(throws: PublishingError.self) {
      try planner.plan(SamplePublication.make([bad]))
    }
    #expect(second.problem == .badIdentifier("../x"))
  }

  @Test("writes the sample site into the folder that SAMPLE_SITE names")
  func writesSampleSite() throws {
    guard let folder = ProcessInfo.processInfo.environment["SAMPLE_SITE"] else { return }
    _ = try SiteWriter().write(try plan, to: folder)
    _ = try SiteWriter().write(try SamplePublication.edges.get(), to: folder + "-edges")
  }
}
