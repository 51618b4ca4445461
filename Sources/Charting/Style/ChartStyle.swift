/// The style sheet of all charts.
package enum ChartStyle {
  /// CSS text for the style sheet of a site; a standalone chart holds the very same text.
  ///
  /// A site may set the custom properties `--chart-…` anew after it, for a theme of its own. The
  /// dark palette is for screens alone, so paper always gets the light one.
  package static let css = text(dark: [
    "@media screen and (prefers-color-scheme: dark) {\n  :root {\n"
      + properties(\.dark, indent: "    ") + "\n  }\n}"
  ])

  /// The same for pages whose readers can choose between light and dark: the root element then has
  /// the attribute `data-theme`.
  package static let pageCSS = text(dark: [
    "@media screen and (prefers-color-scheme: dark) {\n  :root:where(:not([data-theme=\"light\"])) {\n"
      + properties(\.dark, indent: "    ") + "\n  }\n}",
    "@media screen {\n  :root:where([data-theme=\"dark\"]) {\n" + properties(\.dark, indent: "    ")
      + "\n  }\n}",
  ])

  private static func text(dark: [String]) -> String {
    var rules = [":root {\n\(properties(\.light, indent: "  "))\n}"]
    rules += dark
    rules += [
      "@media (forced-colors: active) {\n  :root {\n"
        + properties(\.forced, indent: "    ") + "\n  }\n}",
      ".chart { display: block; width: 100%; height: auto; font-family: \(fontFamily); "
        + "font-size: \(Int(TextMetrics.size))px; }",
      ".chart-sparkline { display: inline-block; width: 7.5rem; vertical-align: middle; }",
      ".chart text { font-variant-numeric: tabular-nums; }",
    ]
    for colour in ChartColour.allCases {
      rules.append(".chart-fill-\(colour.rawValue) { fill: var(--chart-\(colour.rawValue)); }")
      rules.append(".chart-stroke-\(colour.rawValue) { stroke: var(--chart-\(colour.rawValue)); }")
    }
    return rules.joined(separator: "\n") + "\n"
  }

  /// Fonts that every system has; nothing is fetched.
  static let fontFamily = "system-ui, 'Helvetica Neue', Arial, sans-serif"

  private static func properties(_ value: (ChartColour) -> String, indent: String) -> String {
    ChartColour.allCases
      .map { "\(indent)--chart-\($0.rawValue): \(value($0));" }
      .joined(separator: "\n")
  }
}
