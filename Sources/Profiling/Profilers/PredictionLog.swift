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
  private let vocabularies: [String: Set<String>]
  private let slicedColumns: SlicedColumnCounter?
  private let groupScores: GroupScoreRule?

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
    vocabularies = schema.vocabularies
    slicedColumns = SlicedColumnCounter(schema: schema, features: positions.features)
    groupScores = GroupScoreRule(schema: schema)
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

// MARK: - Rows

extension PredictionLog {
  /// The rows of a batch, in order.
  package func rows(of batch: Batch, segments: inout SegmentTable) -> [PredictionRow] {
    let rowTimes = times(at: positions.time, of: batch)
    let labelTimes = times(at: positions.labelTime, of: batch)
    let versions = categories(at: positions.version, of: batch)
    let stages = categories(at: positions.stage, of: batch)
    let predictions = answers(at: positions.prediction, of: batch)
    let labels = answers(at: positions.label, of: batch)
    let scores = scores(of: batch)
    let ids = texts(at: positions.id, of: batch)
    let segmentColumns = positions.segments.map { categories(at: $0, of: batch) }
    return (0..<batch.rowCount).map { row in
      let time = rowTimes?[row] ?? 0
      let values = segmentColumns.map { $0?[row] ?? SegmentTable.missingValue }
      let stage = stages?[row].flatMap { Stage(rawValue: $0) } ?? .production
      return PredictionRow(
        id: ids?[row], arm: Arm(version: versions?[row] ?? "", stage: stage), time: time,
        day: Day(number: zone.localDay(ofUTCMilliseconds: time)),
        prediction: predictions?[row], score: scores[row],
        segmentKey: segments.key(of: values), label: labels?[row], labelTime: labelTimes?[row])
    }
  }

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

  private func times(at position: Int?, of batch: Batch) -> [Int64?]? {
    guard let position, case .timestamp(let column) = batch.columns[position] else { return nil }
    return column.values.map { $0 == TimestampColumn.missing ? nil : $0 }
  }

  private func texts(at position: Int?, of batch: Batch) -> [String]? {
    guard let position, case .text(let column) = batch.columns[position] else { return nil }
    return column.values
  }

  private func numbers(at position: Int?, of batch: Batch) -> [Double?]? {
    guard let position, case .number(let column) = batch.columns[position] else { return nil }
    return column.values.map { $0.isNaN ? nil : $0 }
  }

  /// The scores of each row; `nil` where one of them is missing.
  private func scores(of batch: Batch) -> [Score?] {
    let columns = positions.scores.compactMap { numbers(at: $0, of: batch) }
    guard !columns.isEmpty, columns.count == positions.scores.count else {
      return [Score?](repeating: nil, count: batch.rowCount)
    }
    if layout.scoreClasses.isEmpty { return columns[0].map { $0.map(Score.single) } }
    return (0..<batch.rowCount).map { row in
      let values = columns.compactMap { $0[row] }
      return values.count == columns.count ? .perClass(values) : nil
    }
  }

  private func categories(at position: Int?, of batch: Batch) -> [String?]? {
    guard let position, case .category(let column) = batch.columns[position] else { return nil }
    return column.codes.map { $0 < 0 ? nil : column.values[Int($0)] }
  }

  private func answers(at position: Int?, of batch: Batch) -> [Answer?]? {
    if layout.task == .regression {
      return numbers(at: position, of: batch)?.map { $0.map(Answer.number) }
    }
    guard let position, case .category(let column) = batch.columns[position] else { return nil }
    let names = column.values.map { Answer.category(ClassName.canonical($0)) }
    return column.codes.map { $0 < 0 ? nil : names[Int($0)] }
  }
}

// MARK: - Profiles

extension PredictionLog {
  /// Adds rows of a batch to the profile of the arm and day that they all belong to.
  ///
  /// - Parameters:
  ///   - picked: Positions of the rows within the batch.
  ///   - rows: What ``rows(of:segments:)`` gave for the whole batch.
  package func add(
    _ picked: [Int], of batch: Batch, rows: [PredictionRow], segments: SegmentTable,
    to profile: inout InputProfile
  ) {
    for (column, position) in positions.features {
      update(column, with: batch.columns[position], rows: picked, in: &profile)
    }
    let answers = picked.map { rows[$0] }
    addAnswers(answers, to: &profile)
    profile.addAnsweredScores(of: answers, schema: schema)
    if let position = positions.latency, case .number(let column) = batch.columns[position] {
      for row in picked where column.values[row] >= 0 {
        profile.operations.latency.add(column.values[row])
      }
    }
    if let position = positions.error, case .category(let column) = batch.columns[position] {
      profile.operations.errorCount += picked.count { column.codes[$0] >= 0 }
    }
    for row in picked {
      let facts = rows[row]
      for slice in segments.slices(ofKey: facts.segmentKey) {
        profile.slices[slice, default: .init()].add(facts, positive: schema.positive)
      }
    }
    groupScores?.add(answers, segments: segments, to: &profile)
    slicedColumns?.add(picked, of: batch, rows: rows, segments: segments, to: &profile)
  }

  private func addAnswers(_ rows: [PredictionRow], to profile: inout InputProfile) {
    for column in schema.columns(of: .prediction) {
      profile.columns[column.name, default: ColumnSummary(column.kind)].add(
        rows.map(\.prediction), column: column, vocabulary: vocabularies[column.name] ?? [])
    }
    for (position, column) in schema.columns(of: .score).enumerated() {
      profile.columns[column.name, default: ColumnSummary(column.kind)].add(
        rows.map { $0.score?.value(at: position).map(Answer.number) ?? nil }, column: column,
        vocabulary: [])
    }
  }

  private func update(
    _ schema: ColumnSchema, with column: Column, rows: [Int], in profile: inout InputProfile
  ) {
    profile.columns[schema.name, default: ColumnSummary(schema.kind)].add(
      column, rows: rows, kind: schema.kind, vocabulary: vocabularies[schema.name] ?? [])
  }
}

extension Score {
  /// The number of one score column.
  func value(at position: Int) -> Double? {
    switch self {
    case .single(let score): score
    case .perClass(let scores): position < scores.count ? scores[position] : nil
    }
  }
}

extension InputProfile.SliceCounts {
  fileprivate mutating func add(_ row: PredictionRow, positive: String?) {
    rows += 1
    guard let prediction = row.prediction else { return }
    predictions += 1
    if let positive, prediction == .category(positive) { positivePredictions += 1 }
  }
}

extension ModelSchema {
  /// The categories that are always counted by name, by column.
  var vocabularies: [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for column in columns {
      if case .categorical(let vocabulary) = column.kind {
        result[column.name] = Set(vocabulary.categories)
      }
    }
    return result
  }
}
