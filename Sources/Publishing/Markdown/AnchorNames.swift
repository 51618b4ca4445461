internal import Foundation

/// Gives out names that are unique on a page: ids of headings and figures, labels of tables.
struct AnchorNames {
  private var taken: Set<String>

  /// - Parameter reserved: Names that the page around the text already uses.
  init(reserved: Set<String> = []) {
    taken = reserved
  }

  /// An id made of the words of `text` in lower-case ASCII, such as `drift-of-roc_auc` or, when it is
  /// not the first, `drift-of-roc_auc-2`. A text without any Latin letter or digit gives `section`.
  ///
  /// The id depends on the text and on what was named before it, so a link to it lasts as long as
  /// the headings keep their order.
  mutating func anchor(for text: String, prefix: String = "") -> String {
    let slug = Self.slug(of: text)
    return unique(prefix + (slug.isEmpty ? "section" : slug)) { "\($0)-\($1)" }
  }

  /// `text` itself or, when it is taken, with a number in brackets.
  mutating func label(for text: String) -> String {
    unique(text) { "\($0) (\($1))" }
  }

  private mutating func unique(_ name: String, numbered: (String, Int) -> String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = numbered(name, number)
      number += 1
    }
    return candidate
  }

  /// The words of a text in lower-case ASCII with hyphens between them; empty when it has none.
  static func slug(of text: String) -> String {
    let ascii = text.utf8.allSatisfy { $0 < 0x80 }
    // Decomposing first keeps the letter of an accented one: "é" is "e" and a mark, which is dropped.
    // Upper case before lower case writes "ß" as "ss".
    let letters =
      (ascii
      ? text.lowercased()
      : text.decomposedStringWithCanonicalMapping.uppercased().lowercased()).unicodeScalars
    var slug = ""
    var pendingHyphen = false
    for scalar in letters {
      switch scalar {
      case "a"..."z", "0"..."9", "_":
        if pendingHyphen, !slug.isEmpty { slug += "-" }
        pendingHyphen = false
        slug.unicodeScalars.append(scalar)
      case "\u{300}"..."\u{36F}", "'", "\u{2019}":
        continue
      default:
        pendingHyphen = true
      }
    }
    return slug
  }
}
