/// Text to HTML that shows exactly that text.
///
/// Control and direction-changing characters are made visible first, see `VisibleText`.
package enum HTMLEscaper {
  /// For the content of an element: `&`, `<` and `>` become entities.
  package static func text(_ text: String) -> String {
    escape(VisibleText.of(text), quotes: .kept)
  }

  /// For an attribute value in single or double quotes: also `"` and `'` become entities.
  package static func attribute(_ text: String) -> String {
    escape(VisibleText.of(text), quotes: .escaped)
  }

  /// For an address in a quoted attribute: what RFC 3986 does not allow is percent-encoded.
  ///
  /// A `%` stays, because addresses arrive already encoded; encoding twice would break them.
  package static func address(_ address: String) -> String {
    guard !address.utf8.allSatisfy(isAddressByte) else { return escape(address, quotes: .escaped) }
    var encoded = ""
    for byte in address.utf8 {
      if isAddressByte(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + hexadecimal(byte)
      }
    }
    return escape(encoded, quotes: .escaped)
  }

  private enum Quotes { case kept, escaped }

  private static func escape(_ text: String, quotes: Quotes) -> String {
    guard mayNeedEscape(text) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch (byte, quotes) {
      case (UInt8(ascii: "&"), _): bytes += "&amp;".utf8
      case (UInt8(ascii: "<"), _): bytes += "&lt;".utf8
      case (UInt8(ascii: ">"), _): bytes += "&gt;".utf8
      case (UInt8(ascii: "\""), .escaped): bytes += "&quot;".utf8
      case (UInt8(ascii: "'"), .escaped): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether one of the five characters occurs.
  private static func mayNeedEscape(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return true
      default: continue
      }
    }
    return false
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
