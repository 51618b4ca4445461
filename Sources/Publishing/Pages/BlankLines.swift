/// Tidies what empty sections of a template leave behind.
enum BlankLines {
  /// At most one blank line in a row, none at the start, one line feed at the end.
  static func collapsed(_ text: String) -> String {
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        if lines.last?.isEmpty ?? true { continue }
        lines.append("")
      } else {
        lines.append(line)
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
