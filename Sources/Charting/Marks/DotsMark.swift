/// The small markers of a series as one path: a point costs a few bytes instead of an element.
///
/// Each role has the marker that ``StatusGlyph`` gives it: a line without length shows the cap of
/// its pen, round or square; a short one is a bar.
struct DotsMark: Sendable {
  let role: SeriesRole
  /// As that of a ``StatusGlyph``.
  let radius: Double
  var places: [(x: Double, y: Double)] = []

  /// The path, `nil` without places.
  var element: SVGElement? {
    guard !places.isEmpty else { return nil }
    let size = radius * 0.55
    let pen: (width: Double, across: Double, down: Double, cap: String) =
      switch role {
      case .primary: (2 * size, 0, 0, "round")
      case .secondary: (2 * size, 0, 0, "square")
      case .tertiary: (1.1 * size, 0, 2.8 * size, "butt")
      case .quaternary: (1.1 * size, 2.8 * size, 0, "butt")
      case .context: (1.4 * size, 0, 0, "round")
      }
    var path = PathData()
    for place in places {
      path.move(to: place.x - pen.across / 2, place.y - pen.down / 2)
      path.step(pen.across, pen.down)
    }
    return SVGElement(.path, class: "chart-dots")
      .with(.d, path.text).with(.fill, "none").with(.strokeWidth, pen.width)
      .with(.strokeLineCap, pen.cap)
      .painted(.stroke, role.colour)
  }
}
