/// The prefix of all ids within one chart; unique within a page if the caller's texts are.
///
/// Any text is allowed. Letters, digits and hyphens stay; every other byte becomes `_` and two
/// hexadecimal digits, so different texts never meet in the same id.
package struct ChartID: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A valid XML name that needs no escaping in any attribute, selector or address.
  package let text: String

  package init(_ text: String) {
    var result = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      let isLetter = ("a"..."z").contains(character) || ("A"..."Z").contains(character)
      let isInner = ("0"..."9").contains(character) || character == "-"
      if isLetter || (isInner && !result.isEmpty) {
        result.append(character)
      } else {
        result += (byte < 16 ? "_0" : "_") + String(byte, radix: 16)
      }
    }
    self.text = result.isEmpty ? "_" : result
  }

  package init(stringLiteral text: String) { self.init(text) }
}
