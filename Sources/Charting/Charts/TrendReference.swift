/// A value that was agreed upon, drawn as a horizontal line with its label at the right.
package struct ExpectationLine: Sendable, Equatable {
  package enum Kind: Sendable {
    /// Beyond it is a breach: a solid line.
    case limit
    /// Beyond it somebody should look: a dashed line.
    case watch
  }

  /// In the unit of the axis; one that is not finite is left out of the picture.
  package let value: Double
  /// Finished words such as "limit 0.65".
  package let label: String
  package let kind: Kind

  package init(value: Double, label: String, kind: Kind = .limit) {
    self.value = value
    self.label = label
    self.kind = kind
  }

  var colour: ChartColour { kind == .limit ? .breach : .watch }
  var dash: String? { kind == .limit ? nil : "7 5" }
}

/// Something that happened in a period, drawn as a vertical line with text.
package struct ChartAnnotation: Sendable, Equatable {
  /// Index into the periods of the chart. An event outside them is no part of the figure.
  package let period: Int
  /// A few words; shortened in the picture if they need half its width.
  package let label: String

  package init(period: Int, label: String) {
    self.period = period
    self.label = label
  }
}
