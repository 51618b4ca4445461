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
}

extension Profile: Mergeable {
  package mutating func merge(_ other: Profile) {
    input.merge(other.input)
    outcome.merge(other.outcome)
  }
}
