import Foundation

@testable import Assessment
@testable import Profiling

/// What `Oracles/fairness.py` computed.
struct FairnessFixture: Decodable {
  /// A value with the ends of its interval.
  struct Bounded: Decodable {
    let value: Double
    let bounds: [Double]

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      value = try list.decode(Double.self)
      bounds = try list.decode([Double].self)
    }
  }

  struct Impact: Decodable {
    let ratio: Double
    let interval: [Double]
    let fisher: Double
    let z: Double
  }

  struct Recidivism: Decodable {
    struct Count: Decodable {
      let race: String
      let sex: String
      let predicted: Int
      let reoffended: Int
      let rows: Int

      enum CodingKeys: String, CodingKey {
        case race, sex, reoffended, rows
        case predicted = "high_risk"
      }
    }

    let counts: [Count]
    /// By attribute, group and metric: rate, lower, upper.
    let groups: [String: [String: [String: [Double]?]]]
    let attributes: [String: [String: Bounded]]
    let impact: [String: [String: Impact]]
  }

  struct Multiclass: Decodable {
    struct Count: Decodable {
      let group: String
      let label: String
      let answer: String
      let rows: Int
    }

    let counts: [Count]
    let attribute: [String: Bounded]
  }

  struct Regression: Decodable {
    let groups: [String]
    let labels: [Double]
    let answers: [Double]
    let attribute: [String: Bounded]
  }

  let recidivism: Recidivism
  let multiclass: Multiclass
  let regression: Regression

  static func load(from file: String = #filePath) throws -> FairnessFixture {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Oracles/fairness.json"))
    return try JSONDecoder().decode(FairnessFixture.self, from: data)
  }
}

extension FairnessFixture.Recidivism {
  /// The same rows as a profile, with slices by race, by sex and by both.
  var profile: Profile {
    var profile = Profile()
    for count in counts {
      profile.addRows(
        count.rows, predicted: "\(count.predicted)", label: "\(count.reoffended)",
        slices: [
          .where("race", count.race), .where("sex", count.sex),
          Slice(parts: [
            .init(attribute: "race", value: count.race), .init(attribute: "sex", value: count.sex),
          ]),
        ])
    }
    return profile
  }
}

extension Profile {
  /// Adds equal rows of a model with classes.
  ///
  /// - Parameters:
  ///   - positive: The class whose predictions are counted.
  ///   - label: `nil` while it has not come.
  mutating func addRows(
    _ rows: Int, task: Profiling.Task = .binary, predicted: String, label: String?,
    score: Double? = nil, positive: String = "1", slices: [Slice]
  ) {
    let profiler = OutcomeProfiler(schema: .sample(task, scored: score != nil))
    for slice in [.all] + slices {
      input.slices[slice, default: .init()].merge(
        .init(
          rows: rows, predictions: rows, positivePredictions: predicted == positive ? rows : 0))
    }
    guard let label else { return }
    for _ in 0..<rows {
      profiler.add(
        LabelledPrediction(
          prediction: .category(predicted), score: score.map(Score.single),
          label: .category(label), delayDays: nil, slices: [.all] + slices), to: &outcome)
    }
  }
}
