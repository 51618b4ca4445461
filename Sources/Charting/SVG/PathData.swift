/// The `d` attribute of a path, built from moves and lines, in as few letters as say the same.
struct PathData: Sendable, Equatable {
  private(set) var text = ""
  /// Where the pen is, as it was written; `nil` after a relative step.
  private var pen: (x: String, y: String)?

  static func == (left: PathData, right: PathData) -> Bool { left.text == right.text }

  mutating func move(to x: Double, _ y: Double) {
    let place = (x: DecimalText.pathCoordinate(x), y: DecimalText.pathCoordinate(y))
    text += "M\(place.x),\(place.y)"
    pen = place
  }

  mutating func line(to x: Double, _ y: Double) {
    let place = (x: DecimalText.pathCoordinate(x), y: DecimalText.pathCoordinate(y))
    if let pen, pen.y == place.y {
      text += "H\(place.x)"
    } else if let pen, pen.x == place.x {
      text += "V\(place.y)"
    } else {
      text += "L\(place.x),\(place.y)"
    }
    pen = place
  }

  mutating func close() {
    text += "Z"
    pen = nil
  }

  /// An arc of a circle around nothing but its two ends; clockwise, less than or exactly half.
  mutating func arc(radius: Double, to x: Double, _ y: Double) {
    let size = DecimalText.pathCoordinate(radius)
    let place = (x: DecimalText.pathCoordinate(x), y: DecimalText.pathCoordinate(y))
    text += "A\(size),\(size),0,0,1,\(place.x),\(place.y)"
    pen = place
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
  mutating func add(_ other: PathData) {
    text += other.text
    pen = other.pen
  }

  /// Draws on by a distance, which may be none.
  mutating func step(_ across: Double, _ down: Double) {
    let (right, below) = (DecimalText.pathCoordinate(across), DecimalText.pathCoordinate(down))
    text += below == "0" ? "h\(right)" : right == "0" ? "v\(below)" : "l\(right),\(below)"
    pen = nil
  }

  /// Adds a closed rectangle.
  mutating func box(x: Double, y: Double, width: Double, height: Double) {
    move(to: x, y)
    let (across, down) = (DecimalText.pathCoordinate(width), DecimalText.pathCoordinate(height))
    text += "h\(across)v\(down)h\(DecimalText.pathCoordinate(-width))Z"
    pen = nil
  }
}
