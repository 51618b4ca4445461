/// The part that a series plays in its chart; it decides colour, dash and marker together.
package enum SeriesRole: String, CaseIterable, Sendable {
  /// What the chart is about: a solid blue line with round dots.
  case primary
  /// What it is compared with: a long-dashed green line with square dots.
  case secondary
  /// A third subject: a dash-dotted purple line with upright bars.
  case tertiary
  /// A fourth subject: a short-dashed ochre line with flat bars.
  case quaternary
  /// Background against which the others are read: a thin grey dotted line.
  case context

  var colour: ChartColour {
    switch self {
    case .primary: .primary
    case .secondary: .secondary
    case .tertiary: .tertiary
    case .quaternary: .quaternary
    case .context: .context
    }
  }

  /// The dash pattern in user units, `nil` for a solid line.
  var dash: String? {
    switch self {
    case .primary: nil
    case .secondary: "9 5"
    case .tertiary: "12 5 2 5"
    case .quaternary: "5 4"
    case .context: "2 5"
    }
  }

  var lineWidth: Double { self == .primary ? 2.75 : 2.25 }
}
