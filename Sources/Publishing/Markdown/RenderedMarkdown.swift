/// A page body in HTML and what the rest of the page needs to know about it.
package struct RenderedMarkdown: Equatable, Sendable {
  /// A heading with the anchor that it was given.
  package struct Heading: Equatable, Sendable {
    /// 1 to 6, as in `<h1>`.
    package let level: Int
    /// The words without markup; not escaped.
    package let text: String
    /// Unique on the page, in ASCII.
    package let id: String
  }

  /// The body; safe to put into a page as it is.
  package let html: String
  /// All headings in order, for a table of contents.
  package let headings: [Heading]
  /// Where links and images written as `<img>` point to after rewriting, in order, with repetitions.
  package let links: [String]

  /// The words of the first heading of level 1; not escaped.
  package var title: String? { headings.first { $0.level == 1 }?.text }
}
