/// A line or a row of dots over a numeric axis.
package struct CurveSeries: Sendable, Equatable {
  /// How one point leads to the next.
  package enum Path: Sendable {
    /// Dots alone, with upright intervals.
    case none
    /// Straight lines, with intervals as a band.
    case straight
    /// The value of a point holds from the point before up to it, as precision does over recall.
    case stepsBefore
    /// The value of a point holds up to the next, as a cumulative share does.
    case stepsAfter
  }

  package let name: String
  package let role: SeriesRole
  package let path: Path
  /// In the order in which they are joined.
  package let points: [CurvePoint]

  package init(
    name: String, role: SeriesRole = .primary, path: Path = .straight, points: [CurvePoint]
  ) {
    self.name = name
    self.role = role
    self.path = path
    self.points = points
  }

  /// What can be drawn of it.
  var drawnPoints: [CurvePoint] {
    points.filter { Drawable.value($0.x) != nil && Drawable.value($0.y) != nil }
  }
}

/// One place of a series.
package struct CurvePoint: Sendable, Equatable {
  package let x: Double
  package let y: Double
  package let lower: Double?
  package let upper: Double?
  /// What the value rests on, such as "812 rows"; for the table.
  package let note: String
  /// The exact reading in words. `nil` for a place that only gives the line its shape: it has
  /// neither hover words nor a row in the table.
  package let text: String?
  /// The value and the interval in the table; `nil`: in the format of the axis.
  package let valueText: String?
  package let intervalText: String?

  package init(
    x: Double, y: Double, lower: Double? = nil, upper: Double? = nil, note: String = "",
    text: String? = nil, valueText: String? = nil, intervalText: String? = nil
  ) {
    self.x = x
    self.y = y
    self.lower = lower
    self.upper = upper
    self.note = note
    self.text = text
    self.valueText = valueText
    self.intervalText = intervalText
  }

  var interval: ClosedRange<Double>? {
    TrendPoint(value: y, lower: lower, upper: upper).interval
  }
}

/// A straight line that a curve is read against, such as the diagonal of perfect calibration.
package struct CurveLine: Sendable, Equatable {
  package let from: (x: Double, y: Double)
  package let to: (x: Double, y: Double)
  package let label: String

  package init(from: (x: Double, y: Double), to: (x: Double, y: Double), label: String) {
    self.from = from
    self.to = to
    self.label = label
  }

  package static func == (left: CurveLine, right: CurveLine) -> Bool {
    left.from == right.from && left.to == right.to && left.label == right.label
  }
}

/// A single place that matters, such as the threshold in use.
package struct CurveMark: Sendable, Equatable {
  package let x: Double
  package let y: Double
  /// Such as "decision in use".
  package let label: String
  /// The exact reading in words.
  package let text: String
  /// Both values in the table; `nil`: in the format of their axes.
  package let xText: String?
  package let yText: String?

  package init(
    x: Double, y: Double, label: String, text: String, xText: String? = nil, yText: String? = nil
  ) {
    self.x = x
    self.y = y
    self.label = label
    self.text = text
    self.xText = xText
    self.yText = yText
  }
}

/// How many rows lie between two places of the horizontal axis.
package struct CurveCount: Sendable, Equatable {
  package let lower: Double
  package let upper: Double
  package let count: Int
  /// The exact reading in words.
  package let text: String

  package init(lower: Double, upper: Double, count: Int, text: String) {
    self.lower = lower
    self.upper = upper
    self.count = count
    self.text = text
  }
}
