/// What an owner's description covers, found by its headings.
///
/// A heading is a line with number signs, an underlined line, or bold words that open a paragraph
/// (`**Purpose.** …`), as people write them.
struct AboutTopics {
  /// What a description of a model is expected to say.
  enum Topic: String, CaseIterable {
    case purpose, intendedUse, limitations, trainingData

    /// Inside a sentence.
    var words: String {
      switch self {
      case .purpose: "purpose"
      case .intendedUse: "intended use"
      case .limitations: "limitations"
      case .trainingData: "training data"
      }
    }

    /// Headings that mean the topic, in lower case.
    fileprivate var headings: Set<String> {
      switch self {
      case .purpose: ["purpose", "aim", "goal", "objective", "overview"]
      case .intendedUse: ["intended use", "intended uses", "intended purpose", "use", "uses"]
      case .limitations:
        ["limitations", "limits", "known limitations", "out of scope", "out-of-scope use"]
      case .trainingData:
        ["training data", "training", "data", "source of the data", "data sources"]
      }
    }
  }

  /// Markdown of each topic, without its heading.
  private(set) var texts: [Topic: String] = [:]

  init(_ about: String?) {
    var topic: Topic?
    var lines: [Topic: [Substring]] = [:]
    let all = (about ?? "").split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var index = all.startIndex
    while index < all.endIndex {
      let next = index + 1 < all.endIndex ? all[index + 1] : ""
      if let (title, rest, length) = Self.heading(all[index], next) {
        topic = Topic.allCases.first { $0.headings.contains(title) }
        if let topic, !rest.isEmpty { lines[topic, default: []].append(rest) }
        index += length
      } else {
        if let topic { lines[topic, default: []].append(all[index]) }
        index += 1
      }
    }
    texts = lines.mapValues { $0.joined(separator: "\n") }
      .filter { $0.value.contains { !$0.isWhitespace } }
  }

  /// The topics that the description does not speak of under a heading of their own.
  var missing: [Topic] { Topic.allCases.filter { texts[$0] == nil } }

  /// The title of a heading in lower case, what follows it on its line, and how many lines it takes.
  private static func heading(
    _ line: Substring, _ next: Substring
  ) -> (title: String, rest: Substring, length: Int)? {
    let hashes = line.prefix { $0 == "#" }.count
    if (1...6).contains(hashes), line.dropFirst(hashes).first == " " {
      return (name(line.dropFirst(hashes)), "", 1)
    }
    if let mark = next.first, mark == "=" || mark == "-", next.count > 1,
      next.allSatisfy({ $0 == mark || $0 == " " }), line.contains(where: { !$0.isWhitespace })
    {
      return (name(line), "", 2)
    }
    guard line.hasPrefix("**"), let end = line.dropFirst(2).firstRange(of: "**") else { return nil }
    return (
      name(line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]),
      line[end.upperBound...].drop { $0 == " " || $0 == ":" || $0 == "." }, 1
    )
  }

  private static func name(_ words: Substring) -> String {
    let ends: Set<Character> = [" ", ".", ":", "*", "#", "_"]
    let start = words.drop { ends.contains($0) }
    return String(start.reversed().drop { ends.contains($0) }.reversed()).lowercased()
  }
}
