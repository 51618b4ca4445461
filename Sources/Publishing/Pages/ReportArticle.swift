/// The Markdown of a report as the HTML of its page: sections with addresses, tables with captions,
/// words that lead to their explanation, and statuses in their shapes.
package struct ReportArticle: Sendable {
  private let renderer: MarkdownRenderer

  /// - Parameters:
  ///   - methodology: Address of the page that explains the words, from the report.
  ///   - names: Words that are names in this report, in lower case, and lead nowhere.
  package init(methodology: String, names: Set<String>) {
    renderer = MarkdownRenderer(
      reservedAnchors: ["content", "navigation"], anchors: .sectionsAndFigures,
      glossary: GlossaryLinks(page: methodology, exceptions: names), tables: .described)
  }

  /// - Parameter figures: What stands in the page for each chart, by its address; others stay images.
  /// - Throws: What ``MarkdownRenderer/render(_:figures:rewritingLinks:)`` throws.
  package func html(
    _ markdown: String, figures: [String: Figure]
  ) throws(MarkdownError) -> String {
    let rendered = try renderer.render(markdown, figures: { address, _ in figures[address] })
    return StatusMarkup.decorated(Self.withContents(rendered))
  }

  /// Reports of more sections than this have a list of them; shorter ones are read in two minutes.
  private static let mostSections = 8

  /// The article with a list of its sections between what it opens with and the first of them.
  private static func withContents(_ article: RenderedMarkdown) -> String {
    let sections = article.headings.filter { $0.level == 2 }
    guard sections.count > mostSections, let first = sections.first,
      let place = article.html.firstRange(of: "<h2 id=\"\(first.id)\"")
    else { return article.html }
    let lines = sections.map { section in
      "<li><a href=\"#\(HTMLEscaper.attribute(section.id))\">"
        + "\(HTMLEscaper.text(section.text))</a></li>"
    }
    var html = article.html
    html.insert(
      contentsOf: """
        <nav class="onpage contents" aria-label="On this page">
        <details>
        <summary>On this page: \(sections.count) sections</summary>
        <ul>
        \(lines.joined(separator: "\n"))
        </ul>
        </details>
        </nav>

        """, at: place.lowerBound)
    return html
  }
}
