import Testing

@testable import Publishing

@Suite("Contents of a report")
struct ReportContentsTests {
  private func html(sections: Int) throws -> String {
    let text = (0..<sections).map { "## Part <\($0)> & more\n\nWords.\n" }
    return try ReportArticle(methodology: "m.html", names: [])
      .html("# Title\n\nThe answer.\n\n" + text.joined(separator: "\n"), figures: [:])
  }

  @Test("stand between the answer and the first section of a long report, one link to each")
  func long() throws {
    let html = try html(sections: 9)
    let parts = html.split(separator: "<nav class=\"onpage contents\"", maxSplits: 1)
    try #require(parts.count == 2)
    #expect(parts[0].contains("The answer.") && !parts[0].contains("<h2"))
    let ids = html.matches(of: #/<h2 id="([^"]+)"/#).map { String($0.1) }
    let links = html.matches(of: #/<li><a href="#([^"]+)">/#).map { String($0.1) }
    #expect(ids.count == 9 && links == ids)
    #expect(parts[1].contains("Part &lt;0&gt; &amp; more</a></li>"))
  }

  @Test("are left out of a report that is read in a few minutes")
  func short() throws { #expect(!(try html(sections: 8)).contains("<nav")) }
}
