/// Markdown that the owner of a model wrote, fitted into a page that has headings of its own.
///
/// The result is Markdown without raw HTML, so that the published text is harmless in any viewer.
struct OwnerText {
  private var lines: [String] = []
  private var fence: (mark: Character, length: Int)?
  private var shallowest: Int?
  private var lastLevel: Int
  private let level: Int

  /// The text with its headings moved below `level`, without gaps in the order of levels.
  ///
  /// Underlined headings become headings with number signs. Fenced code is left alone.
  static func fitted(_ text: String, below level: Int) -> String {
    var owner = OwnerText(below: level)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      owner.add(line)
    }
    // Code that is never closed would swallow the rest of the report.
    if let open = owner.fence {
      owner.lines.append(String(repeating: open.mark, count: open.length))
    }
    return owner.lines.joined(separator: "\n")
  }

  private init(below level: Int) {
    self.level = level
    lastLevel = level
  }

  private mutating func add(_ line: Substring) {
    let bare = line.drop { $0 == " " }
    let isIndented = line.count - bare.count > 3
    if !isIndented, let found = Self.fence(bare) {
      if let open = fence {
        let isEnd = found.mark == open.mark && found.length >= open.length && found.isBare
        if isEnd { fence = nil }
      } else {
        fence = (found.mark, found.length)
      }
      lines.append(String(line))
    } else if fence != nil {
      lines.append(String(line))
    } else if !isIndented, let depth = Self.hashes(bare) {
      lines.append(heading(depth, String(bare.dropFirst(depth).drop { $0 == " " })))
    } else if !isIndented, let depth = Self.underline(bare), let words = lines.last,
      words.contains(where: { !$0.isWhitespace }), !words.hasPrefix("#")
    {
      lines[lines.count - 1] = heading(depth, words)
    } else {
      lines.append(Self.withoutTags(line))
    }
  }

  private mutating func heading(_ depth: Int, _ words: String) -> String {
    let top = min(shallowest ?? depth, depth)
    shallowest = top
    lastLevel = min(max(level + 1, min(level + 1 + depth - top, lastLevel + 1)), 6)
    return String(repeating: "#", count: lastLevel) + " " + Self.withoutTags(Substring(words))
  }

  /// A line that opens or closes fenced code.
  private static func fence(
    _ line: Substring
  ) -> (mark: Character, length: Int, isBare: Bool)? {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let length = line.prefix { $0 == mark }.count
    let rest = line.dropFirst(length)
    guard length >= 3, mark == "~" || !rest.contains("`") else { return nil }
    return (mark, length, rest.allSatisfy(\.isWhitespace))
  }

  private static func hashes(_ line: Substring) -> Int? {
    let count = line.prefix { $0 == "#" }.count
    guard (1...6).contains(count) else { return nil }
    let rest = line.dropFirst(count)
    return rest.isEmpty || rest.first == " " ? count : nil
  }

  private static func underline(_ line: Substring) -> Int? {
    let marks = line.reversed().drop { $0 == " " }
    guard let mark = marks.first, mark == "=" || mark == "-", marks.allSatisfy({ $0 == mark })
    else { return nil }
    return mark == "=" ? 1 : 2
  }

  /// The line with every `<` that may begin a tag made plain text; links in pointed brackets and
  /// code between backticks stay.
  private static func withoutTags(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let first = rest.first {
      if first == "`" {
        let run = rest.prefix { $0 == "`" }
        let after = rest.dropFirst(run.count)
        let code = codeLength(after, closedBy: run.count)
        result += run + after.prefix(code)
        rest = after.dropFirst(code)
      } else if first == "\\", rest.count > 1 {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        let isLink = ["<http://", "<https://", "<mailto:"].contains(where: rest.hasPrefix)
        result += first == "<" && !isLink ? "\\<" : String(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// How many characters belong to a code span with its closing run; 0 when nothing closes it.
  private static func codeLength(_ text: Substring, closedBy length: Int) -> Int {
    var offset = 0
    var rest = text
    while !rest.isEmpty {
      let words = rest.prefix { $0 != "`" }
      let run = rest.dropFirst(words.count).prefix { $0 == "`" }
      offset += words.count + run.count
      if run.count == length { return offset }
      rest = rest.dropFirst(words.count + run.count)
    }
    return 0
  }
}
