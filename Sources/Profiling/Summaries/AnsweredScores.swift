package import Statistics

/// The scores that one class got, by whether the row was given that class as its prediction.
///
/// It knows nothing of labels: this is what an estimate of performance without labels starts from.
package struct AnsweredScores: Sendable, Equatable {
  /// Scores of the rows for which the class was predicted.
  package private(set) var predicted = ValueCounts()
  /// Scores of the rows for which another class was predicted.
  package private(set) var others = ValueCounts()

  package init() {}

  init(predicted: ValueCounts, others: ValueCounts) {
    self.predicted = predicted
    self.others = others
  }

  /// Rows with a prediction and a score.
  package var total: Int { predicted.total + others.total }

  /// Adds a row with a prediction; a score that is no finite number is left out.
  ///
  /// - Parameter isPredicted: Whether the class was predicted.
  package mutating func add(_ score: Double, isPredicted: Bool) {
    if isPredicted { predicted.add(score) } else { others.add(score) }
  }
}

extension AnsweredScores: Mergeable {
  package mutating func merge(_ other: AnsweredScores) {
    predicted.merge(other.predicted)
    others.merge(other.others)
  }
}
