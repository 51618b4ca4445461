import Ingestion

/// Counts columns within the slices that expectations ask for, column by column.
struct SlicedCounters: Sendable {
  /// Where the values of a column come from.
  private enum Source: Sendable {
    /// A column of the batch.
    case batch(position: Int)
    case prediction
    /// One of the scores of a row.
    case score(index: Int)
  }

  private struct Entry: Sendable {
    let key: SlicedColumn
    let source: Source
    let counter: ColumnCounter
  }

  private let entries: [(slice: Slice, entries: [Entry])]

  /// - Parameters:
  ///   - features: Where each feature stands in a batch.
  ///   - firstIndex: From here on indices of columns are free.
  /// - Returns: `nil` when nothing is to be counted.
  init?(
    schema: ModelSchema, features: [(schema: ColumnSchema, position: Int)], firstIndex: Int
  ) {
    var sources: [String: (column: ColumnSchema, source: Source)] = [:]
    for (column, position) in features {
      sources[column.name] = (column, .batch(position: position))
    }
    for column in schema.columns(of: .prediction) { sources[column.name] = (column, .prediction) }
    for (index, column) in schema.columns(of: .score).enumerated() {
      sources[column.name] = (column, .score(index: index))
    }
    let vocabularies = schema.vocabularies
    let list = schema.slicedColumns.enumerated().compactMap { index, key in
      sources[key.column].map { found in
        Entry(
          key: key, source: found.source,
          counter: ColumnCounter(
            found.column.kind, vocabularies[key.column] ?? [], index: firstIndex + index))
      }
    }
    guard !list.isEmpty else { return nil }
    entries = Dictionary(grouping: list, by: \.key.slice).sorted { $0.key < $1.key }
      .map { (slice: $0.key, entries: $0.value) }
  }

  /// Adds the rows of a batch.
  ///
  /// - Parameter places: The place of each row, or −1 for a row that is not counted.
  func count(
    _ batch: Batch, _ block: PredictionBlock, places: [Int32], rule: SliceRule,
    spare: inout SpareMemory
  ) {
    let slices = block.segments.map { Set(rule.slices(ofValues: $0)) }
    for (slice, entries) in entries {
      let belongs = slices.map { $0.contains(slice) }
      let groups = PlaceGroups(
        places: zip(places, block.segmentCodes).map { belongs[Int($1)] ? $0 : -1 })
      guard !groups.list.isEmpty else { continue }
      for entry in entries {
        switch entry.source {
        case .batch(let position):
          entry.counter.add(batch.columns[position], groups: groups, spare: &spare)
        case .prediction:
          entry.counter.add(
            block.predictions, rowCount: batch.rowCount, groups: groups, spare: &spare)
        case .score(let index):
          entry.counter.add(
            .numbers(block.scoreColumn(index)), rowCount: batch.rowCount, groups: groups,
            spare: &spare)
        }
      }
    }
  }

  /// What was counted at a place, which is forgotten.
  func take(place: Int) -> [SlicedColumn: ColumnSummary] {
    var result: [SlicedColumn: ColumnSummary] = [:]
    for entry in entries.flatMap(\.entries) {
      if let summary = entry.counter.take(place: place) { result[entry.key] = summary }
    }
    return result
  }
}
