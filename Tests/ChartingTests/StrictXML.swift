import Foundation
import FoundationXML

/// Reads markup with libxml2, which refuses whatever is not well-formed, and keeps what tests ask
/// about.
final class StrictXML: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var texts: [String] = []
  /// Places in `texts` of the elements that are open, innermost last.
  private var open: [Int] = []

  /// - Returns: `nil` for markup that is not well-formed.
  static func read(_ text: String) -> StrictXML? {
    let reader = StrictXML()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    elements.append((elementName, attributeDict))
    open.append(texts.count)
    texts.append("")
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let innermost = open.last { texts[innermost] += string }
  }
}
