/// One SVG element as a value: written only by `SVGElement.text`, which escapes everything.
///
/// Names of elements and attributes are closed lists. `script`, `style=""` and event handlers are
/// not in them, so no chart can break a strict Content-Security-Policy, whatever its labels hold.
struct SVGElement: Sendable, Equatable {
  enum Name: String, Sendable {
    case svg, title, desc, style, g, path, line, rect, circle, text, tspan
  }

  enum Attribute: String, Sendable {
    case xmlns, viewBox, role, id, `class`, x, y, x1, y1, x2, y2, cx, cy, r, width, height, d, fill
    case stroke
    case ariaLabelledBy = "aria-labelledby"
    case ariaLabel = "aria-label"
    case fillOpacity = "fill-opacity"
    case strokeOpacity = "stroke-opacity"
    case fontFamily = "font-family"
    case fontSize = "font-size"
    case fontWeight = "font-weight"
    case pointerEvents = "pointer-events"
    case strokeDashArray = "stroke-dasharray"
    case strokeLineCap = "stroke-linecap"
    case strokeLineJoin = "stroke-linejoin"
    case strokeWidth = "stroke-width"
    case textAnchor = "text-anchor"
  }

  enum Child: Sendable, Equatable {
    case element(SVGElement)
    case text(String)
  }

  let name: Name
  private(set) var attributes: [(name: Attribute, value: String)] = []
  private(set) var children: [Child] = []

  init(_ name: Name, class classes: String = "") {
    self.name = name
    if !classes.isEmpty { attributes.append((.class, classes)) }
  }

  /// A group of elements.
  static func group(_ classes: String, _ elements: [SVGElement]) -> SVGElement {
    SVGElement(.g, class: classes).adding(contentsOf: elements)
  }

  // The element is taken over, not copied: charts have thousands of them.

  consuming func with(_ attribute: Attribute, _ value: String) -> SVGElement {
    attributes.append((attribute, value))
    return self
  }

  consuming func with(_ attribute: Attribute, _ value: Double) -> SVGElement {
    attributes.append((attribute, DecimalText.coordinate(value)))
    return self
  }

  consuming func adding(_ element: SVGElement) -> SVGElement {
    children.append(.element(element))
    return self
  }

  consuming func adding(contentsOf elements: [SVGElement]) -> SVGElement {
    children += elements.map(Child.element)
    return self
  }

  consuming func adding(_ text: String) -> SVGElement {
    children.append(.text(text))
    return self
  }

  /// The element with the words that a pointer resting on it shows; unchanged for no words.
  consuming func titled(_ words: String) -> SVGElement {
    guard !words.isEmpty else { return self }
    children.insert(.element(SVGElement(.title).adding(words)), at: 0)
    return self
  }

  /// Adds the class of a colour, and the light colour itself (see ``Paints``).
  consuming func painted(_ paint: Attribute, _ colour: ChartColour) -> SVGElement {
    let name = "chart-" + paint.rawValue + "-" + colour.rawValue
    if let index = attributes.firstIndex(where: { $0.name == .class }) {
      attributes[index].value += " " + name
    } else {
      attributes.append((.class, name))
    }
    attributes.append((paint, colour.light))
    return self
  }

  static func == (left: SVGElement, right: SVGElement) -> Bool {
    left.name == right.name && left.children == right.children
      && left.attributes.elementsEqual(right.attributes, by: ==)
  }
}
