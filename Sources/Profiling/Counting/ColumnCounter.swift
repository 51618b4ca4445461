import Ingestion

/// Counts one column of either kind at all places of a file.
enum ColumnCounter: Sendable {
  case numeric(NumericCounter)
  case categorical(CategoryCounter)

  /// - Parameter index: Different for each column that is counted together.
  init(_ kind: ColumnKind, _ vocabulary: Set<String>, index: Int) {
    switch kind {
    case .numeric(let anchors): self = .numeric(NumericCounter(anchors: anchors))
    case .categorical: self = .categorical(CategoryCounter(vocabulary: vocabulary, index: index))
    }
  }

  /// Adds the cells of a batch; a column that the file lacks adds nothing.
  func add(_ column: Column, groups: PlaceGroups, spare: inout SpareMemory) {
    switch (self, column) {
    case (.numeric(let counter), .number(let cells)):
      counter.add(
        cells.values, malformedRows: cells.malformedRows, groups: groups, spare: &spare)
    case (.categorical(let counter), .category(let cells)):
      counter.add(
        cells.codes, names: cells.values, list: cells.list, groups: groups, spare: &spare)
    default: break
    }
  }

  /// Adds answers; rows without one are missing values.
  func add(
    _ answers: AnswerBlock, rowCount: Int, groups: PlaceGroups, spare: inout SpareMemory
  ) {
    switch (self, answers) {
    case (.numeric(let counter), .numbers(let numbers)):
      counter.add(numbers, malformedRows: [], groups: groups, spare: &spare)
    case (.numeric(let counter), _):
      let none = [Double](repeating: .nan, count: rowCount)
      counter.add(none, malformedRows: [], groups: groups, spare: &spare)
    case (.categorical(let counter), .classes(let codes, let names)):
      counter.add(codes, names: names, list: nil, groups: groups, spare: &spare)
    case (.categorical(let counter), _):
      let none = [Int32](repeating: -1, count: rowCount)
      counter.add(none, names: [], list: nil, groups: groups, spare: &spare)
    }
  }

  /// What was counted at a place, which is forgotten; nil without rows.
  func take(place: Int) -> ColumnSummary? {
    switch self {
    case .numeric(let counter): counter.take(place: place).map(ColumnSummary.numeric)
    case .categorical(let counter): counter.take(place: place).map(ColumnSummary.categorical)
    }
  }

  /// The summary of no rows.
  var empty: ColumnSummary {
    switch self {
    case .numeric: .numeric(NumericSummary())
    case .categorical: .categorical(CategoricalSummary())
    }
  }
}
