import Foundation
import Testing

@testable import Publishing

@Suite struct SingleFileDocumentTests {
  private func document(
    _ paths: [String], address: SiteAddress? = nil, paper: SingleFileDocument.Paper? = nil
  ) throws -> String {
    let plan = try SamplePublication.shared.get()
    let pages = try paths.map {
      SingleFileDocument.Page(path: $0, html: try #require(try plan.text($0)))
    }
    return try SingleFileDocument(
      pages: pages, styleSheet: try #require(try plan.text("assets/broadsheet.css")),
      address: address, paper: paper
    ).html { "digest-of-\($0.utf8.count)" }
  }

  private let report = "product-manager/flights/2013-W35/index.html"
  private let other = "product-manager/recidivism/2014-04/index.html"

  @Test("needs no other file, runs no script, and allows its own style sheet alone")
  func selfContained() throws {
    let html = try document([report])
    let tags = MarkupScanner.tags(in: Array(html.utf8))
    #expect(tags.allSatisfy { $0["src"] == nil && $0.name != "script" && $0.name != "link" })
    let style = try #require(html.firstMatch(of: /<style>((?s:.*?))<\/style>/)?.1)
    #expect(html.contains("style-src 'digest-of-\(style.utf8.count)'"))
    #expect(html.contains("default-src 'none'"))
    #expect(!style.contains("url("))
  }

  @Test("has the whole article, without navigation, and links that lead somewhere")
  func content() throws {
    let html = try document([report])
    let page = try #require(try SamplePublication.shared.get().text(report))
    let article = try #require(
      page.firstMatch(of: /<article class="report">((?s:.*?))<\/article>/)?.1)
    let own = try #require(html.firstMatch(of: /<article class="report">((?s:.*?))<\/article>/)?.1)
    let words = { (text: Substring) in text.replacing(/<[^>]*>/, with: "") }
    #expect(words(article) == words(own))
    #expect(!html.contains("<nav"))
    let ids = Set(MarkupScanner.tags(in: Array(html.utf8)).compactMap { $0["id"] })
    for tag in MarkupScanner.tags(in: Array(html.utf8)) {
      guard let link = tag["href"] else { continue }
      #expect(link.hasPrefix("https://") || ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test("makes links to other pages absolute where the address is known")
  func address() throws {
    let html = try document([report], address: SiteAddress("https://example.org/r"))
    #expect(html.contains("href=\"https://example.org/r/methodology/index.html#"))
    #expect(html.contains("href=\"https://example.org/r/data/flights/2013-W35/metrics.csv\""))
    #expect(SingleFileDocument.resolved("../a/./b/#x", from: "m/n/index.html") == "m/a/b/#x")
  }

  @Test("puts reports together without repeating an id, each from a new sheet on")
  func several() throws {
    let html = try document([report, other], paper: .letter)
    let tags = MarkupScanner.tags(in: Array(html.utf8))
    let ids = tags.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    for tag in tags {
      for name in (tag["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(name)), "\(name)")
      }
    }
    #expect(tags.count { $0["class"] == "sheet" } == 2)
    #expect(html.contains("@page { size: letter; }"))
  }

  @Test("writes titles into the style sheet as text")
  func hostileTitle() throws {
    let page =
      "<title>a&quot;} &lt;/style&gt; \\ b</title><header></header><main><p id=\"x\">y</p></main>"
    let html = try SingleFileDocument(
      pages: [.init(path: "p/index.html", html: page)], styleSheet: "a{}</style>", address: nil
    ).html { _ in "d" }
    #expect(html.contains("--running-head: \"a\\22 } \\3c /style\\3e  \\5c  b\""))
    #expect(html.matches(of: /<\/style>/).count == 1)
  }

  @Test("refuses a page without a main part")
  func noMain() throws {
    let error = try #require(throws: PublishingError.self) {
      try SingleFileDocument(
        pages: [.init(path: "p/index.html", html: "<p>x</p>")], styleSheet: "", address: nil
      ).html { _ in "" }
    }
    #expect(error.place == "p/index.html")
  }

  @Test("changes values of attributes, and nothing that only looks like one")
  func rewriter() {
    let html = "a < b id=\"1\" <p id=\"1\" hidden class=\"c\">id=\"1\"</p> <a href=\"x\">y</a> <"
    let result = TagRewriter { _, attribute, value in
      attribute == "id" ? "n\(value)" : attribute == "href" ? nil : String(value)
    }.rewritten(html)
    #expect(
      result == "a < b id=\"1\" <p id=\"n1\" hidden class=\"c\">id=\"1\"</p> <a>y</a> <")
  }
}
