import Foundation
import Ingestion

/// The inputs of one model as files that can be opened: streams and the rows of queries spooled,
/// files as they are.
///
/// A file that DuckDB reads keeps its own path and digest; its rows are made when it is opened.
struct ReadableInputs {
  private(set) var reference: [String] = []
  private(set) var predictions: [String] = []
  private(set) var labels: [String] = []
  private var places: [String: InputPlace] = [:]

  private let spool: InputSpool
  private let configuration: Configuration
  /// Most rows of what DuckDB reads; `nil` for all.
  private let limit: Int?

  /// Reads streams to their end and asks queries.
  ///
  /// - Parameter limit: For a mere look: most rows of what DuckDB reads, and streams, which could
  ///   not be read again, are left alone.
  /// - Throws: ``IngestError`` when DuckDB is missing or fails, or nothing is piped in.
  init(
    _ inputs: ModelInputs, spool: InputSpool, configuration: Configuration, limit: Int? = nil
  ) throws {
    self.spool = spool
    self.configuration = configuration
    self.limit = limit
    if inputs.all.contains(where: \.needsDuckDB) { _ = try DuckDBProgram() }
    reference = try inputs.reference.compactMap { try open($0) }
    predictions = try inputs.predictions.compactMap { try open($0) }
    labels = try inputs.labels.compactMap { try open($0) }
  }

  /// How messages call a file.
  func shown(_ path: String) -> String { spool.name(of: path) ?? configuration.shown(path) }

  /// Whether a file was made for this run alone.
  func isSpooled(_ path: String) -> Bool { spool.name(of: path) != nil }

  /// The text file to read for a path, and how its records are written.
  ///
  /// - Parameter extent: How many rows of what DuckDB reads are needed.
  func file(
    _ path: String, _ extent: InputSpool.Extent = .everything
  ) throws(IngestionError) -> (path: String, format: RecordFormat?) {
    guard let place = places[path], case .duckDBFile(let source) = place.kind else {
      return (path, places[path]?.format)
    }
    do {
      let rows = try spool.rows(
        extent, ofFile: path, shown: shown(path), by: source, limit: limit,
        in: configuration.directory,
        // A reference is read once for its schema and once for its profiles.
        together: reference.contains(path) ? reference : [])
      return (rows, .csv)
    } catch {
      throw IngestionError(
        .cannotRead(reason: "\(error)"), path: path,
        advice: "Try the same file with the program duckdb.")
    }
  }

  private mutating func open(_ place: InputPlace) throws -> String? {
    let path: String?
    switch place.kind {
    case .file, .duckDBFile: path = place.path
    case .pipe:
      guard limit == nil else { return nil }
      path =
        place.path.isEmpty
        ? try spool.spool(stream: nil, shown: InputPlace.standardInputName)
        : try spool.spool(stream: place.path, shown: configuration.shown(place.path))
    case .query(let query, let source):
      path = try spool.spool(query, of: source, limit: limit, in: configuration.directory)
    }
    if let path { places[path] = place }
    return path
  }
}

extension InputPlace {
  fileprivate var needsDuckDB: Bool {
    switch kind {
    case .file, .pipe: false
    case .duckDBFile, .query: true
    }
  }
}
