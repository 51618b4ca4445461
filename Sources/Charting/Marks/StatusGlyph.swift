/// The shape that stands for a status, around a centre.
///
/// The shapes differ in outline, not only in colour or filling, so that they survive a black and
/// white print: dot, diamond, triangle, ring, cross, half-filled ring.
struct StatusGlyph: Sendable {
  let status: MarkStatus
  let role: SeriesRole
  let x: Double
  let y: Double
  /// Half the height of the larger shapes.
  var radius = 7.0

  var element: SVGElement {
    switch status {
    case .ok: okMark
    case .watch: solid(PathData.polygon(around(diamond)), .watch)
    case .breach: solid(PathData.polygon(around(triangle)), .breach)
    case .insufficient: ring
    case .missing: cross
    case .provisional: halfRing
    }
  }

  /// The shape at many places: those of one outline as a single path, the others one by one.
  static func elements(
    status: MarkStatus, role: SeriesRole, at places: [(x: Double, y: Double)], radius: Double
  ) -> [SVGElement] {
    let glyphs = places.map {
      StatusGlyph(status: status, role: role, x: $0.x, y: $0.y, radius: radius)
    }
    guard let first = glyphs.first else { return [] }
    switch status {
    case .watch: return [first.solid(joined(glyphs.map { $0.around($0.diamond) }), .watch)]
    case .breach: return [first.solid(joined(glyphs.map { $0.around($0.triangle) }), .breach)]
    case .missing: return [first.crosses(glyphs)]
    case .ok, .insufficient, .provisional: return glyphs.map(\.element)
    }
  }

  private static func joined(_ shapes: [[(x: Double, y: Double)]]) -> PathData {
    var path = PathData()
    for corners in shapes { path.add(PathData.polygon(corners)) }
    return path
  }

  // MARK: - Shapes

  private var diamond: [(x: Double, y: Double)] { [(0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)] }
  private var triangle: [(x: Double, y: Double)] { [(0, -1.15), (1.15, 0.85), (-1.15, 0.85)] }

  /// The small marker of a series in order; each role has its own.
  private var okMark: SVGElement {
    let size = radius * 0.55
    switch role {
    case .primary: return circle(radius: size).painted(.fill, role.colour)
    case .secondary: return box(size, size)
    case .tertiary: return box(size * 0.55, size * 1.4)
    case .quaternary: return box(size * 1.4, size * 0.55)
    case .context: return circle(radius: size * 0.7).painted(.fill, role.colour)
    }
  }

  private var ring: SVGElement {
    circle(radius: radius * 0.75)
      .with(.strokeWidth, 2)
      .painted(.stroke, role.colour)
      .painted(.fill, .background)
  }

  private var cross: SVGElement { crosses([self]) }

  /// Crosses at the places of all glyphs, grey in every series: nothing of it stands there.
  private func crosses(_ glyphs: [StatusGlyph]) -> SVGElement {
    let arm = radius * 0.6
    var path = PathData()
    for glyph in glyphs {
      path.move(to: glyph.x - arm, glyph.y - arm)
      path.line(to: glyph.x + arm, glyph.y + arm)
      path.move(to: glyph.x - arm, glyph.y + arm)
      path.line(to: glyph.x + arm, glyph.y - arm)
    }
    return SVGElement(.path, class: "chart-mark")
      .with(.d, path.text).with(.fill, "none").with(.strokeWidth, 2)
      .painted(.stroke, .context)
  }

  private var halfRing: SVGElement {
    let size = radius * 0.8
    var half = PathData()
    half.move(to: x, y - size)
    half.arc(radius: size, to: x, y + size)
    half.close()
    return .group(
      "chart-mark",
      [
        ring,
        SVGElement(.path).with(.d, half.text).painted(.fill, role.colour),
      ])
  }

  // MARK: - Pieces

  private func circle(radius: Double) -> SVGElement {
    SVGElement(.circle, class: "chart-mark").with(.cx, x).with(.cy, y).with(.r, radius)
  }

  private func box(_ halfWidth: Double, _ halfHeight: Double) -> SVGElement {
    SVGElement(.rect, class: "chart-mark")
      .with(.x, x - halfWidth).with(.y, y - halfHeight)
      .with(.width, halfWidth * 2).with(.height, halfHeight * 2)
      .painted(.fill, role.colour)
  }

  private func around(_ corners: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    corners.map { (x + $0.x * radius, y + $0.y * radius) }
  }

  /// Filled, with a rim of background that parts it from lines and from its neighbours.
  private func solid(_ path: PathData, _ colour: ChartColour) -> SVGElement {
    SVGElement(.path, class: "chart-mark")
      .with(.d, path.text).with(.strokeWidth, 1.25)
      .painted(.stroke, .background)
      .painted(.fill, colour)
  }
}
