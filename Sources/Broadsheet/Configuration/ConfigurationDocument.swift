import Yams

/// The text of a configuration as a tree of YAML nodes.
///
/// Scalars stay text: which of them is a number or a truth value is decided by the key they belong
/// to, not by YAML's guesses. Keys that occur twice in a map do not end the parse; all but the last
/// are masked, so that the remaining problems of the file are found in the same run.
struct ConfigurationDocument {
  /// A key that a later one of the same map repeats.
  struct RepeatedKey: Hashable {
    let name: String
    let position: TextPosition
    /// What stands in the tree instead of the name.
    let mask: String
  }

  /// Repeated keys that are masked before the parser's own complaint is passed on.
  static let maximumRepeatedKeys = 20

  /// `nil` for a file without content.
  let root: Node?
  let repeatedKeys: [RepeatedKey]

  /// - Throws: The one problem that keeps the text from being a tree.
  init(text: String, path: String) throws(ConfigurationError) {
    try Self.refuseCompositeKeysWithAliases(text, path: path)
    var text = text
    var repeated: [RepeatedKey] = []
    while true {
      do {
        // The encoding is stated, since the default asks an environment variable.
        root = try compose(yaml: text, .basic, .default, .utf8)
        repeatedKeys = repeated
        return
      } catch {
        guard let key = Self.repeatedKey(in: text, error: error, number: repeated.count) else {
          throw Self.syntaxError(error, text: text, path: path)
        }
        text = Self.masking(key, in: text)
        repeated.append(key)
      }
    }
  }

  // MARK: - Repeated keys

  /// The name that the text has where the tree has `name`.
  func unmasked(_ name: String) -> String {
    repeatedKeys.first { $0.mask == name }?.name ?? name
  }

  private static func repeatedKey(
    in text: String, error: any Error, number: Int
  ) -> RepeatedKey? {
    guard case .duplicatedKeysInMapping(let names, let context)? = error as? YamlError,
      number < maximumRepeatedKeys, let name = names.first, !name.isEmpty,
      let letter = Unicode.Scalar(UInt32(0xE000 + number))
    else { return nil }
    let position = TextPosition(line: context.mark.line, column: context.mark.column)
    guard let start = index(of: position, in: text), text[start...].hasPrefix(name) else {
      return nil
    }
    // Of equal length, so that no position behind it moves.
    let mask = String(repeating: String(Character(letter)), count: name.unicodeScalars.count)
    return RepeatedKey(name: name, position: position, mask: mask)
  }

  private static func masking(_ key: RepeatedKey, in text: String) -> String {
    guard let start = index(of: key.position, in: text) else { return text }
    var masked = text
    let end = text.unicodeScalars.index(start, offsetBy: key.name.unicodeScalars.count)
    masked.unicodeScalars.replaceSubrange(start..<end, with: key.mask.unicodeScalars)
    return masked
  }

  /// The place of a position; lines end as YAML 1.1 has it.
  private static func index(of position: TextPosition, in text: String) -> String.Index? {
    let scalars = text.unicodeScalars
    var line = 1
    var column = 1
    var previous: Unicode.Scalar?
    for index in scalars.indices {
      if line == position.line, column == position.column { return index }
      let scalar = scalars[index]
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": (line, column) = (line + 1, 1)
      default: column += 1
      }
      previous = scalar
    }
    return nil
  }

  // MARK: - What cannot be read

  /// The parser compares the keys of a map by their whole content. With aliases inside keys a
  /// short text can make that work endless, so the two are not accepted together.
  private static func refuseCompositeKeysWithAliases(
    _ text: String, path: String
  ) throws(ConfigurationError) {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")),
      text.firstMatch(of: /(?:^|[\s\[{,:?\-])&[\w\-]/) != nil,
      text.firstMatch(of: /(?:^|[\s\[{,:?\-])\*[\w\-]/) != nil
    else { return }
    let compositeKey =
      /(?:^|[\s\[{,:\-])\?\s|[\]}]\s*:(?:\s|$)|(?:^|[\s\[{,:?\-])\*[\w\-]+[ \t]*:(?:\s|$)/
    guard let match = text.firstMatch(of: compositeKey) else { return }
    let before = text[..<match.range.lowerBound]
    throw problem(
      "a key that is not plain text, in a file with anchors and aliases",
      advice: "write the key as plain text; Markdown may stand in a file of its own",
      at: TextPosition(line: before.count { $0.isNewline } + 1, column: 1), path: path)
  }

  private static func syntaxError(
    _ error: any Error, text: String, path: String
  ) -> ConfigurationError {
    let look = "check the indentation, colons, quotes and brackets here"
    let quote = "a value that begins with '*' or '&' needs quotes"
    switch error as? YamlError {
    case .parser(_, let words, let mark, _) where words.hasPrefix("Maximum nesting level"):
      return problem(
        "maps and lists are nested too deeply", advice: look, at: position(of: mark), path: path)
    case .scanner(let context, let words, let mark, _),
      .parser(let context, let words, let mark, _):
      // A pattern such as *.csv without quotes looks like an alias.
      let isAlias = context.map { $0.text.contains("alias") || $0.text.contains("anchor") } ?? false
      let circumstance = context.map { " \($0.text)" } ?? ""
      return problem(
        "this is not YAML: \(words)\(circumstance)", advice: isAlias ? quote : look,
        at: position(of: mark), path: path)
    case .composer(let context, let words, let mark, _):
      return problem(
        "this is not YAML: \(context.map { "\($0.text), " } ?? "")\(words)",
        advice: context == nil ? quote : "keep one document", at: position(of: mark), path: path)
    case .duplicatedKeysInMapping(let names, let context):
      return problem(
        "the key \(quoted(names.first ?? "")) occurs more than once in one map",
        advice: "keep one of them", at: position(of: context.mark), path: path)
    case .reader(let words, let offset, _, _):
      let line = text.prefix(offset ?? 0).count { $0.isNewline } + 1
      return problem(
        "this is not text: \(words)", advice: "remove the character",
        at: TextPosition(line: line, column: 1), path: path)
    default:
      return problem("this is not YAML", advice: look, at: .start, path: path)
    }
  }

  private static func position(of mark: Mark) -> TextPosition {
    TextPosition(line: mark.line, column: mark.column)
  }

  private static func problem(
    _ message: String, advice: String, at position: TextPosition, path: String
  ) -> ConfigurationError {
    ConfigurationError(
      .invalid,
      [
        ConfigurationProblem(
          path: path, line: position.line, column: position.column, key: "", message: message,
          advice: advice)
      ])
  }
}
