import Statistics

@testable import Profiling

extension InputProfile {
  /// Adds the scores of rows that have a prediction, by what was predicted.
  mutating func addAnsweredScores(of rows: [PredictionRow], schema: ModelSchema) {
    if let positive = schema.positive {
      add(rows, named: positive) { score in
        if case .single(let number) = score { number } else { nil }
      }
    }
    for (position, name) in schema.scoreClasses.enumerated() {
      add(rows, named: name) { score in
        if case .perClass(let numbers) = score, position < numbers.count {
          numbers[position]
        } else {
          nil
        }
      }
    }
  }

  private mutating func add(
    _ rows: [PredictionRow], named name: String, _ number: (Score) -> Double?
  ) {
    // Taken out while it changes, so that its buffers are not copied.
    var scores = answeredScores.removeValue(forKey: name) ?? AnsweredScores()
    for row in rows {
      guard let prediction = row.prediction, let score = row.score.flatMap(number) else { continue }
      scores.add(score, isPredicted: prediction == .category(name))
    }
    if scores.total > 0 { answeredScores[name] = scores }
  }
}
