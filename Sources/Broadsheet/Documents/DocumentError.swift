/// Why a document could not be made.
package struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; decides the exit code.
  package enum Kind: Hashable, Sendable {
    /// The page was not published.
    case missingPage
    /// The browser is not installed.
    case missingProgram
    /// The browser failed.
    case failed
  }

  package let kind: Kind
  /// What is wrong, and what to do.
  package let message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  package var description: String { message }
}
