package import Statistics

/// What is known of the rows of one arm and day without their labels.
package struct InputProfile: Sendable, Equatable {
  /// The rows of one slice.
  package struct SliceCounts: Sendable, Equatable {
    package internal(set) var rows = 0
    /// Rows that have a prediction.
    package internal(set) var predictions = 0
    /// Of these, rows with the schema's positive class predicted; 0 where there is none.
    package internal(set) var positivePredictions = 0

    package init() {}

    init(rows: Int, predictions: Int, positivePredictions: Int) {
      self.rows = rows
      self.predictions = predictions
      self.positivePredictions = positivePredictions
    }
  }

  /// Rows left out because their version and id had been read before.
  package internal(set) var duplicateCount: Int
  /// By column name: features, prediction and scores.
  package internal(set) var columns: [String: ColumnSummary]
  /// Every slice with at least one row, that of all rows included.
  package internal(set) var slices: [Slice: SliceCounts]
  package internal(set) var operations: OperationsSummary
  /// By class, over all rows: of a binary model the positive one, else each that has a score.
  package internal(set) var answeredScores: [String: AnsweredScores]
  /// Features, prediction and scores within the slices that an expectation asked for when the rows
  /// were read; rows that were read before are not in it.
  package internal(set) var slicedColumns: [SlicedColumn: ColumnSummary]
  /// The scores of all rows of a group, with a label or without, of the attributes that the schema
  /// listed when the rows were read; rows that were read before are not in it.
  package internal(set) var groupScores: [Slice: ValueCounts]

  package init() {
    duplicateCount = 0
    columns = [:]
    slices = [:]
    operations = OperationsSummary()
    answeredScores = [:]
    slicedColumns = [:]
    groupScores = [:]
  }

  init(
    duplicateCount: Int, columns: [String: ColumnSummary], slices: [Slice: SliceCounts],
    operations: OperationsSummary, answeredScores: [String: AnsweredScores],
    slicedColumns: [SlicedColumn: ColumnSummary], groupScores: [Slice: ValueCounts]
  ) {
    self.duplicateCount = duplicateCount
    self.columns = columns
    self.slices = slices
    self.operations = operations
    self.answeredScores = answeredScores
    self.slicedColumns = slicedColumns
    self.groupScores = groupScores
  }

  /// Counts rows that are left out because they were read before.
  package mutating func addDuplicates(_ count: Int) {
    duplicateCount += count
  }

  /// Rows, without duplicates.
  package var rowCount: Int { slices[.all]?.rows ?? 0 }
}

extension InputProfile: Mergeable {
  package mutating func merge(_ other: InputProfile) {
    duplicateCount += other.duplicateCount
    columns.mergeEach(other.columns)
    slices.mergeEach(other.slices)
    operations.merge(other.operations)
    answeredScores.mergeEach(other.answeredScores)
    slicedColumns.mergeEach(other.slicedColumns)
    groupScores.mergeEach(other.groupScores)
  }
}

extension InputProfile.SliceCounts: Mergeable {
  package mutating func merge(_ other: Self) {
    rows += other.rows
    predictions += other.predictions
    positivePredictions += other.positivePredictions
  }
}

extension InputProfile {
  /// Columns with more values than are counted by name; the rest of their rows is counted together.
  package var crowdedColumns: [String] {
    columns.compactMap { name, summary in
      if case .categorical(let counts) = summary, counts.unseen.isTruncated { name } else { nil }
    }
  }
}
