internal import Foundation

/// Text in the forms that e-mail can carry.
enum MailText {
  /// Any text as quoted-printable: lines of at most 76 characters of ASCII, ended by CR LF.
  ///
  /// A dot or `From` at the beginning of a line is encoded too, as some programs on the way change
  /// them.
  ///
  /// Source: RFC 2045, section 6.7.
  static func quotedPrintable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { quotedPrintableLine(Array($0.utf8)) }.joined(separator: "\r\n")
  }

  private static func quotedPrintableLine(_ bytes: [UInt8]) -> String {
    var result = ""
    var length = 0
    for (index, byte) in bytes.enumerated() {
      let isLast = index == bytes.count - 1
      let isRisky =
        index == 0
        && (byte == UInt8(ascii: ".") || bytes.starts(with: "From ".utf8))
      let isPlain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !isRisky
        || byte == 0x20 && !isLast
      let part = isPlain ? String(Unicode.Scalar(byte)) : "=" + hexadecimal(byte)
      // One place is kept for the sign of a soft break, but not at the end of the line.
      if length + part.count > (isLast ? 76 : 75) {
        result += "=\r\n"
        length = 0
      }
      result += part
      length += part.count
    }
    return result
  }

  /// The value of an unstructured header, folded to lines of at most 76 characters.
  ///
  /// Source: RFC 2047 for other than ASCII, RFC 5322, section 2.2.3, for folding.
  static func header(_ name: String, _ text: String) -> String {
    let text = VisibleText.of(text)
    let isPlain =
      text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.count <= 60 }
    var lines: [String] = []
    var line = "\(name):"
    for word in isPlain ? text.split(separator: " ").map(String.init) : encodedWords(text) {
      if line.count + 1 + word.count > 76, line.count > name.count + 1 {
        lines.append(line)
        line = ""
      }
      line += " " + word
    }
    return (lines + [line]).joined(separator: "\r\n")
  }

  /// A name before an address: in quotes or encoded.
  static func displayName(_ name: String) -> String {
    let name = VisibleText.of(name)
    guard name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !name.contains("=?"),
      name.count <= 60
    else { return encodedWords(name).joined(separator: "\r\n ") }
    return "\""
      + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Words of at most 60 characters; no character is cut. White space between two of them is no
  /// part of the text.
  private static func encodedWords(_ text: String) -> [String] {
    var words: [String] = []
    var part: [UInt8] = []
    func flush() {
      guard !part.isEmpty else { return }
      words.append("=?utf-8?B?\(Data(part).base64EncodedString())?=")
      part = []
    }
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if part.count + bytes.count > 36 { flush() }
      part += bytes
    }
    flush()
    return words
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
