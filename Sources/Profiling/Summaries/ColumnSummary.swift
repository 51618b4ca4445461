import Statistics

/// The values of one column, of either kind.
package enum ColumnSummary: Sendable, Equatable {
  case numeric(NumericSummary)
  case categorical(CategoricalSummary)

  /// The empty summary of a column of this kind.
  package init(_ kind: ColumnKind) {
    switch kind {
    case .numeric: self = .numeric(NumericSummary())
    case .categorical: self = .categorical(CategoricalSummary())
    }
  }

  /// Values that are neither missing nor malformed.
  package var count: Int {
    switch self {
    case .numeric(let summary): summary.count
    case .categorical(let summary): summary.count
    }
  }

  package var missing: Int {
    switch self {
    case .numeric(let summary): summary.missing
    case .categorical(let summary): summary.missing
    }
  }

  package var rowCount: Int {
    switch self {
    case .numeric(let summary): summary.rowCount
    case .categorical(let summary): summary.rowCount
    }
  }
}

extension ColumnSummary: Mergeable {
  package mutating func merge(_ other: ColumnSummary) {
    // What it held is let go first: counts that nobody else holds are added to where they lie.
    if case .numeric(var mine) = self, case .numeric(let theirs) = other {
      self = .numeric(NumericSummary())
      mine.merge(theirs)
      self = .numeric(mine)
    } else if case .categorical(var mine) = self, case .categorical(let theirs) = other {
      self = .categorical(CategoricalSummary())
      mine.merge(theirs)
      self = .categorical(mine)
    } else {
      preconditionFailure("Summaries of different kinds of column.")
    }
  }
}
