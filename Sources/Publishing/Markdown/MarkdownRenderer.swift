/// CommonMark with the pipe tables of GitHub Flavored Markdown to the HTML of a page body.
///
/// The output is safe whatever the text: raw HTML is left out, links lead only to relative, `http`,
/// `https` and `mailto` addresses (others lose the link and keep their words), and there are no style
/// attributes and no scripts, so that a strict Content-Security-Policy holds.
///
/// - Headings get ids made of their words, unique on the page.
/// - A table is wrapped in a focusable region labelled with the heading above it, so that a wide one
///   scrolls by itself on a phone. Alignment is a class: `left`, `center` or `right`.
/// - An image alone in its paragraph becomes a `<figure>` with an id such as `figure-roc_auc`, made
///   of its file name. Its title, else its alternative text, is the caption.
/// - Any other image that the caller resolves is replaced where it stands, for instance in a cell.
package struct MarkdownRenderer: Sendable {
  private let reservedAnchors: Set<String>
  private let numbersSummary: String
  private let anchors: AnchorPass.Links
  private let glossary: GlossaryLinks?
  private let tables: TablePass.Style

  /// - Parameters:
  ///   - reservedAnchors: Ids that the page around the text uses; no heading gets one of them.
  ///   - numbersSummary: What the reader opens to see the numbers behind a figure.
  ///   - anchors: Whether headings and captions link to themselves, so that readers can take the
  ///     address of a section or figure.
  ///   - tables: Whether tables have captions and headers of rows.
  ///   - glossary: Where words of the glossary lead at their first use; `nil` links none.
  package init(
    reservedAnchors: Set<String> = [],
    numbersSummary: String = "The numbers behind this figure",
    anchors: AnchorPass.Links = .none, glossary: GlossaryLinks? = nil,
    tables: TablePass.Style = .plain
  ) {
    self.tables = tables
    self.anchors = anchors
    self.glossary = glossary
    self.reservedAnchors = reservedAnchors
    self.numbersSummary = numbersSummary
  }

  /// Renders one text.
  ///
  /// - Parameters:
  ///   - markdown: Any text; there is no malformed Markdown.
  ///   - figures: Gives the drawing for an image's destination and alternative text; `nil` keeps it
  ///     an `<img>`. Sees the destination as written.
  ///   - rewritingLinks: Maps the destination of every link, and of every image that stays one, for
  ///     instance `index.md` to `./`. The result must pass the same safety rule.
  /// - Throws: `MarkdownError.Problem.tooLarge` above 64 MiB, `.notParsed` when memory ran out.
  /// - Complexity: Linear in the text for all but deeply nested quotes and lists.
  package func render(
    _ markdown: String,
    figures: (_ destination: String, _ alternative: String) -> Figure? = { _, _ in nil },
    rewritingLinks: (_ destination: String) -> String = { $0 }
  ) throws(MarkdownError) -> RenderedMarkdown {
    let source = SourceLines(markdown)
    var document = try MarkdownDocument(parsing: source.bytes)
    var pipes = TablePass(source: source, style: self.tables)
    try pipes.run(on: &document)
    if let glossary {
      var words = GlossaryPass(glossary)
      words.run(on: &document)
    }
    var pass = AnchorPass(
      anchors: AnchorNames(reserved: reservedAnchors), links: anchors,
      numbersSummary: numbersSummary)
    pass.run(on: &document, figures: figures, rewritingLinks: rewritingLinks)
    return RenderedMarkdown(html: document.html(), headings: pass.headings, links: pass.links)
  }
}
