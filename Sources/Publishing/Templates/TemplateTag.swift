/// One tag of a template, with the tags inside it where it is a section.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable
    case section([TemplateTag])
    case inverted([TemplateTag])
    case partial
  }

  let kind: Kind
  let name: String
  /// From 1.
  let line: Int
}

/// Finds the tags of a template and refuses everything but the four plain kinds.
///
/// Raw variables, pragmas, inheritance, transforms, set delimiters and dynamic names are refused:
/// the first would go round escaping, the others round the check of keys.
struct TemplateScanner {
  let place: String

  func tags(in text: String) throws(PublishingError) -> [TemplateTag] {
    var open: [(name: String, inverted: Bool, line: Int, tags: [TemplateTag])] = []
    var current: [TemplateTag] = []
    var line = 1
    var rest = Substring(text)
    while let start = rest.firstRange(of: "{{") {
      line += rest[..<start.lowerBound].count { $0.isNewline }
      let after = rest[start.upperBound...]
      guard let end = after.firstRange(of: "}}") else {
        throw error("a tag is opened with '{{' and never closed", line)
      }
      let inner = after[..<end.lowerBound]
      let (sign, name) = split(inner)
      switch sign {
      case "!": break
      case nil:
        current.append(TemplateTag(kind: .variable, name: try plain(name, line), line: line))
      case ">": current.append(TemplateTag(kind: .partial, name: try plain(name, line), line: line))
      case "#", "^":
        open.append((try plain(name, line), sign == "^", line, current))
        current = []
      case "/":
        guard let section = open.popLast() else {
          throw error("section '\(name)' is closed and was never opened", line)
        }
        guard section.name == name else {
          throw error("section '\(section.name)' is closed as '\(name)'", line)
        }
        let kind: TemplateTag.Kind = section.inverted ? .inverted(current) : .section(current)
        current = section.tags + [TemplateTag(kind: kind, name: name, line: section.line)]
      case .some(let sign): throw error("tags that begin with '\(sign)' are not allowed", line)
      }
      line += inner.count { $0.isNewline }
      rest = after[end.upperBound...]
    }
    if let section = open.last {
      throw error("section '\(section.name)' is never closed", section.line)
    }
    return current
  }

  private func split(_ inner: Substring) -> (Character?, String) {
    let signs: Set<Character> = ["!", ">", "#", "^", "/", "{", "&", "=", "<", "$", "%"]
    guard let first = inner.first, signs.contains(first) else { return (nil, trimmed(inner)) }
    return (first, trimmed(inner.dropFirst()))
  }

  private func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  private func plain(_ name: String, _ line: Int) throws(PublishingError) -> String {
    let isPlain =
      name == "."
      || !name.isEmpty
        && name.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "._-".contains($0) }
    guard isPlain else { throw error("'\(name)' is not a plain name", line) }
    return name
  }

  private func error(_ text: String, _ line: Int) -> PublishingError {
    PublishingError(
      .syntax(text), place: place, line: line,
      advice: "Use {{key}}, {{#key}}…{{/key}}, {{^key}}…{{/key}}, {{> partial}} and {{! comment}}.")
  }
}
