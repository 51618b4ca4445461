import Profiling

/// A digest as plain text of at most 72 characters a line.
struct DigestText {
  let digest: Digest
  /// Where the site stands; without it links are paths within the site.
  let base: String

  var text: String {
    var blocks = [wrapped(digest.title)]
    if let day = digest.day { blocks[0] += "\nData up to \(day.words)" }
    blocks.append(wrapped(digest.summary))
    for item in digest.items {
      let heading = wrapped("\(item.title), \(item.period)")
      let rule = String(
        repeating: "-", count: heading.split(separator: "\n").map(\.count).max() ?? 0)
      blocks.append("\(heading)\n\(rule)\nStanding: \(item.standing)")
      blocks += item.sentences.map { wrapped($0) }
      blocks.append(
        (["Asked of you:"] + item.asks.map { wrapped($0, first: "- ", rest: "  ") })
          .joined(separator: "\n"))
      blocks.append("Report: \(base)\(item.report)")
    }
    if !digest.quiet.isEmpty {
      blocks.append(
        (["As expected:"] + digest.quiet.map { wrapped($0, first: "- ", rest: "  ") })
          .joined(separator: "\n"))
    }
    blocks.append("All models: \(base)\(digest.home)")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One paragraph; a longer word has a line of its own.
  private func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in VisibleText.of(text).split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > 72 {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
