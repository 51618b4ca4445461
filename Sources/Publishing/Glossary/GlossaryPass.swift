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
  /// A form of a term as scalars, the longest first, by the scalar that it begins with.
  private static let forms: [Unicode.Scalar: [(form: [Unicode.Scalar], term: Int)]] = {
    var forms: [Unicode.Scalar: [(form: [Unicode.Scalar], term: Int)]] = [:]
    for (index, term) in Glossary.terms.enumerated() {
      for form in term.forms.map({ Array($0.unicodeScalars) }) {
        guard let first = form.first else { continue }
        forms[first, default: []].append((form, index))
      }
    }
    return forms.mapValues { $0.sorted { $0.form.count > $1.form.count } }
  }()

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
    guard let candidates = Self.forms[Self.small(text[index])] else { return nil }
    for candidate in candidates where !used.contains(candidate.term) {
      let end = index + candidate.form.count
      guard end <= text.count, end == text.count || !Self.isInWord(text[end]),
        text[index..<end].elementsEqual(candidate.form, by: { Self.small($0) == $1 }),
        !links.exceptions.contains(Self.string(candidate.form[...]))
      else { continue }
      return (candidate.term, candidate.form.count)
    }
    return nil
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
