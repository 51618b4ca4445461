/// The text of a file of comments, cut into its entries.
///
/// A line of three hyphens opens the front matter of an entry, the next such line ends it, and the
/// text goes on to the next one. A rule in a text is therefore written `***`.
struct RemarkFile {
  struct Entry {
    /// YAML, after as many empty lines as stand before it in the file, so that places agree.
    let frontMatter: String
    /// Line of the first line of hyphens, from 1.
    let line: Int
    /// Markdown without empty lines at its ends.
    let text: String
  }

  /// What keeps the text from being cut.
  struct Fault: Error, Hashable {
    let line: Int
    let message: String
    let advice: String
  }

  let entries: [Entry]

  init(_ text: String) throws(Fault) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let marks = lines.indices.filter { Self.isMark(lines[$0]) }
    if let first = lines.indices.first(where: { !lines[$0].allSatisfy(\.isWhitespace) }),
      first != marks.first
    {
      throw Fault(
        line: first + 1, message: "the file does not begin with front matter",
        advice: "write '---', a line for each of author, role, kind and date, and '---' again")
    }
    guard marks.count.isMultiple(of: 2) else {
      throw Fault(
        line: marks.last.map { $0 + 1 } ?? 1, message: "front matter that is never closed",
        advice: "close it with '---'; a rule in a text is written '***'")
    }
    var entries: [Entry] = []
    for pair in stride(from: 0, to: marks.count, by: 2) {
      let (open, close) = (marks[pair], marks[pair + 1])
      let end = pair + 2 < marks.count ? marks[pair + 2] : lines.count
      entries.append(
        Entry(
          frontMatter: String(repeating: "\n", count: open + 1)
            + lines[(open + 1)..<close].joined(separator: "\n") + "\n",
          line: open + 1, text: Self.trimmed(lines[(close + 1)..<end])))
    }
    self.entries = entries
  }

  private static func isMark(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }

  private static func trimmed(_ lines: ArraySlice<Substring>) -> String {
    let isBlank: (Substring) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      .joined(separator: "\n")
  }
}
