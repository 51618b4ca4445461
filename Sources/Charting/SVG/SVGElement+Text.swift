extension SVGElement {
  /// The element as markup that is both well-formed XML and valid inside HTML.
  ///
  /// Elements within a group stand on lines of their own, so that a change of a chart is a change
  /// of few lines; nothing is added inside text, where space would be seen.
  var text: String {
    var output = ""
    write(into: &output)
    return output
  }

  private func write(into output: inout String) {
    output += "<\(name.rawValue)"
    for attribute in attributes {
      output += " \(attribute.name.rawValue)=\"\(XMLText.escaped(attribute.value))\""
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
      case .element(let element): element.write(into: &output)
      case .text(let text): output += name == .style ? text : XMLText.escaped(text)
      }
    }
    if breaksLines { output += "\n" }
    output += "</\(name.rawValue)>"
  }
}
