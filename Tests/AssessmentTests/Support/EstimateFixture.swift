import Foundation
import Statistics

@testable import Assessment
@testable import Profiling

/// What `Oracles/estimates.py` computed.
struct EstimateFixture: Decodable {
  struct Chunk: Decodable {
    let positives: [String: Int]
    let negatives: [String: Int]
  }

  struct Period: Decodable {
    let predicted: [String: Int]
    let others: [String: Int]
    let nannyml: [String: Double]
    let exact: [String: Double]
  }

  struct Case: Decodable {
    let name: String
    let isCalibratedByNannyML: Bool
    let chunks: [Chunk]
    let periods: [Period]
  }

  static func load(from file: String = #filePath) throws -> [Case] {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Oracles/estimates.json"))
    return try JSONDecoder().decode([Case].self, from: data)
  }
}

extension ValueCounts {
  /// Counts by the text of a number.
  init(_ counts: [String: Int]) {
    self.init()
    for (text, count) in counts { add(Double(text) ?? .nan, times: count) }
  }
}

extension EstimateFixture.Chunk {
  /// A part of the reference, with its scores by label.
  var profile: Profile {
    var binary = BinaryOutcomes()
    binary.setScores(positives: ValueCounts(positives), negatives: ValueCounts(negatives))
    var profile = Profile()
    let rows = binary.positiveScores.total + binary.negativeScores.total
    profile.input.slices[.all] = .init(rows: rows, predictions: rows, positivePredictions: 0)
    profile.outcome.slices[.all] = .init(labels: rows, outcomes: .binary(binary))
    return profile
  }
}

extension EstimateFixture.Period {
  /// The rows of a period without their labels.
  var profile: Profile {
    Profile(
      scores: AnsweredScores(predicted: ValueCounts(predicted), others: ValueCounts(others)))
  }
}

extension Profile {
  /// Unlabelled rows of a binary model.
  init(scores: AnsweredScores) {
    self.init()
    input.answeredScores["1"] = scores
    input.slices[.all] = .init(
      rows: scores.total, predictions: scores.total, positivePredictions: scores.predicted.total)
  }
}
