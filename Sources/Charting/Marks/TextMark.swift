/// One line of text.
struct TextMark: Sendable {
  enum Anchor: String, Sendable { case start, middle, end }
  enum Weight: Sendable { case regular, bold }

  let text: String
  let x: Double
  /// The base line of the text.
  let y: Double
  var anchor = Anchor.start
  var colour = ChartColour.text
  var size = TextMetrics.size
  var weight = Weight.regular
  /// All of the text, where `text` had to be shortened; shown by a resting pointer.
  var full: String?

  /// How far below the middle of a label its base line lies, for the usual height of figures.
  static let drop = 5.5

  var element: SVGElement {
    var element = SVGElement(.text, class: "chart-text")
      .with(.x, x).with(.y, y)
      .painted(.fill, colour)
    if anchor != .start { element = element.with(.textAnchor, anchor.rawValue) }
    if size != TextMetrics.size { element = element.with(.fontSize, size) }
    if weight == .bold { element = element.with(.fontWeight, "600") }
    return element.titled(full ?? "").adding(text)
  }
}
