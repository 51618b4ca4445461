/// A chart put together from parts: header, key, layers within a frame, and words around it.
///
/// Scales say where a value stands, axes how the reader finds it back, marks what is drawn there,
/// labels and annotations what it means. A chart chooses among them; it draws nothing by itself.
struct Plot: Sendable {
  /// What is painted, from the paper upwards, with the class of its group.
  struct Layer: Sendable {
    let classes: String
    let elements: [SVGElement]

    init(_ classes: String, _ elements: [SVGElement]) {
      self.classes = classes
      self.elements = elements
    }
  }

  let kind: String
  let header: ChartHeader
  let layers: [Layer]
  /// Where the lowest of the layers ends.
  let bottom: Double
  var key: [(symbol: ChartKey.Symbol, text: String)] = []
  var remarks: [String] = []

  static let emptyWords = "no data in these periods"

  var drawing: Drawing {
    let key = ChartKey(key, top: bottom)
    return Drawing(
      width: Drawing.standardWidth, height: bottom + key.height + (key.height > 0 ? 6 : 0),
      kind: kind,
      elements: header.elements
        + (layers + [Layer("chart-key", key.elements)]).filter { !$0.elements.isEmpty }
        .map { .group($0.classes, $0.elements) },
      remarks: remarks)
  }

  /// A chart without anything to draw, which says so.
  static func empty(_ kind: String, _ header: ChartHeader, words: String = emptyWords) -> Drawing {
    let height = header.height + 120
    let frame = PlotFrame(
      left: Drawing.padding, right: Drawing.standardWidth - Drawing.padding, top: header.height,
      bottom: height - 10)
    let notice = TextMark(
      text: words, x: frame.centre.x, y: header.height + 60, anchor: .middle, colour: .muted)
    return Drawing(
      width: Drawing.standardWidth, height: height, kind: kind,
      elements: header.elements + [frame.baseline, notice.element])
  }
}
