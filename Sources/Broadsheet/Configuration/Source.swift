package import Ingestion

extension Configuration {
  /// Where records of one kind come from.
  package struct Source: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
      /// Files, or named pipes, whose absolute paths match the pattern.
      case files(pattern: String)
      /// What is piped into the program.
      case standardInput
      /// Whatever DuckDB reads.
      case duckDB(DuckDB)
    }

    /// What DuckDB is asked for.
    package struct DuckDB: Hashable, Sendable {
      package enum Content: Hashable, Sendable {
        /// Files on this machine, each an input of its own.
        case files(pattern: String)
        /// The rows of a query, which are one input.
        case query(String)
      }

      package let content: Content
      /// Statements to be run first, such as `ATTACH`.
      package let setup: String?
      /// Seconds after which DuckDB is stopped.
      package let timeoutSeconds: Int
      /// What messages call the source.
      package let shown: String
    }

    package let origin: Origin
    /// How the records are written; `nil` to go by content.
    package let format: RecordFormat?

    package init(_ origin: Origin, format: RecordFormat? = nil) {
      self.origin = origin
      self.format = format
    }

    /// The pattern of files on this machine, if it is one.
    package var pattern: String? {
      switch origin {
      case .files(let pattern): pattern
      case .duckDB(let source):
        if case .files(let pattern) = source.content { pattern } else { nil }
      case .standardInput: nil
      }
    }

    /// Whether what comes from it can be read again, and the same.
    var isLasting: Bool { pattern != nil }
  }
}
