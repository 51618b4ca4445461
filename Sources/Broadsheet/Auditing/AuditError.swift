/// Why a key or a published site cannot be worked with.
package struct AuditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong; decides the exit code.
  package enum Kind: Hashable, Sendable {
    /// The file or folder is not there.
    case missing
    /// The file is there and must not be replaced.
    case exists
    /// The file is not what it should be.
    case malformed
    /// The system refused.
    case inputOutput
  }

  package let kind: Kind
  package let path: String
  /// What is wrong, in one clause.
  package let message: String
  /// What to do, in one clause.
  package let advice: String

  package init(_ kind: Kind, path: String, message: String, advice: String) {
    self.kind = kind
    self.path = path
    self.message = message
    self.advice = advice
  }

  package var description: String { "\(path): \(message); \(advice)" }
}
