import Foundation
package import Statistics

/// Predictions of a model with several classes whose label is known.
package struct MulticlassOutcomes: Sendable, Equatable {
  /// What came true, and what was predicted.
  package struct Pair: Hashable, Sendable, Comparable {
    package let label: String
    package let predicted: String

    package init(label: String, predicted: String) {
      self.label = label
      self.predicted = predicted
    }

    package static func < (left: Pair, right: Pair) -> Bool {
      (left.label, left.predicted) < (right.label, right.predicted)
    }
  }

  /// The scores of one class, by whether the row belongs to it.
  package struct Ranking: Sendable, Equatable {
    package internal(set) var positives = ValueCounts()
    package internal(set) var negatives = ValueCounts()

    package init() {}

    init(positives: ValueCounts, negatives: ValueCounts) {
      self.positives = positives
      self.negatives = negatives
    }
  }

  /// Rows by label and prediction.
  package private(set) var confusion: [Pair: Int]
  /// Scores by class, one against the rest.
  package private(set) var rankings: [String: Ranking]
  /// −ln of the probability given to the class that came true, one per scored row.
  package private(set) var logLoss: Moments

  package init() {
    confusion = [:]
    rankings = [:]
    logLoss = Moments()
  }

  init(confusion: [Pair: Int], rankings: [String: Ranking], logLoss: Moments) {
    self.confusion = confusion
    self.rankings = rankings
    self.logLoss = logLoss
  }

  /// Rows with a prediction and a label.
  package var count: Int { confusion.values.reduce(0, +) }

  /// Adds a labelled row.
  ///
  /// - Parameters:
  ///   - predicted: The predicted class; `nil` without a prediction.
  ///   - scores: One for each of `classes`; `nil` without scores.
  ///   - classes: The classes that have a score column, in their order.
  package mutating func add(
    predicted: String?, actual: String, scores: [Double]?, classes: [String],
    scoreIsProbability: Bool
  ) {
    if let predicted { confusion[Pair(label: actual, predicted: predicted), default: 0] += 1 }
    guard let scores, scores.count == classes.count else { return }
    for (name, score) in zip(classes, scores) {
      if name == actual {
        rankings[name, default: Ranking()].positives.add(score)
      } else {
        rankings[name, default: Ranking()].negatives.add(score)
      }
    }
    if scoreIsProbability, let position = classes.firstIndex(of: actual) {
      let clipped = min(max(scores[position], Double.ulpOfOne), 1 - Double.ulpOfOne)
      logLoss.add(-log(clipped))
    }
  }
}

extension MulticlassOutcomes: Mergeable {
  package mutating func merge(_ other: MulticlassOutcomes) {
    confusion.merge(other.confusion, uniquingKeysWith: +)
    for (name, ranking) in other.rankings {
      rankings[name, default: Ranking()].positives.merge(ranking.positives)
      rankings[name, default: Ranking()].negatives.merge(ranking.negatives)
    }
    logLoss.merge(other.logLoss)
  }
}
