import Publishing
import Testing

@Suite("Rendering Markdown")
struct MarkdownRendererTests {
  private let renderer = MarkdownRenderer()

  @Test("gives every heading an anchor of its own, in ASCII")
  func anchors() throws {
    let page = try renderer.render(
      "# Drift of `roc_auc`\n\n## Größe & Änderung\n\n## Größe & Änderung\n\n## 中文\n\n## Drift of roc_auc 2\n"
    )
    #expect(
      page.headings.map(\.id) == [
        "drift-of-roc_auc", "grosse-anderung", "grosse-anderung-2", "section", "drift-of-roc_auc-2",
      ])
    #expect(page.html.contains("<h2 id=\"grosse-anderung-2\">Größe &amp; Änderung</h2>\n"))
  }

  @Test("keeps clear of the ids that the page around the text uses")
  func reservedAnchors() throws {
    let page = try MarkdownRenderer(reservedAnchors: ["content"]).render("# Content")
    #expect(page.html == "<h1 id=\"content-2\">Content</h1>\n")
  }

  @Test("reads tables the same whatever ends a line, and after a byte order mark or a null")
  func lineEnds() throws {
    let text = "> \u{0}\n> | é | `b` |\n> |---|:-:|\n> | *1* | 2 |\n"
    let html = try renderer.render(text).html
    #expect(html.contains("<td><em>1</em></td>\n<td class=\"center\">2</td>"))
    #expect(html.contains("<p>\u{FFFD}</p>"))
    for end in ["\r\n", "\r"] {
      #expect(try renderer.render("\u{FEFF}" + text.replacing("\n", with: end)).html == html)
    }
  }

  @Test("takes the first heading of level 1, without markup, as the title")
  func title() throws {
    let page = try renderer.render("## Before\n\nTitle *of* `a < b`\n===\n\n# Second\n")
    #expect(page.title == "Title of a < b")
    #expect(try renderer.render("## Only a section").title == nil)
  }

  @Test("labels the scroll region of a table with the heading above, once each")
  func tableLabels() throws {
    let table = "| a |\n|--:|\n| 1 |\n\n"
    let html = try renderer.render("\(table)# \"Fair\" & so on\n\n\(table)\(table)").html
    let labels = html.matches(of: #/role="region" aria-label="([^"]*)"/#).map(\.output.1)
    #expect(
      labels == ["Table", "&quot;Fair&quot; &amp; so on", "&quot;Fair&quot; &amp; so on (2)"])
    #expect(html.contains("<th scope=\"col\" class=\"right\">a</th>"))
    #expect(!html.contains("style="))
  }

  @Test(
    "drops raw HTML wherever it stands",
    arguments: [
      "<script>alert(1)</script>", "x <img src=x onerror=alert(1)> y",
      "| a |\n|---|\n| <script>alert(1)</script> |", "# <script>x</script>",
      "> - <iframe src=x>\n", "[<b onclick=x>](y)", "<!-- --><svg onload=x>",
    ])
  func rawHTML(markdown: String) throws {
    let html = try renderer.render(markdown).html
    for dangerous in ["<script", "<img", "<iframe", "<b ", "<svg"] {
      #expect(!html.contains(dangerous))
    }
  }

  @Test(
    "keeps the words of a dangerous link, and loses the link",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "&#106;avascript:alert(1)",
      "<java\tscript:alert(1)>", "<\u{1}javascript:alert(1)>", "data:text/html,x",
      "data:image/png;base64,AA", "vbscript:x", "file:///etc/passwd", "blob:x", "java&Tab;script:x",
    ])
  func dangerousLinks(destination: String) throws {
    for markdown in ["[*words*](\(destination))", "[*words*][r]\n\n[r]: \(destination)"] {
      let page = try renderer.render(markdown)
      #expect(page.html == "<p><em>words</em></p>\n")
      #expect(page.links.isEmpty)
    }
    #expect(!(try renderer.render("![words](\(destination))").html.contains("src=")))
  }

  @Test("refuses what the caller's rewriting turned into a dangerous address")
  func dangerousRewriting() throws {
    let page = try renderer.render("[x](y)", rewritingLinks: { _ in "javascript:y" })
    #expect(page.html == "<p>x</p>\n")
  }

  @Test("rewrites links, reference links and links in cells, and lists them in order")
  func links() throws {
    let page = try renderer.render(
      "[a](index.md)\n\n| t |\n|---|\n| [b][r] |\n\n![c](c.png) <https://d.example>\n\n[r]: r.md \"T\"\n",
      rewritingLinks: { $0.replacing("index.md", with: "./") })
    #expect(page.links == ["./", "r.md", "c.png", "https://d.example"])
    #expect(page.html.contains("<a href=\"./\">a</a>"))
    #expect(page.html.contains("<td><a href=\"r.md\" title=\"T\">b</a></td>"))
  }

  @Test("refuses a text that the C library would die of")
  func tooLarge() throws {
    let text = String(repeating: "x", count: (64 << 20) + 1)
    let error = try #require(throws: MarkdownError.self) { try renderer.render(text) }
    #expect(error.problem == .tooLarge(bytes: (64 << 20) + 1, limit: 64 << 20))
    #expect(error.description.hasSuffix("Split the text into several pages."))
  }

  @Test("ends soon and well-formed for deeply nested input")
  func nesting() throws {
    let depth = 2_000
    let quotes = try renderer.render(String(repeating: "> ", count: depth) + "x").html
    #expect(quotes.matches(of: #/<blockquote>/#).count == depth)
    let images = try renderer.render(
      String(repeating: "![", count: depth) + "x" + String(repeating: "](y)", count: depth))
    #expect(images.links == ["y"])
  }

  @Test("makes balanced elements of any text whatever")
  func balance() throws {
    var texts = HostileText(seed: 7)
    for _ in 0..<3_000 {
      let text = texts.next(pieceCount: 40)
      let html = try renderer.render(text).html
        .replacing(#/<!--.*?-->/#.matchingSemantics(.unicodeScalar), with: "")
      var open: [Substring] = []
      let tags = #/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/#.matchingSemantics(.unicodeScalar)
      for tag in html.matches(of: tags) {
        let (_, closing, name, single) = tag.output
        if !single.isEmpty || name == "img" { continue }
        if closing.isEmpty {
          open.append(name)
        } else if open.popLast() != name {
          Issue.record("</\(name)> does not fit in the HTML of \(text.debugDescription)")
        }
      }
      #expect(open.isEmpty, "not closed in the HTML of \(text.debugDescription)")
    }
  }
}
