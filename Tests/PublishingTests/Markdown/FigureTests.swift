import Publishing
import Testing

@Suite("Images as figures")
struct FigureTests {
  private let renderer = MarkdownRenderer()

  @Test("puts the drawing, the caption and the numbers where an image stands alone")
  func alone() throws {
    let page = try renderer.render(
      "![ROC *AUC*](charts/roc_auc.svg \"AUC < 0.7 & falling\")",
      figures: { destination, alternative in
        Figure(markup: "<svg>\(destination) \(alternative)</svg>", numbers: "<table></table>")
      })
    #expect(
      page.html == """
        <figure id="figure-roc_auc">
        <svg>charts/roc_auc.svg ROC AUC</svg>
        <figcaption>AUC &lt; 0.7 &amp; falling</figcaption>
        </figure>
        <details class="figure-numbers">
        <summary>The numbers behind this figure</summary>
        <table></table>
        </details>

        """)
    #expect(page.links.isEmpty)
  }

  @Test("falls back to the alternative text as caption and to an image as picture")
  func unresolved() throws {
    let page = try renderer.render("![a \"b\" <c>](<x y.png>)\n\n![](x%20y.png)")
    #expect(
      page.html == """
        <figure id="figure-x-y">
        <img src="x%20y.png" alt="a &quot;b&quot;" loading="lazy">
        <figcaption>a "b"</figcaption>
        </figure>
        <figure id="figure-x-20y">
        <img src="x%20y.png" alt="" loading="lazy">
        </figure>

        """)
    #expect(page.links.count == 2)
  }

  @Test("replaces a resolved image inline in a cell and in a sentence")
  func inline() throws {
    let page = try renderer.render(
      "| trend |\n|---|\n| ![up](s.svg) |\n\nSee ![up](s.svg) here and ![other](o.png).",
      figures: { destination, _ in
        destination == "s.svg" ? Figure(markup: "<svg/>", numbers: "unused") : nil
      })
    #expect(page.html.contains("<td><svg/></td>"))
    #expect(
      page.html.contains(
        "<p>See <svg/> here and <img src=\"o.png\" alt=\"other\" loading=\"lazy\">.</p>"))
  }

  @Test("cannot be made to break out of an attribute")
  func hostileAttributes() throws {
    let page = try renderer.render("x ![\" onerror=\"y](<a\"onload='z.png>)")
    #expect(
      page.html
        == "<p>x <img src=\"a%22onload=&#39;z.png\" alt=\"&quot; onerror=&quot;y\" loading=\"lazy\"></p>\n"
    )
  }
}
