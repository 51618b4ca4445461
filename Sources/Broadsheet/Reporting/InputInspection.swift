import Foundation
import Ingestion

/// A look at the files that a configuration names, without reading them whole or writing anything.
package struct InputInspection: Sendable {
  /// What was found for one model.
  package struct Model: Sendable {
    package let id: String
    package let predictionFiles: Int
    package let labelFiles: Int
    package let hasReference: Bool
  }

  package let models: [Model]

  /// Expands every pattern and looks for every configured column in the files.
  ///
  /// - Throws: ``IngestError`` with all problems: patterns without files, columns that no file has,
  ///   files that are not what they should be.
  package init(_ configuration: Configuration) throws {
    let spool = try InputSpool(
      folder: FileManager.default.temporaryDirectory.path + "/broadsheet-check-\(UUID().uuidString)"
    )
    let outcome = Result { try Self.look(at: configuration, spool: spool) }
    try spool.remove()
    models = try outcome.get()
  }

  /// Rows of what DuckDB reads that are enough for a look.
  private static let inspectedRows = 1_000

  private static func look(at configuration: Configuration, spool: InputSpool) throws -> [Model] {
    var found: [Model] = []
    var messages: [String] = []
    var kind = IngestError.Kind.missingInput
    for (index, model) in configuration.models.enumerated() {
      do {
        let inputs = try ModelInputs(of: model, in: configuration)
        let columns = ColumnSearch(model, index: index, configuration: configuration)
        let problems = try columns.problems(
          in: ReadableInputs(
            inputs, spool: spool, configuration: configuration, limit: inspectedRows))
        if !problems.isEmpty { kind = .configuration }
        messages += problems
        found.append(
          Model(
            id: model.id, predictionFiles: inputs.predictions.count,
            labelFiles: inputs.labels.count, hasReference: !inputs.reference.isEmpty))
      } catch let error as IngestError {
        messages += error.messages
        if error.kind == .badData { kind = .badData }
      } catch let error as IngestionError {
        messages.append(error.description)
        kind = .badData
      }
    }
    guard messages.isEmpty else { throw IngestError(kind, messages) }
    return found
  }
}

/// Looks for configured columns in the headers of the files.
private struct ColumnSearch {
  private let configuration: Configuration
  private let model: Configuration.Model
  private let index: Int

  init(_ model: Configuration.Model, index: Int, configuration: Configuration) {
    self.model = model
    self.index = index
    self.configuration = configuration
  }

  /// Configured columns that none of the files has.
  func problems(in inputs: ReadableInputs) throws -> [String] {
    let reading = FileReading(
      zone: .utc, maximumMalformedShare: 1, missingTokens: model.missingTokens,
      inputs: inputs)
    return try problems(predictionColumns, in: inputs.predictions.first, reading, of: "predictions")
      + problems(labelColumns, in: inputs.labels.first, reading, of: "labels")
  }

  /// Nothing is said of columns when there is no file yet, or only a stream.
  private func problems(
    _ columns: [(key: String, name: String)], in path: String?, _ reading: FileReading,
    of role: String
  ) throws -> [String] {
    guard let path else { return [] }
    let sparse = columns.filter { Self.sparseKeys.contains($0.key) }.map(\.name)
    let header = try reading.header(
      of: path, lookingFor: columns.map(\.name).filter { !sparse.contains($0) }, sparse: sparse)
    return columns.filter { !header.contains($0.name) }.map {
      problem(key: $0.key, name: $0.name, header: header, of: role)
    }
  }

  /// What is often written only when there is something to say.
  private static let sparseKeys = [
    "columns.label", "columns.label_timestamp", "columns.latency_ms", "columns.error",
  ]

  private func problem(key: String, name: String, header: [String], of role: String) -> String {
    let nearest = NearestName.suggestion(for: name, among: header)
    return configuration.problem(
      forKey: "models[\(index)].\(key)", message: "the \(role) have no column '\(name)'",
      advice: nearest.map { "did you mean '\($0)'?" }
        ?? "the columns are \(header.map { "'\($0)'" }.joined(separator: ", "))"
    ).description
  }

  private var predictionColumns: [(key: String, name: String)] {
    let columns = model.columns
    var list: [(String, String?)] = [
      ("columns.id", columns.id), ("columns.timestamp", columns.timestamp),
      ("columns.version", columns.version), ("columns.stage", columns.stage),
      ("columns.prediction", columns.prediction), ("columns.latency_ms", columns.latency),
      ("columns.error", columns.error),
    ]
    if case .one(let score)? = columns.score { list.append(("columns.score", score)) }
    if model.labels.isEmpty {
      list.append(("columns.label", columns.label))
      list.append(("columns.label_timestamp", columns.labelTimestamp))
    }
    list += (model.features ?? []).enumerated().map { ("features[\($0)]", $1) }
    list += model.segments.enumerated().map { ("segments[\($0)]", $1) }
    list += model.protected.enumerated().flatMap { position, group in
      group.attributes.map { ("protected[\(position)]", $0) }
    }
    return list.compactMap { key, name in name.map { (key, $0) } }
  }

  private var labelColumns: [(key: String, name: String)] {
    [
      ("columns.id", model.columns.id), ("columns.label", model.columns.label),
      ("columns.label_timestamp", model.columns.labelTimestamp),
    ].compactMap { key, name in name.map { (key, $0) } }
  }
}
