/// A line through places in order, broken wherever a place is absent.
struct LineMark: Sendable {
  /// One entry per step along the line; `nil` is a gap.
  let points: [(x: Double, y: Double)?]
  let role: SeriesRole
  /// Width of the stroke; `nil` for that of the role.
  var width: Double?

  /// The path, `nil` if every place is absent. Each unbroken run has one move command; a run of a
  /// single place is a line to itself, which round caps show as a dot.
  var element: SVGElement? {
    var path = PathData()
    var isDrawing = false
    for (index, point) in points.enumerated() {
      guard let point else {
        isDrawing = false
        continue
      }
      if isDrawing {
        path.line(to: point.x, point.y)
      } else {
        path.move(to: point.x, point.y)
        let isAlone = index + 1 >= points.count || points[index + 1] == nil
        if isAlone { path.line(to: point.x, point.y) }
      }
      isDrawing = true
    }
    guard !path.text.isEmpty else { return nil }
    var element = SVGElement(.path, class: "chart-line")
      .with(.d, path.text)
      .with(.fill, "none")
      .with(.strokeWidth, width ?? role.lineWidth)
      .with(.strokeLineCap, "round")
      .with(.strokeLineJoin, "round")
      .painted(.stroke, role.colour)
    if let dash = role.dash { element = element.with(.strokeDashArray, dash) }
    return element
  }
}
