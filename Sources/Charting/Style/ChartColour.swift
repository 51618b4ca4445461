/// The colours of every chart, by what they mean.
///
/// Blue, bluish green, reddish purple and vermillion go back to a palette that readers with any of
/// the common colour deficiencies can tell apart, darkened or lightened until lines reach a
/// contrast of 3:1 and text 4.5:1 on the background. Colour is never the only signal: dashes,
/// marker shapes and direct labels say the same.
///
/// Source: M. Okabe and K. Ito, *Color Universal Design*, 2008; thresholds from WCAG 2.2, criteria
/// 1.4.3 and 1.4.11.
package enum ChartColour: String, CaseIterable, Sendable {
  case background, text, muted, grid, axis, gap
  case primary, secondary, tertiary, quaternary, context
  case watch, breach

  /// The colour on light paper, as `#rrggbb`; also used in print and where CSS is not understood.
  package var light: String {
    switch self {
    case .background: "#ffffff"
    case .text: "#1f2328"
    case .muted: "#59616b"
    case .grid: "#e2e5e9"
    case .axis: "#858c96"
    case .gap: "#f0f1f4"
    case .primary: "#0072b2"
    case .secondary: "#007a5c"
    case .tertiary: "#a3477d"
    case .quaternary: "#75600a"
    case .context: "#666e79"
    case .watch: "#946000"
    case .breach: "#c44300"
    }
  }

  /// The colour on a dark screen, as `#rrggbb`.
  package var dark: String {
    switch self {
    case .background: "#15181c"
    case .text: "#e8eaed"
    case .muted: "#a8b0bb"
    case .grid: "#2d333a"
    case .axis: "#7d8793"
    case .gap: "#20252b"
    case .primary: "#5ab4ee"
    case .secondary: "#3ecf9f"
    case .tertiary: "#e69ac6"
    case .quaternary: "#d8c25a"
    case .context: "#9aa3af"
    case .watch: "#f0b13c"
    case .breach: "#ff8a5c"
    }
  }

  /// The system colour that takes its place where the reader has forced a palette of their own.
  var forced: String {
    switch self {
    case .background, .gap: "Canvas"
    case .grid, .axis, .context: "GrayText"
    default: "CanvasText"
    }
  }
}
