import Statistics

/// The mergeable summary of one arm on one day, or of any set of its rows.
package struct Profile: Sendable, Equatable {
  package var input: InputProfile
  package var outcome: OutcomeProfile

  package init(input: InputProfile = InputProfile(), outcome: OutcomeProfile = OutcomeProfile()) {
    self.input = input
    self.outcome = outcome
  }

  /// The summary of a column, whichever part it belongs to.
  package func column(named name: String, subject: ColumnSubject) -> ColumnSummary? {
    subject == .label ? outcome.labels[name] : input.columns[name]
  }

  /// The summary of a column within a slice; `nil` when none of its rows was counted.
  package func column(_ column: ColumnSchema, within slice: Slice) -> ColumnSummary? {
    let key = SlicedColumn(slice: slice, column: column.name)
    return column.subject == .label ? outcome.slicedLabels[key] : input.slicedColumns[key]
  }

  /// The rows of a slice that could have been counted for a column: for the label those with one.
  package func rowCount(of column: ColumnSchema, within slice: Slice) -> Int {
    column.subject == .label
      ? outcome.slices[slice]?.labels ?? 0 : input.slices[slice]?.rows ?? 0
  }
}

extension Profile: Mergeable {
  package mutating func merge(_ other: Profile) {
    input.merge(other.input)
    outcome.merge(other.outcome)
  }
}
