/// The name of a line that ends within the plot, written beside its end.
///
/// A label in the column at the right would stand where the line is not.
struct InnerLabel: Sendable {
  let text: String
  let colour: ChartColour
  /// Left end and middle of the text.
  let left: Double
  let middle: Double

  private static let height = 18.0

  /// Places the name where it covers least of what is drawn.
  ///
  /// - Parameters:
  ///   - end: The last point of its line.
  ///   - drawn: Places that the lines and marks of the plot pass, close to one another.
  ///   - rules: Heights of lines across the whole plot.
  ///   - uprights: Places of upright lines.
  ///   - others: Labels that stand already.
  /// - Complexity: O(places); some tens of candidates do not count.
  init(
    _ text: String, colour: ChartColour, at end: (x: Double, y: Double), within frame: PlotFrame,
    drawn: [(x: Double, y: Double)], rules: [Double], uprights: [Double], others: [InnerLabel]
  ) {
    self.text = TextMetrics.fitted(text, into: frame.width / 2)
    self.colour = colour
    let width = TextMetrics.width(self.text)
    let reach = Self.height / 2
    let sides = [end.x + 10, end.x - width - 10, end.x - width / 2]
    let levels = [0.0, -18, 18, -30, 30, -44, 44]
    var best = (cost: Double.infinity, left: sides[0], middle: end.y)
    for (rank, level) in levels.enumerated() {
      for (side, wished) in sides.enumerated() where level != 0 || side < 2 {
        let left = min(max(wished, frame.left + 3), frame.right - width - 3)
        let middle = end.y + level
        guard middle - reach > frame.top - 8, middle + reach < frame.bottom - 2 else { continue }
        let across = (left - 3)...(left + width + 3)
        let down = (middle - reach)...(middle + reach)
        var cost = Double(rank) * 0.6 + Double(side) * 0.3
        cost += Double(drawn.count { across.contains($0.x) && down.contains($0.y) })
        cost += 6 * Double(rules.count { down.contains($0) })
        cost += 3 * Double(uprights.count { across.contains($0) })
        cost +=
          100
          * Double(
            others.count { other in
              (other.middle - middle).magnitude < Self.height && other.left < across.upperBound
                && other.right > across.lowerBound
            })
        if cost < best.cost { best = (cost, left, middle) }
      }
    }
    left = best.left
    middle = best.middle
  }

  private var right: Double { left + TextMetrics.width(text) }

  /// The words on paper that holds lines back from them.
  var elements: [SVGElement] {
    [
      SVGElement(.rect, class: "chart-paper")
        .with(.x, left - 3).with(.y, middle - Self.height / 2)
        .with(.width, right - left + 6).with(.height, Self.height).with(.fillOpacity, 0.8)
        .painted(.fill, .background),
      TextMark(text: text, x: left, y: middle + TextMark.drop, colour: colour).element,
    ]
  }
}
