/// A straight line from one place to another: grid, axis, threshold, or leader of a label.
struct RuleMark: Sendable {
  let classes: String
  let from: (x: Double, y: Double)
  let to: (x: Double, y: Double)
  let colour: ChartColour
  var width = 1.0
  var dash: String?

  var element: SVGElement {
    let line = SVGElement(.line, class: classes)
      .with(.x1, from.x).with(.y1, from.y).with(.x2, to.x).with(.y2, to.y)
      .with(.strokeWidth, width)
      .painted(.stroke, colour)
    return dash.map { line.with(.strokeDashArray, $0) } ?? line
  }
}
