import Testing

@testable import Publishing

@Suite struct ViewContentTests {
  struct Inner: View {
    let name: String
    let note: String?
  }

  struct Outer: View {
    let note: String?
    let flag: Bool
    let ready: Markup
    let words: [String]
    let inner: [Inner]
    let maybe: Inner?
  }

  struct WithNumber: View {
    let count: Int
  }

  @Test("learns keys and kinds from the type alone")
  func shape() {
    let inner = ViewShape.record(["name": .text, "note": .optional(.text)])
    #expect(
      ViewShape.of(Outer.self)
        == .record([
          "note": .optional(.text), "flag": .flag, "ready": .markup, "words": .list(.text),
          "inner": .list(inner), "maybe": .optional(inner),
        ]))
  }

  @Test("offers no key of a view that holds a number")
  func numbers() {
    #expect(ViewShape.of(WithNumber.self) == .record([:]))
  }

  struct Nested: View {
    let inner: WithNumber
  }

  struct Rows: View {
    let rows: [[Inner]]
    let maybe: [Markup]?
  }

  @Test("learns lists of lists, and lists that may be absent")
  func lists() {
    let inner = ViewShape.record(["name": .text, "note": .optional(.text)])
    #expect(
      ViewShape.of(Rows.self)
        == .record(["rows": .list(.list(inner)), "maybe": .optional(.list(.markup))]))
    #expect(ViewShape.of(Rows.self).unwrapped == ViewShape.of(Rows.self))
    #expect(ViewShape.optional(.optional(.flag)).unwrapped == .flag)
  }

  @Test("offers no key of a view that holds a number further down")
  func nestedNumbers() {
    #expect(ViewShape.of(Nested.self) == .record([:]))
    #expect(throws: PublishingError.self) {
      try TemplateCatalog(overrides: ["pages/not-found.html.mustache": "{{inner}}"])
        .check("pages/not-found.html.mustache", for: Nested.self)
    }
  }

  private func render(_ template: String, _ view: NotFoundPageView) throws -> String {
    try TemplateCatalog(overrides: ["pages/not-found.html.mustache": template])
      .render("pages/not-found.html.mustache", view)
  }

  @Test("leaves ready markup as it is")
  func markup() throws {
    #expect(
      try render("{{home}}", NotFoundPageView(home: Markup("<b>&amp;</b>"))) == "<b>&amp;</b>")
  }

  @Test("escapes texts for HTML, inside partials too")
  func html() throws {
    let status = StatusView(words: "<script>\"'&", kind: Markup("ok"))
    let view = StatusMeaningView(status: status, meaning: "<i>")
    let text = try TemplateCatalog(overrides: [
      "pages/not-found.html.mustache": "{{#status}}{{> status}}{{/status}}{{meaning}}"
    ]).render("pages/not-found.html.mustache", view)
    #expect(text.contains(">&lt;script&gt;&quot;&#39;&amp;</span>"))
    #expect(text.hasSuffix("&lt;i&gt;"))
  }

  @Test("escapes texts for Markdown, inside partials too, and not for HTML")
  func markdown() throws {
    let table = try #require(TableView([.text("a|b")], [["<script> & 'x' __y__ [z](w)"]]))
    let text = try TemplateCatalog(overrides: ["reports/empty.md.mustache": "{{> table}}"])
      .render("reports/empty.md.mustache", table)
    #expect(text.contains("| a\\|b |"))
    #expect(text.contains("| \\<script> & 'x' \\_\\_y\\_\\_ \\[z\\](w) |"))
  }

  @Test("does not look for an absent optional in the views around")
  func absent() throws {
    let view = LayoutView(
      title: "t", description: "", policy: Markup(""), appearance: Markup(""), feed: nil,
      siteTitle: "", organisation: nil, root: Markup(""),
      isFrontPage: false, roles: [], hasCrumbs: true,
      crumbs: [CrumbView(title: "here", address: nil)], content: Markup(""), search: Markup(""),
      isSearch: false, script: nil,
      isAudited: false,
      program: "")
    let text = try TemplateCatalog(overrides: [
      "pages/layout.html.mustache":
        "{{#crumbs}}{{#address}}link{{/address}}{{^address}}plain{{/address}}{{/crumbs}}"
    ]).render("pages/layout.html.mustache", view)
    #expect(text == "plain")
  }
}
