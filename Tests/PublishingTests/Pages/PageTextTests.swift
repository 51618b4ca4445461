import Testing

@testable import Publishing

@Suite struct PageTextTests {
  @Test("gives a shape to cells that hold nothing but a status")
  func chips() {
    #expect(
      StatusMarkup.decorated("<td class=\"left\">no data</td><td>worth a look</td>")
        == "<td class=\"left\"><span class=\"status status-missing\">no data</span></td>"
        + "<td><span class=\"status status-watch\">worth a look</span></td>")
  }

  @Test(
    "leaves every other text as it is",
    arguments: ["", "<p>no data</p>", "<td>has no data</td>", "<td>no data </td>", "no data</td>"])
  func others(_ html: String) {
    #expect(StatusMarkup.decorated(html) == html)
  }

  @Test("keeps a number and its sign of per cent on one line")
  func percent() {
    #expect(StatusMarkup.decorated("<td>at most 5 %</td>") == "<td>at most 5\u{A0}%</td>")
    #expect(StatusMarkup.decorated("5 % to 7.1 %") == "5\u{A0}% to 7.1\u{A0}%")
    #expect(StatusMarkup.decorated("a % 5%") == "a % 5%")
  }

  @Test("lets a digest break after each sixteen digits, and nothing else that is long")
  func digests() {
    let parts = ["cc218a0b6f8ede4a", "77109463c2912c1d", "14877af0ced52bcb", "7c0806e934647888"]
    let digest = parts.joined()
    #expect(
      StatusMarkup.decorated("<tr><td>a %</td><td>\(digest)</td></tr>")
        == "<tr><td>a %</td><td>\(parts.joined(separator: "<wbr>"))</td></tr>")
    for other in ["<td>\(digest.uppercased())</td>", "<td>1\(digest)</td>", "\(digest)</td>"] {
      #expect(StatusMarkup.decorated(other) == other)
    }
  }

  @Test("keeps one blank line of many, and none at the ends")
  func blankLines() {
    #expect(BlankLines.collapsed("\n \na\n\n  \n\nb\n\n") == "a\n\nb\n")
  }

  @Test("lists addresses that are valid, without the name of index pages")
  func sitemap() {
    let text = Sitemap(base: "https://example.org/a b/").files(["x/index.html", "index.html"])[0]
      .text
    #expect(text.contains("<loc>https://example.org/a%20b/</loc>"))
    #expect(text.contains("<loc>https://example.org/a%20b/x/</loc>"))
  }
}
