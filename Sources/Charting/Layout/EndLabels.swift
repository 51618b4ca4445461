/// Names right of a plot, each at the height where its line ends: direct labels in place of a key.
struct EndLabels: Sendable {
  /// A name and the line that it belongs to.
  struct Wish: Sendable {
    let text: String
    let colour: ChartColour
    /// Height of its line at the right end, as a value of the vertical axis.
    let value: Double
    /// Where its line ends, as a value of the horizontal axis or the index of a period; `nil` for
    /// one that crosses the whole plot.
    let end: Double?
  }

  /// The labels before the plot has its size: what room they need.
  struct Column: Sendable {
    private let wishes: [Wish]
    private let lines: [[String]]

    /// Labels without text are left out.
    init(_ wishes: [Wish]) {
      self.wishes = wishes.filter { !$0.text.isEmpty }
      lines = self.wishes.map {
        TextMetrics.lines($0.text, within: EndLabels.labelWidth, maximum: 2)
      }
    }

    /// Width with the gutter beside the plot; `nil` without labels.
    var width: Double? {
      lines.joined().map { TextMetrics.width($0) }.max().map { $0 + EndLabels.gutter }
    }

    var height: Double { heights.reduce(0, +) }

    private var heights: [Double] {
      lines.map { Double($0.count) * EndLabels.pitch + 4 }
    }

    /// - Parameters:
    ///   - y: Position of a value.
    ///   - x: Position of the end of a line.
    ///   - inset: How far inside the frame a line that ends with the plot stops.
    func placed(
      beside frame: PlotFrame, y: (Double) -> Double, x: (Double) -> Double, inset: Double
    ) -> EndLabels {
      let centres = LabelColumn.centres(
        wishes: wishes.map { y($0.value) }, heights: heights,
        within: (frame.top - 10)...(frame.bottom + 10))
      let items = wishes.indices.map { index -> Item in
        let wish = wishes[index]
        return Item(
          lines: lines[index],
          full: lines[index].joined(separator: " ") == wish.text ? nil : wish.text,
          colour: wish.colour, x: wish.end.map(x) ?? frame.right,
          y: y(wish.value), centre: centres[index])
      }
      return EndLabels(items: items, right: frame.right, inset: inset)
    }
  }

  private struct Item: Sendable {
    let lines: [String]
    let full: String?
    let colour: ChartColour
    /// Where its line ends.
    let x: Double
    let y: Double
    /// Middle of the label itself.
    let centre: Double
  }

  private let items: [Item]
  private let right: Double
  private let inset: Double

  private static let gutter = 14.0
  private static let shortestLeader = 12.0
  private static let labelWidth = 152.0
  private static let pitch = TextMetrics.lineHeight - 2

  var elements: [SVGElement] { items.flatMap { leader($0) + text($0) } }

  /// A thin line from the end of the series to a label that had to move away from it. One that stands
  /// nearly beside its line needs none, and one from where no line is would point at nothing.
  private func leader(_ item: Item) -> [SVGElement] {
    guard abs(item.centre - item.y) >= Self.shortestLeader, right - item.x <= inset + 1 else {
      return []
    }
    let corners = [
      (x: max(item.x + 10, right - 2), y: item.y), (x: right + Self.gutter - 3, y: item.centre),
    ]
    return [
      SVGElement(.path, class: "chart-leader")
        .with(.d, PathData.polyline(corners).text)
        .with(.fill, "none").with(.strokeWidth, 1.25)
        .painted(.stroke, item.colour)
    ]
  }

  private func text(_ item: Item) -> [SVGElement] {
    let first =
      item.centre - Self.pitch * Double(item.lines.count - 1) / 2 + TextMark.drop
    return item.lines.enumerated().map { index, line in
      TextMark(
        text: line, x: right + Self.gutter, y: first + Double(index) * Self.pitch,
        colour: item.colour, full: item.full
      ).element
    }
  }
}
