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
    switch (self, other) {
    case (.numeric(var mine), .numeric(let theirs)):
      mine.merge(theirs)
      self = .numeric(mine)
    case (.categorical(var mine), .categorical(let theirs)):
      mine.merge(theirs)
      self = .categorical(mine)
    default:
      preconditionFailure("Summaries of different kinds of column.")
    }
  }
}
