/// The `d` attribute of a path, built from moves and lines.
struct PathData: Sendable, Equatable {
  private(set) var text = ""

  mutating func move(to x: Double, _ y: Double) { append("M", x, y) }
  mutating func line(to x: Double, _ y: Double) { append("L", x, y) }
  mutating func close() { text += "Z" }

  /// An arc of a circle around nothing but its two ends; clockwise, less than or exactly half.
  mutating func arc(radius: Double, to x: Double, _ y: Double) {
    let size = DecimalText.pathCoordinate(radius)
    text +=
      "A\(size),\(size),0,0,1,\(DecimalText.pathCoordinate(x)),\(DecimalText.pathCoordinate(y))"
  }

  /// A closed polygon through `corners`.
  static func polygon(_ corners: [(x: Double, y: Double)]) -> PathData {
    var path = PathData.polyline(corners)
    path.close()
    return path
  }

  /// An open line through `corners`.
  static func polyline(_ corners: [(x: Double, y: Double)]) -> PathData {
    var path = PathData()
    for (index, corner) in corners.enumerated() {
      if index == 0 { path.move(to: corner.x, corner.y) } else { path.line(to: corner.x, corner.y) }
    }
    return path
  }

  /// Adds all of another path.
  mutating func add(_ other: PathData) { text += other.text }

  /// Draws on by a distance, which may be none.
  mutating func step(_ across: Double, _ down: Double) {
    append("l", across, down)
  }

  /// Adds a closed rectangle.
  mutating func box(x: Double, y: Double, width: Double, height: Double) {
    move(to: x, y)
    let (across, down) = (DecimalText.pathCoordinate(width), DecimalText.pathCoordinate(height))
    text += "h\(across)v\(down)h\(DecimalText.pathCoordinate(-width))Z"
  }

  private mutating func append(_ command: String, _ x: Double, _ y: Double) {
    text += command
    text += DecimalText.pathCoordinate(x)
    text += ","
    text += DecimalText.pathCoordinate(y)
  }
}
