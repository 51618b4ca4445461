import Ingestion

/// One input of a model, found but not read yet.
package struct InputPlace: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    /// A named pipe, or standard input.
    case pipe
    /// A file that DuckDB reads.
    case duckDBFile(Configuration.Source.DuckDB)
    case query(String, Configuration.Source.DuckDB)
  }

  package let kind: Kind
  /// Absolute path; empty for standard input and queries.
  package let path: String
  let format: RecordFormat?

  /// Whether it can be read only once.
  package var isStream: Bool { kind == .pipe }

  /// What messages call an input without a path.
  static let standardInputName = "standard input"
}
