/// A bar: filled for what is measured now, outlined for what it is compared with.
struct BarMark: Sendable {
  enum Look: Sendable {
    case filled, outlined
    /// Outlined by a third of its height, as a full square with a hole.
    case hollow
  }

  let x: Double
  let y: Double
  let width: Double
  let height: Double
  let colour: ChartColour
  let look: Look

  var element: SVGElement {
    let width = max(self.width, 0)
    let height = max(self.height, 0)
    switch look {
    case .filled:
      return SVGElement(.rect, class: "chart-bar")
        .with(.x, x).with(.y, y).with(.width, width).with(.height, height)
        .painted(.fill, colour)
    case .outlined, .hollow:
      // The stroke stays inside, so that all looks end at the same place.
      let stroke = look == .hollow ? height / 3 : 2
      return SVGElement(.rect, class: "chart-bar")
        .with(.x, x + stroke / 2).with(.y, y + stroke / 2)
        .with(.width, max(width - stroke, 0)).with(.height, max(height - stroke, 0))
        .with(.fill, "none")
        .with(.strokeWidth, stroke)
        .painted(.stroke, colour)
    }
  }
}
