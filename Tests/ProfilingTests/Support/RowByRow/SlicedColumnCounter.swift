import Ingestion
import Statistics

@testable import Profiling

/// Counts columns of a prediction log within the slices that expectations ask for.
struct SlicedColumnCounter: Sendable {
  /// Where the values of a column come from.
  fileprivate enum Source: Sendable {
    /// A column of the batch.
    case batch(position: Int)
    case prediction
    /// One of the scores of a row.
    case score(index: Int)
  }

  fileprivate struct Entry: Sendable {
    let key: SlicedColumn
    let column: ColumnSchema
    let vocabulary: Set<String>
    let source: Source
  }

  private let entries: [Slice: [Entry]]

  /// - Parameter features: Where each feature stands in a batch.
  /// - Returns: `nil` when nothing is to be counted. Labels are counted by ``OutcomeProfiler``.
  init?(schema: ModelSchema, features: [(schema: ColumnSchema, position: Int)]) {
    guard !schema.slicedColumns.isEmpty else { return nil }
    var sources: [String: (column: ColumnSchema, source: Source)] = [:]
    for (column, position) in features {
      sources[column.name] = (column, .batch(position: position))
    }
    for column in schema.columns(of: .prediction) { sources[column.name] = (column, .prediction) }
    for (index, column) in schema.columns(of: .score).enumerated() {
      sources[column.name] = (column, .score(index: index))
    }
    let vocabularies = schema.vocabularies
    let list = schema.slicedColumns.compactMap { key in
      sources[key.column].map { found in
        Entry(
          key: key, column: found.column, vocabulary: vocabularies[key.column] ?? [],
          source: found.source)
      }
    }
    guard !list.isEmpty else { return nil }
    entries = Dictionary(grouping: list, by: \.key.slice)
  }

  /// Adds rows of a batch to a profile.
  ///
  /// - Parameters:
  ///   - picked: Positions of the rows within the batch.
  ///   - rows: All rows of the batch.
  func add(
    _ picked: [Int], of batch: Batch, rows: [PredictionRow], segments: SegmentTable,
    to profile: inout InputProfile
  ) {
    for (slice, picked) in self.rows(picked, of: rows, segments: segments) {
      for entry in entries[slice] ?? [] {
        profile.slicedColumns[entry.key, default: ColumnSummary(entry.column.kind)].add(
          entry, picked, of: batch, rows: rows)
      }
    }
  }

  /// The picked rows of each slice that is asked for.
  private func rows(
    _ picked: [Int], of rows: [PredictionRow], segments: SegmentTable
  ) -> [Slice: [Int]] {
    var asked: [Int: [Slice]] = [:]
    var result: [Slice: [Int]] = [:]
    for row in picked {
      let key = rows[row].segmentKey
      let slices = asked[key] ?? segments.slices(ofKey: key).filter { entries[$0] != nil }
      asked[key] = slices
      for slice in slices { result[slice, default: []].append(row) }
    }
    return result
  }
}

extension ColumnSummary {
  fileprivate mutating func add(
    _ entry: SlicedColumnCounter.Entry, _ picked: [Int], of batch: Batch, rows: [PredictionRow]
  ) {
    switch entry.source {
    case .batch(let position):
      add(
        batch.columns[position], rows: picked, kind: entry.column.kind,
        vocabulary: entry.vocabulary)
    case .prediction:
      add(
        picked.map { rows[$0].prediction }, column: entry.column, vocabulary: entry.vocabulary)
    case .score(let index):
      add(
        picked.map { rows[$0].score?.value(at: index).map(Answer.number) ?? nil },
        column: entry.column, vocabulary: entry.vocabulary)
    }
  }
}
