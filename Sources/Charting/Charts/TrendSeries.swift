/// One measurement in a series, or the fact that there is none.
package struct TrendPoint: Sendable, Equatable {
  /// The measured value; absent means a gap in the line. A value that is not finite is a gap too.
  package let value: Double?
  /// Lower end of the interval around the value.
  package let lower: Double?
  /// Upper end of the interval around the value.
  package let upper: Double?
  package let status: MarkStatus
  /// The exact reading in words, such as "0.712 (0.690 to 0.734), 812 rows"; shown by a resting
  /// pointer and in the table. Period and name of the series are put before it. Empty: the value
  /// alone, in the format of the axis.
  package let text: String

  package init(
    value: Double?, lower: Double? = nil, upper: Double? = nil, status: MarkStatus = .ok,
    text: String = ""
  ) {
    self.value = value
    self.lower = lower
    self.upper = upper
    self.status = status
    self.text = text
  }

  /// A period without a value, and why.
  package static func missing(_ text: String = "") -> TrendPoint {
    TrendPoint(value: nil, status: .missing, text: text)
  }

  var drawnValue: Double? { Drawable.value(value) }

  /// The interval, if there is one; an end that is not given is the value itself, one that is
  /// infinite stays so and is cut off by the axis.
  var interval: ClosedRange<Double>? {
    guard let value = drawnValue, lower != nil || upper != nil else { return nil }
    let ends = [lower ?? value, upper ?? value]
    guard let low = ends.min(), let high = ends.max(), !ends.contains(where: \.isNaN) else {
      return nil
    }
    return low...high
  }
}

/// A line of a trend chart.
package struct TrendSeries: Sendable, Equatable {
  /// Written at the end of the line where a chart has more than one.
  package let name: String
  package let role: SeriesRole
  /// One entry per period, in order. Too few: the rest is a gap. Too many: the chart grows periods
  /// without label, so that nothing is lost in silence.
  package let points: [TrendPoint]

  package init(name: String, role: SeriesRole = .primary, points: [TrendPoint]) {
    self.name = name
    self.role = role
    self.points = points
  }
}
