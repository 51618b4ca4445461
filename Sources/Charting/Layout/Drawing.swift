/// What a chart draws: a picture of a known size, without the document around it.
///
/// A figure of several charts is made by placing drawings, not by cutting up text.
struct Drawing: Sendable, Equatable {
  /// Width of all charts in user units, but for sparklines: so many that the words of a chart, 16
  /// units high, can still be read where it is shrunk to a telephone of 360 px.
  static let standardWidth = 560.0
  /// Space kept free along the edges.
  static let padding = 8.0

  let width: Double
  let height: Double
  /// Names the kind of chart for style sheets, such as `chart-trend`.
  let kind: String
  let elements: [SVGElement]
  /// What the picture had to leave out, in sentences; part of its description.
  var remarks: [String] = []
}
