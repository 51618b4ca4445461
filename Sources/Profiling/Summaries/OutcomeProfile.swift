package import Statistics

/// How the predictions of one slice turned out.
package enum Outcomes: Sendable, Equatable {
  case binary(BinaryOutcomes)
  case regression(RegressionOutcomes)
  case multiclass(MulticlassOutcomes)

  /// No outcomes yet for a model of this task.
  package init(_ task: Task) {
    switch task {
    case .binary: self = .binary(BinaryOutcomes())
    case .regression: self = .regression(RegressionOutcomes())
    case .multiclass: self = .multiclass(MulticlassOutcomes())
    }
  }
}

extension Outcomes: Mergeable {
  package mutating func merge(_ other: Outcomes) {
    switch (self, other) {
    case (.binary(var mine), .binary(let theirs)):
      mine.merge(theirs)
      self = .binary(mine)
    case (.regression(var mine), .regression(let theirs)):
      mine.merge(theirs)
      self = .regression(mine)
    case (.multiclass(var mine), .multiclass(let theirs)):
      mine.merge(theirs)
      self = .multiclass(mine)
    default:
      preconditionFailure("Outcomes of different tasks.")
    }
  }
}

/// What the labels tell of the rows of one arm and day.
package struct OutcomeProfile: Sendable, Equatable {
  /// One slice.
  package struct SliceOutcomes: Sendable, Equatable {
    /// Rows whose label has arrived, with or without a prediction.
    package internal(set) var labels: Int
    package internal(set) var outcomes: Outcomes

    package init(_ task: Task) {
      labels = 0
      outcomes = Outcomes(task)
    }

    init(labels: Int, outcomes: Outcomes) {
      self.labels = labels
      self.outcomes = outcomes
    }
  }

  /// Every slice with at least one label.
  package internal(set) var slices: [Slice: SliceOutcomes]
  /// The labels themselves, under the name of their column.
  package internal(set) var labels: [String: ColumnSummary]
  /// Days from prediction to label, where the label carries a time.
  package internal(set) var delay: ValueCounts
  /// Errors by prediction, over all rows; empty for other tasks than regression.
  package internal(set) var losses: LossTable
  /// The labels within the slices that an expectation asked for when they were counted.
  package internal(set) var slicedLabels: [SlicedColumn: ColumnSummary]

  package init() {
    slices = [:]
    labels = [:]
    delay = ValueCounts()
    losses = LossTable()
    slicedLabels = [:]
  }

  init(
    slices: [Slice: SliceOutcomes], labels: [String: ColumnSummary], delay: ValueCounts,
    losses: LossTable, slicedLabels: [SlicedColumn: ColumnSummary]
  ) {
    self.slices = slices
    self.labels = labels
    self.delay = delay
    self.losses = losses
    self.slicedLabels = slicedLabels
  }

  /// Rows whose label has arrived.
  package var labelCount: Int { slices[.all]?.labels ?? 0 }
}

extension OutcomeProfile: Mergeable {
  package mutating func merge(_ other: OutcomeProfile) {
    slices.mergeEach(other.slices)
    labels.mergeEach(other.labels)
    delay.merge(other.delay)
    losses.merge(other.losses)
    slicedLabels.mergeEach(other.slicedLabels)
  }
}

extension OutcomeProfile.SliceOutcomes: Mergeable {
  package mutating func merge(_ other: Self) {
    labels += other.labels
    outcomes.merge(other.outcomes)
  }
}
