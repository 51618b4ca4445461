/// Which words of a text lead to their explanation, and where that stands.
package struct GlossaryLinks: Sendable {
  /// What is put before the anchor, such as `../../../methodology/index.html`.
  let page: String
  /// Words that mean something else here, such as a column with the name `score`; in lower case.
  let exceptions: Set<String>
}

/// Links the words of the glossary at their first use.
///
/// Only running text is looked at: no headings, tables, links, code or emphasis, so that a word that
/// stands for itself stays as it is.
struct GlossaryPass {
  private typealias Form = (form: [Unicode.Scalar], term: Int)

  /// The forms of all terms as scalars, the longest first, by the number of the ASCII character that
  /// they begin with.
  private static let forms: [[Form]] = {
    var forms = [[Form]](repeating: [], count: 128)
    for (index, term) in Glossary.terms.enumerated() {
      for form in term.forms.map({ Array($0.unicodeScalars) }) {
        guard let first = form.first else { continue }
        precondition(first.isASCII, "Words of the glossary begin with a Latin letter.")
        forms[Int(first.value)].append((form, index))
      }
    }
    return forms.map { $0.sorted { $0.form.count > $1.form.count } }
  }()

  private let forms = Self.forms
  private let links: GlossaryLinks
  private var used: Set<Int> = []

  init(_ links: GlossaryLinks) {
    self.links = links
  }

  mutating func run(on document: inout MarkdownDocument) {
    for node in document.nodes() where document.kind(of: node) == .paragraph {
      for part in document.children(of: node) where document.kind(of: part) == .text {
        link(part, in: &document)
      }
    }
  }

  private mutating func link(_ node: MarkdownNode, in document: inout MarkdownDocument) {
    let text = Array(document.literal(of: node).unicodeScalars)
    var parts: [MarkdownNode] = []
    var copied = 0
    var index = 0
    while index < text.count {
      guard index == 0 || !Self.isInWord(text[index - 1]), let found = match(in: text, at: index)
      else {
        index += 1
        continue
      }
      used.insert(found.term)
      let end = index + found.length
      if copied < index { parts.append(document.makeText(Self.string(text[copied..<index]))) }
      let address = HTMLEscaper.address("\(links.page)#\(Glossary.terms[found.term].anchor)")
      let word = document.makeInline(
        opening: "<a class=\"term\" href=\"\(address)\">", closing: "</a>")
      let shown = document.makeText(Self.string(text[index..<end]))
      document.append(shown, to: word)
      parts.append(word)
      copied = end
      index = end
    }
    guard copied > 0 else { return }
    if copied < text.count { parts.append(document.makeText(Self.string(text[copied...]))) }
    document.replace(node, with: parts)
  }

  private func match(in text: [Unicode.Scalar], at index: Int) -> (term: Int, length: Int)? {
    let first = Self.small(text[index])
    guard first.isASCII else { return nil }
    for (form, term) in forms[Int(first.value)] {
      let end = index + form.count
      guard end <= text.count, Self.isSame(text, from: index, as: form),
        end == text.count || !Self.isInWord(text[end]), !used.contains(term),
        !links.exceptions.contains(Self.string(form[...]))
      else { continue }
      return (term, form.count)
    }
    return nil
  }

  private static func isSame(
    _ text: [Unicode.Scalar], from start: Int, as form: [Unicode.Scalar]
  ) -> Bool {
    for offset in form.indices where small(text[start + offset]) != form[offset] { return false }
    return true
  }

  /// Latin letters alone: no form has others. A no-break space counts as a space.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) + 32)
    case "\u{A0}", "\u{202F}": " "
    default: scalar
    }
  }

  /// What a word may go on with; names of columns are full of underscores, dots and hyphens.
  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "/", "=": true
    case "\u{0}"..."\u{7F}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
