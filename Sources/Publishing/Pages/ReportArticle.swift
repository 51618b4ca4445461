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
    StatusMarkup.decorated(
      try renderer.render(markdown, figures: { address, _ in figures[address] }).html)
  }
}
