import Ingestion
import Statistics

@testable import Profiling

/// A log read and counted row by row: slow and plain, what counting by column is compared with.
extension PredictionLog {
  /// The rows of a batch, in order.
  func rows(of batch: Batch, segments: inout SegmentTable) -> [PredictionRow] {
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

extension PredictionLog {
  /// Adds rows of a batch to the profile of the arm and day that they all belong to.
  ///
  /// - Parameters:
  ///   - picked: Positions of the rows within the batch.
  ///   - rows: What ``rows(of:segments:)`` gave for the whole batch.
  func add(
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
    GroupScoreRule(schema: schema)?.add(answers, segments: segments, to: &profile)
    SlicedColumnCounter(schema: schema, features: positions.features)?
      .add(picked, of: batch, rows: rows, segments: segments, to: &profile)
  }

  private func addAnswers(_ rows: [PredictionRow], to profile: inout InputProfile) {
    for column in schema.columns(of: .prediction) {
      profile.columns[column.name, default: ColumnSummary(column.kind)].add(
        rows.map(\.prediction), column: column, vocabulary: schema.vocabularies[column.name] ?? [])
    }
    for (position, column) in schema.columns(of: .score).enumerated() {
      profile.columns[column.name, default: ColumnSummary(column.kind)].add(
        rows.map { $0.score?.value(at: position).map(Answer.number) ?? nil }, column: column,
        vocabulary: [])
    }
  }

  private func update(
    _ found: ColumnSchema, with column: Column, rows: [Int], in profile: inout InputProfile
  ) {
    profile.columns[found.name, default: ColumnSummary(found.kind)].add(
      column, rows: rows, kind: found.kind, vocabulary: schema.vocabularies[found.name] ?? [])
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
