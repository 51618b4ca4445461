/// Text made safe for XML and for HTML, inside elements and inside double-quoted attributes.
enum XMLText {
  /// Escapes the five characters that mean something in markup, and tabs and line breaks, which an
  /// attribute would otherwise lose.
  ///
  /// Characters that XML 1.0 forbids become U+FFFD: a control character in a category name must
  /// not make a whole file unreadable.
  ///
  /// Source: Extensible Markup Language 1.0, production 2 (Char) and section 3.3.3.
  static func escaped(_ text: String) -> String {
    guard mayNeedEscape(text) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      case _ where isForbidden(scalar): result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// False for a text without controls and characters of markup, told by its bytes.
  private static func mayNeedEscape(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        return true
      // The characters from U+0080 to U+009F, and U+FFFE and U+FFFF, begin with these bytes.
      case 0xC2 where bytes[index + 1] < 0xA0: return true
      case 0xEF: return true
      default: continue
      }
    }
    return false
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}
