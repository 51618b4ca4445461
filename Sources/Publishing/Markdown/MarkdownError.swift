/// Markdown that cannot be rendered: what is wrong, where, and what to do about it.
///
/// No text is malformed in CommonMark, so the only failures are about size and memory.
package struct MarkdownError: Error, Equatable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    /// The text is longer than `limit` bytes; the C library would end the process far above it.
    case tooLarge(bytes: Int, limit: Int)
    /// The C library returned no tree.
    case notParsed
  }

  package let problem: Problem

  /// What to change, in one sentence.
  package var advice: String {
    switch problem {
    case .tooLarge: "Split the text into several pages."
    case .notParsed: "Free some memory and run again."
    }
  }

  package var description: String {
    switch problem {
    case .tooLarge(let bytes, let limit):
      "the Markdown has \(bytes) bytes, the limit is \(limit). \(advice)"
    case .notParsed:
      "the Markdown could not be parsed. \(advice)"
    }
  }
}
