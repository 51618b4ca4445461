/// What stands in the page instead of an image: a drawing and the numbers behind it.
///
/// Both texts are written into the page unescaped. They come from our own chart code, never from
/// data or from people's comments.
package struct Figure: Equatable, Sendable {
  /// The drawing as inline SVG, with its own title and description.
  package let markup: String
  /// An HTML table of the values drawn, offered under the figure; `nil` when there is none.
  package let numbers: String?

  package init(markup: String, numbers: String? = nil) {
    self.markup = markup
    self.numbers = numbers
  }
}
