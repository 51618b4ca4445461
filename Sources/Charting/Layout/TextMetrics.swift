/// The room that text needs, estimated, since a static file cannot ask the reader's fonts.
///
/// The widths are those of DejaVu Sans, rounded up. It is the widest of the faces that browsers
/// use for `sans-serif`: with any other there is a little more air, and labels never touch.
enum TextMetrics {
  /// The size of all text but titles, in user units: 10 px when a chart of 560 units is drawn 352 px
  /// wide. A page that draws it larger may write smaller than this, never larger.
  static let size = 16.0
  static let titleSize = 20.0
  static let lineHeight = 21.0

  /// Width in user units.
  static func width(_ text: String, size: Double = size) -> Double {
    asciiAdvance(text).map { $0 * size } ?? text.reduce(0) { $0 + advance($1) } * size
  }

  /// The same sum over the bytes of a text that has a character in each; `nil` for another.
  private static func asciiAdvance(_ text: String) -> Double? {
    let bytes = text.utf8.span
    var sum = 0.0
    for index in bytes.indices {
      let byte = Int(bytes[index])
      // A carriage return and a line feed are one character.
      guard byte < 0x80, byte != 0x0D else { return nil }
      sum += asciiAdvances[byte]
    }
    return sum
  }

  private static let asciiAdvances = (0..<UInt8(0x80)).map {
    advance(Character(Unicode.Scalar($0)))
  }

  /// The text, shortened with an ellipsis until it fits.
  static func fitted(_ text: String, into width: Double, size: Double = size) -> String {
    guard self.width(text, size: size) > width else { return text }
    var room = width / size - advance("…")
    var kept = ""
    for character in text {
      room -= advance(character)
      guard room >= 0 else { break }
      kept.append(character)
    }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept + "…"
  }

  /// The text, shortened in its middle until it fits: names of columns often differ at their ends.
  static func fittedInMiddle(_ text: String, into width: Double) -> String {
    guard self.width(text) > width else { return text }
    let characters = Array(text)
    var (head, tail) = (characters.count / 2, characters.count - characters.count / 2)
    while head + tail > 2 {
      if head >= tail { head -= 1 } else { tail -= 1 }
      let shortened = String(characters.prefix(head)) + "…" + String(characters.suffix(tail))
      if self.width(shortened) <= width { return shortened }
    }
    return fitted(text, into: width)
  }

  /// The text on at most `maximum` lines, broken between words, the last shortened if it must be.
  static func lines(
    _ text: String, within width: Double, size: Double = size, maximum: Int = 2
  ) -> [String] {
    var lines: [String] = []
    var current = ""
    // A sign of per cent stays with its number.
    var words = text.split(whereSeparator: \.isWhitespace).reduce(into: [String]()) { words, word in
      if word == "%", let number = words.popLast() {
        words.append("\(number) %")
      } else {
        words.append(String(word))
      }
    }[...]
    while let word = words.first {
      let longer = current.isEmpty ? word : current + " " + word
      if self.width(longer, size: size) > width, !current.isEmpty, lines.count < maximum - 1 {
        lines.append(current)
        current = ""
      } else {
        current = longer
        words.removeFirst()
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines.map { fitted($0, into: width, size: size) }
  }

  /// Advance in em, in classes.
  private static func advance(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "I", "|", "'": 0.3
    case " ", ".", ",", ":", ";", "!", "/", "·", "-": 0.37
    case "f", "t", "r", "(", ")", "[", "]", "\"": 0.42
    case "c", "s", "z", "F", "J", "L", "_": 0.58
    case "a"..."z" where character != "m" && character != "w": 0.64
    case "0"..."9", "E", "P", "S", "T", "Y", "–": 0.64
    case "A", "B", "C", "K", "R", "V", "X", "Z": 0.71
    case "A"..."Z" where character != "M" && character != "W": 0.8
    case "w", "+", "−", "=", "<", ">", "~", "#", "&": 0.85
    case "M", "m", "W", "%", "…", "—", "@": 1
    default: character.isASCII ? 0.7 : character.utf8.count > 2 ? 1.05 : 0.8
    }
  }
}
