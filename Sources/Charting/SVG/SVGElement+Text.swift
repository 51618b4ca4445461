extension SVGElement {
  /// The element as markup that is both well-formed XML and valid inside HTML.
  ///
  /// Elements within a group stand on lines of their own, so that a change of a chart is a change
  /// of few lines; nothing is added inside text, where space would be seen.
  var text: String { text(paints: .classesAndColours) }

  /// How paints are written.
  enum Paints {
    /// By class alone, where the style sheet of the page is sure to hold ``ChartStyle/css``.
    case classes
    /// By class, with the light colour for readers of SVG that know no CSS custom properties.
    case classesAndColours
  }

  func text(paints: Paints) -> String {
    var output = ""
    write(into: &output, paints)
    return output
  }

  /// The classes that the style sheet knows; the names of parts are for files that somebody edits, and
  /// would be a twentieth of a long page.
  private static func painting(_ classes: String) -> String {
    var kept = ""
    for word in classes.utf8.split(separator: UInt8(ascii: " "))
    where word.starts(with: "chart-fill-".utf8) || word.starts(with: "chart-stroke-".utf8) {
      if !kept.isEmpty { kept += " " }
      kept += Substring(word)
    }
    return kept
  }

  private func write(into output: inout String, _ paints: Paints) {
    output += "<"
    output += name.rawValue
    for attribute in attributes {
      let isPaint = attribute.name == .fill || attribute.name == .stroke
      if paints == .classes, isPaint, attribute.value.hasPrefix("#") { continue }
      var value = attribute.value
      if paints == .classes, attribute.name == .class, name != .svg {
        value = Self.painting(value)
        if value.isEmpty { continue }
      }
      output += " "
      output += attribute.name.rawValue
      output += "=\""
      output += XMLText.escaped(value)
      output += "\""
    }
    guard !children.isEmpty else {
      output += "/>"
      return
    }
    output += ">"
    let breaksLines = name == .svg || name == .g
    for child in children {
      if breaksLines { output += "\n" }
      switch child {
      case .element(let element): element.write(into: &output, paints)
      case .text(let text): output += name == .style ? text : XMLText.escaped(text)
      }
    }
    if breaksLines { output += "\n" }
    output += "</"
    output += name.rawValue
    output += ">"
  }
}
