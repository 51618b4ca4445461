/// Text from data with every character that could hide or reorder others made visible.
///
/// - A run of white space (also line and paragraph separators) becomes one space; none at the ends.
/// - Other control characters become their pictures: U+0000 is `␀`, U+007F is `␡`.
/// - Characters that change the writing direction or are invisible marks of it (U+202A–202E,
///   U+2066–2069, U+200E, U+200F, U+061C) and U+FEFF become `⟨U+202E⟩`. Without this a name could
///   make the words around it read differently from what they say.
/// - C1 controls and code points that are not characters become U+FFFD.
///
/// All else stays, joiners in emoji and non-breaking spaces included.
package enum VisibleText {
  package static func of(_ text: String) -> String {
    isVisible(text) ? text : repaired(text)
  }

  /// Whether there is nothing to repair: nearly all texts, told by a look at their bytes. A character
  /// of which the first bytes leave it open counts as one that may need repair.
  private static func isVisible(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var before: UInt8 = 0x20
    for index in bytes.indices {
      let byte = bytes[index]
      let isPlain =
        switch byte {
        case 0x21...0x7E: true
        case 0x20: before != 0x20
        // The rest of a character whose first byte was looked at.
        case 0x80...0xBF: true
        // Up to U+00BF: the lower half are controls.
        case 0xC2: bytes[index + 1] >= 0xA0
        // Letters of European scripts, up to U+05FF.
        case 0xC3...0xD7: true
        // Punctuation and signs, up to U+2FFF, without the marks of direction among them.
        case 0xE2:
          bytes[index + 1] > 0x81
            || (bytes[index + 1] == 0x80
              && ((0x90...0xA7).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF))
        default: false
        }
      guard isPlain else { return false }
      before = byte
    }
    return before != 0x20 || bytes.isEmpty
  }

  private static func repaired(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isBreakingSpace(scalar) {
        pendingSpace = !visible.isEmpty
        continue
      }
      if pendingSpace {
        visible.append(" ")
        pendingSpace = false
      }
      visible.append(contentsOf: replacement(of: scalar).unicodeScalars)
    }
    return String(visible)
  }

  private static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String {
    let value = scalar.value
    switch value {
    case 0x00...0x1F: return picture(0x2400 + value)
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F, 0xFDD0...0xFDEF: return "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      let digits = String(value, radix: 16, uppercase: true)
      return "\u{27E8}U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        + "\u{27E9}"
    case _ where value & 0xFFFE == 0xFFFE: return "\u{FFFD}"
    default: return String(scalar)
    }
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "\u{FFFD}"
  }
}
