import Foundation
package import Statistics

/// Predictions of a binary model whose label is known.
package struct BinaryOutcomes: Sendable, Equatable {
  package private(set) var truePositives = 0
  package private(set) var falsePositives = 0
  package private(set) var trueNegatives = 0
  package private(set) var falseNegatives = 0
  /// Scores of the rows whose label is the positive class.
  package private(set) var positiveScores = ValueCounts()
  /// Scores of the other rows.
  package private(set) var negativeScores = ValueCounts()
  /// −ln of the probability given to the class that came true, one per scored row.
  package private(set) var logLoss = Moments()
  /// Squared difference of probability and outcome, one per scored row.
  package private(set) var squaredError = Moments()

  /// Probabilities are kept this far from 0 and 1 under the logarithm: scikit-learn's rule for
  /// double precision.
  private static let smallestProbability = Double.ulpOfOne

  package init() {}

  init(
    truePositives: Int, falsePositives: Int, trueNegatives: Int, falseNegatives: Int,
    positiveScores: ValueCounts, negativeScores: ValueCounts, logLoss: Moments,
    squaredError: Moments
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.trueNegatives = trueNegatives
    self.falseNegatives = falseNegatives
    self.positiveScores = positiveScores
    self.negativeScores = negativeScores
    self.logLoss = logLoss
    self.squaredError = squaredError
  }

  /// Counts that were made elsewhere, such as those of one class against the rest.
  package init(
    truePositives: Int, falsePositives: Int, trueNegatives: Int, falseNegatives: Int
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.trueNegatives = trueNegatives
    self.falseNegatives = falseNegatives
  }

  /// Replaces the scores by ones that were counted elsewhere.
  package mutating func setScores(positives: ValueCounts, negatives: ValueCounts) {
    positiveScores = positives
    negativeScores = negatives
  }

  /// Rows with a prediction and a label.
  package var count: Int { truePositives + falsePositives + trueNegatives + falseNegatives }

  /// Adds a labelled row.
  ///
  /// - Parameters:
  ///   - predicted: Whether the positive class was predicted; `nil` without a prediction.
  ///   - actual: Whether the label is the positive class.
  ///   - score: Higher means more likely positive; `nil` without one.
  ///   - scoreIsProbability: Whether the score lies in [0, 1] and means a probability.
  package mutating func add(
    predicted: Bool?, actual: Bool, score: Double?, scoreIsProbability: Bool
  ) {
    switch (predicted, actual) {
    case (true?, true): truePositives += 1
    case (true?, false): falsePositives += 1
    case (false?, true): falseNegatives += 1
    case (false?, false): trueNegatives += 1
    case (nil, _): break
    }
    guard let score, score.isFinite else { return }
    if actual { positiveScores.add(score) } else { negativeScores.add(score) }
    guard scoreIsProbability, (0...1).contains(score) else { return }
    logLoss.add(Self.logLoss(score, isPositive: actual))
    let gap = (actual ? 1 : 0) - score
    squaredError.add(gap * gap)
  }

  /// −ln of the probability given to the class that came true.
  ///
  /// - Parameter score: The probability of the positive class.
  static func logLoss(_ score: Double, isPositive: Bool) -> Double {
    let clipped = min(max(score, smallestProbability), 1 - smallestProbability)
    return -log(isPositive ? clipped : 1 - clipped)
  }
}

extension BinaryOutcomes: Mergeable {
  package mutating func merge(_ other: BinaryOutcomes) {
    truePositives += other.truePositives
    falsePositives += other.falsePositives
    trueNegatives += other.trueNegatives
    falseNegatives += other.falseNegatives
    positiveScores.merge(other.positiveScores)
    negativeScores.merge(other.negativeScores)
    logLoss.merge(other.logLoss)
    squaredError.merge(other.squaredError)
  }
}
