package import Ingestion
import Statistics

/// Reads the rows of a prediction log or reference out of column batches.
package struct PredictionLog: Sendable {
  /// Whether every configured column must be in the file.
  package enum Strictness: Sendable {
    /// A prediction log: a column that is not there is an error.
    case complete
    /// A reference: what is not there is not compared.
    case partial
  }

  /// What to ask the file for.
  package let requests: ColumnRequests

  let layout: ModelLayout
  let schema: ModelSchema
  let zone: ZoneTable
  let positions: Positions

  /// Where each part stands in a batch.
  struct Positions: Sendable {
    var time: Int?
    var id: Int?
    var version: Int?
    var stage: Int?
    var prediction: Int?
    var scores: [Int] = []
    var label: Int?
    var labelTime: Int?
    var latency: Int?
    var error: Int?
    var features: [(schema: ColumnSchema, position: Int)] = []
    var segments: [Int] = []
  }

  package init(
    layout: ModelLayout, schema: ModelSchema, zone: ZoneTable, strictness: Strictness
  ) {
    self.layout = layout
    self.schema = schema
    self.zone = zone
    var requests = ColumnRequests()
    positions = Self.ask(&requests, layout: layout, schema: schema, strictness: strictness)
    self.requests = requests
  }

  private static func ask(
    _ requests: inout ColumnRequests, layout: ModelLayout, schema: ModelSchema,
    strictness: Strictness
  ) -> Positions {
    let presence: ColumnRequest.Presence = strictness == .complete ? .required : .optional
    // What is often written only when there is something to say.
    let sparse: ColumnRequest.Presence = strictness == .complete ? .sparse : .optional
    let rowKey: ColumnRequest.InvalidValueRule = strictness == .complete ? .rejectRow : .markCell
    let answerType: ColumnRequest.ValueType = layout.task == .regression ? .number : .category
    var places = Positions()
    places.time = requests.add(
      layout.timestamp, .timestamp, presence: presence, onInvalid: rowKey)
    if strictness == .complete {
      places.id = layout.id.map { requests.add($0, .text, onInvalid: .rejectRow) }
    }
    places.version = layout.version.map { requests.add($0, .category, presence: presence) }
    places.stage = layout.stage.map { requests.add($0, .category, presence: presence) }
    places.prediction = layout.prediction.map { requests.add($0, answerType, presence: presence) }
    places.scores = layout.scores.map { requests.add($0, .number, presence: presence) }
    if strictness == .partial || layout.labelInPredictions {
      places.label = layout.label.map { requests.add($0, answerType, presence: sparse) }
      places.labelTime = layout.labelTimestamp.map {
        requests.add($0, .timestamp, presence: sparse)
      }
    }
    places.latency = layout.latency.map { requests.add($0, .number, presence: sparse) }
    places.error = layout.error.map { requests.add($0, .category, presence: sparse) }
    for column in schema.columns(of: .feature) {
      let type: ColumnRequest.ValueType =
        if case .numeric = column.kind { .number } else { .category }
      let position = requests.add(column.name, type, presence: presence)
      places.features.append((column, position))
    }
    places.segments = schema.segmentColumns.map {
      requests.add($0, .category, presence: presence)
    }
    return places
  }
}

extension PredictionLog {
  /// The first row whose stage is none: its line and the text.
  package func unknownStage(in batch: Batch) -> (line: Int, text: String)? {
    guard let position = positions.stage, case .category(let column) = batch.columns[position]
    else { return nil }
    let unknown = column.values.map { Stage(rawValue: $0) == nil }
    // Batches may share a list of names; only those that occur in this one count.
    guard unknown.contains(true),
      let row = column.codes.firstIndex(where: { $0 >= 0 && unknown[Int($0)] })
    else { return nil }
    return (batch.lines[row], column.values[Int(column.codes[row])])
  }
}

extension ModelSchema {
  /// The categories that are always counted by name, by column.
  var vocabularies: [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for column in columns { result[column.name] = column.kind.vocabulary }
    return result
  }
}

extension ColumnKind {
  /// The categories that are always counted by name; `nil` for numbers.
  var vocabulary: Set<String>? {
    if case .categorical(let vocabulary) = self { Set(vocabulary.categories) } else { nil }
  }
}
