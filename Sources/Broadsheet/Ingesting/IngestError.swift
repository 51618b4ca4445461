/// Why data could not be read, beyond what a single file can say of itself.
package struct IngestError: Error, Sendable {
  package enum Kind: Sendable, Equatable {
    /// A pattern names no file.
    case missingInput
    /// Files are there, and their content is wrong.
    case badData
    /// The configuration asks for something that the stored history cannot give.
    case configuration
  }

  package let kind: Kind
  /// One finished sentence or line for each problem.
  package let messages: [String]

  package init(_ kind: Kind, _ messages: [String]) {
    self.kind = kind
    self.messages = messages
  }
}

extension IngestError: CustomStringConvertible {
  package var description: String { messages.joined(separator: "\n") }
}
