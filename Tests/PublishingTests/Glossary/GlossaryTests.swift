import Foundation
import Testing

@testable import Publishing

@Suite struct GlossaryTests {
  private func html(_ markdown: String, exceptions: Set<String> = []) throws -> String {
    try MarkdownRenderer(glossary: GlossaryLinks(page: "../m.html", exceptions: exceptions))
      .render(markdown).html
  }

  @Test("says what the glossary of the README says")
  func sameWords() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).appending(path: "../../../../README.md").standardized,
      encoding: .utf8)
    for term in Glossary.terms {
      #expect(readme.contains("\n| \(term.title) | \(term.meaning) |\n"), "\(term.title)")
    }
  }

  @Test("gives every word an anchor and forms of its own")
  func distinct() {
    #expect(Set(Glossary.terms.map(\.anchor)).count == Glossary.terms.count)
    let forms = Glossary.terms.flatMap(\.forms)
    #expect(Set(forms).count == forms.count)
    #expect(forms.allSatisfy { $0 == $0.lowercased() })
  }

  @Test("links a word where it stands first, whatever its case, and only there")
  func firstUse() throws {
    let text = try html("Drift is rare.\n\nMore drift, and no drift.")
    #expect(
      text.hasPrefix("<p><a class=\"term\" href=\"../m.html#term-drift\">Drift</a> is rare.</p>"))
    #expect(text.hasSuffix("<p>More drift, and no drift.</p>\n"))
  }

  @Test("links the longest form, and the plural")
  func longest() throws {
    let text = try html("Two 95 % intervals overlap; two expectations hold.")
    #expect(text.contains("#term-interval\">95 % intervals</a> overlap"))
    #expect(text.contains("#term-expectation\">expectations</a> hold"))
  }

  @Test("leaves headings, links, code, emphasis, tables and parts of words alone")
  func elsewhere() throws {
    let text = try html(
      """
      ## Drift

      [drift](x.html) `drift` *drift* drifting adrift drift_share drift-share

      | drift |
      |---|
      | drift |
      """)
    #expect(!text.contains("term-drift"))
  }

  @Test("leaves a word alone that is the name of a column")
  func exceptions() throws {
    #expect(
      !(try html("The mix of score and drift.", exceptions: ["score"])).contains("term-score"))
    #expect(try html("The mix of score and drift.", exceptions: ["score"]).contains("term-drift"))
  }

  @Test("escapes the text around a word")
  func escapes() throws {
    let text = try html("a \\<b\\> & drift \\<c\\>")
    #expect(text.contains("<p>a &lt;b&gt; &amp; <a class"))
    #expect(text.contains("</a> &lt;c&gt;</p>"))
  }

  @Test("lets readers take the address of a section and a figure, but not of the title")
  func selfLinks() throws {
    let text = try MarkdownRenderer(anchors: .sectionsAndFigures).render(
      "# Title\n\n## Part\n\n## See [x](y.html)\n\n![d](c/roc.svg \"Cap\")"
    ).html
    #expect(text.contains("<h1 id=\"title\">Title</h1>"))
    #expect(text.contains("<h2 id=\"part\"><a class=\"anchor\" href=\"#part\">Part</a></h2>"))
    #expect(text.contains("<h2 id=\"see-x\">See <a href=\"y.html\">x</a></h2>"))
    #expect(
      text.contains(
        "<figcaption><a class=\"anchor\" href=\"#figure-roc\">Cap</a></figcaption>"))
  }
}
