/// Text from data to Markdown that renders as exactly that text.
///
/// The result may stand anywhere inline: at the start of a line, within a sentence, in a heading, a
/// list item, a table cell, link text or emphasis. It stays pleasant to read, because a character is
/// escaped only where it could mean something: `days_in_jail` and `-0.5` stay as they are, `<10`
/// becomes `\<10`. Control and direction-changing characters are made visible, see `VisibleText`.
///
/// Web addresses do not turn into links in dialects that look for them (`www\.`, `http\:`). Mail
/// addresses, `@mentions` and `#123` cannot be protected against a forge, which reads them after
/// Markdown is done.
package enum MarkdownEscaper {
  /// For running text and table cells.
  package static func text(_ text: String) -> String {
    escape(text, ampersand: "\\&")
  }

  /// For a link or image title between double quotes.
  package static func title(_ title: String) -> String {
    // libcmark resolves entities in titles and destinations before it looks at backslashes, against
    // the specification, so a backslash does not protect an ampersand there; an entity does.
    let escaped = escape(title, ampersand: "&amp;")
    // Scalar by scalar: a quote with a combining mark after it is another `Character`.
    var result = String.UnicodeScalarView()
    for scalar in escaped.unicodeScalars {
      if scalar == "\"" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// For a link or image destination in round brackets, without angle brackets.
  ///
  /// White space, brackets and all that could end the destination or make an entity is
  /// percent-encoded; a `%` stays.
  package static func destination(_ address: String) -> String {
    var encoded = ""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._/?#=%:@+,;~$!".utf8.contains(byte):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "&"):
        encoded += "&amp;"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }

  private static func escape(_ text: String, ampersand: String) -> String {
    let visible = VisibleText.of(text)
    guard mayNeedEscape(visible) else { return visible }
    let source = Array(visible.unicodeScalars)
    let marker = markerIndex(in: source)
    var result = String.UnicodeScalarView()
    result.reserveCapacity(source.count + 8)
    for index in source.indices {
      let scalar = source[index]
      guard index == marker || isSpecial(at: index, in: source) else {
        result.append(scalar)
        continue
      }
      let escaped = scalar == "&" ? ampersand : "\\" + String(scalar)
      result.append(contentsOf: escaped.unicodeScalars)
    }
    return String(result)
  }

  /// False for a text in which no character can mean anything, told by its bytes: most names and
  /// numbers. True for some that turn out to need nothing.
  private static func mayNeedEscape(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { return false }
    switch bytes[0] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: ":"):
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = 1
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
        end + 1 == bytes.count || bytes[end + 1] == 0x20
      {
        return true
      }
    default: break
    }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "_"), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "&"):
        return true
      // "http:" and "www." in small and large letters.
      case UInt8(ascii: ":") where index > 0 && [0x70, 0x73].contains(bytes[index - 1] | 0x20):
        return true
      case UInt8(ascii: ".") where index > 0 && bytes[index - 1] | 0x20 == 0x77: return true
      default: continue
      }
    }
    return false
  }

  // MARK: - Block markers at the start of the text

  /// The character to escape so that the text cannot begin a block, or table rule, of its own.
  private static func markerIndex(in source: [Unicode.Scalar]) -> Int? {
    guard let first = source.first else { return nil }
    let second = source.count > 1 ? source[1] : nil
    switch first {
    case "#", ">", "=": return 0
    case "+": return second == nil || second == " " ? 0 : nil
    case "-": return second == nil || second == " " || second == "-" || second == ":" ? 0 : nil
    case ":": return second == "-" ? 0 : nil
    case "0"..."9":
      guard let end = source.firstIndex(where: { !isDigit($0) }) else { return nil }
      guard source[end] == "." || source[end] == ")" else { return nil }
      return end + 1 == source.count || source[end + 1] == " " ? end : nil
    default: return nil
    }
  }

  // MARK: - Inline markers

  private static func isSpecial(at index: Int, in source: [Unicode.Scalar]) -> Bool {
    switch source[index] {
    case "\\", "`", "*", "[", "]", "<", "|", "~": true
    case "_": !isInsideWord(index, source)
    // A last "!" could meet a "[" of the text around it.
    case "!": index + 1 == source.count
    // A closing run of "#" would vanish from a heading.
    case "#": index > 0 && source[index - 1] == " "
    case "&": mayBeginEntity(index, source)
    case ":": endsScheme(index, source)
    case ".": endsWithWorldWideWeb(index, source)
    default: false
    }
  }

  /// An underscore run between letters or digits can neither open nor close emphasis.
  private static func isInsideWord(_ index: Int, _ source: [Unicode.Scalar]) -> Bool {
    var before = index - 1
    while before >= 0, source[before] == "_" { before -= 1 }
    var after = index + 1
    while after < source.count, source[after] == "_" { after += 1 }
    guard before >= 0, after < source.count else { return false }
    return isWord(source[before]) && isWord(source[after])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// True for `&name;` and `&#1;`, and when the text ends before that is decided.
  private static func mayBeginEntity(_ index: Int, _ source: [Unicode.Scalar]) -> Bool {
    var next = index + 1
    if next < source.count, source[next] == "#" { next += 1 }
    while next < source.count, isLetter(source[next]) || isDigit(source[next]) { next += 1 }
    return next == source.count || source[next] == ";"
  }

  private static func endsScheme(_ index: Int, _ source: [Unicode.Scalar]) -> Bool {
    ["http", "https", "ftp"].contains { ends($0, before: index, source) }
  }

  private static func endsWithWorldWideWeb(_ index: Int, _ source: [Unicode.Scalar]) -> Bool {
    ends("www", before: index, source)
  }

  private static func ends(_ word: String, before index: Int, _ source: [Unicode.Scalar]) -> Bool {
    let letters = word.unicodeScalars
    guard index >= letters.count else { return false }
    return zip(source[(index - letters.count)..<index], letters).allSatisfy { found, wanted in
      found == wanted || found.value + 32 == wanted.value
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
