import Foundation
import Statistics
import Testing

@testable import Assessment
@testable import Profiling

/// What `Oracles/multiclass_estimates.py` computed.
private struct MulticlassCase: Decodable, CustomTestStringConvertible, Sendable {
  struct Period: Decodable {
    struct Scores: Decodable {
      let predicted: [String: Int]
      let others: [String: Int]
    }

    let scores: [String: Scores]
    let nannyml: [String: Double]
    let exact: [String: Double]
    let realised: [String: Double]

    var profile: Profile {
      var profile = Profile()
      for (name, counts) in scores {
        profile.input.answeredScores[name] = AnsweredScores(
          predicted: ValueCounts(counts.predicted), others: ValueCounts(counts.others))
      }
      let rows = profile.input.answeredScores.values.map(\.total).max() ?? 0
      profile.input.slices[.all] = .init(rows: rows, predictions: rows, positivePredictions: 0)
      return profile
    }
  }

  struct Labelled: Decodable {
    let positives: [String: Int]
    let negatives: [String: Int]
  }

  let name: String
  let periods: [Period]
  let reference: [String: Labelled]

  var testDescription: String { name }

  var referenceProfile: Profile {
    var profile = Profile()
    let rankings = reference.mapValues {
      MulticlassOutcomes.Ranking(
        positives: ValueCounts($0.positives), negatives: ValueCounts($0.negatives))
    }
    let rows = rankings.values.map { $0.positives.total }.reduce(0, +)
    profile.outcome.slices[.all] = .init(
      labels: rows,
      outcomes: .multiclass(
        MulticlassOutcomes(confusion: [:], rankings: rankings, logLoss: Moments())))
    profile.input.slices[.all] = .init(rows: rows, predictions: rows, positivePredictions: 0)
    return profile
  }

  static let all: [MulticlassCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Oracles/multiclass_estimates.json")
    do {
      return try JSONDecoder().decode([MulticlassCase].self, from: Data(contentsOf: file))
    } catch {
      Issue.record("the fixture cannot be read: \(error)")
      return []
    }
  }()
}

@Suite("Estimates over the classes of a model against scikit-learn and NannyML")
struct MulticlassOracleTests {
  private static let classes = ["a", "b", "c", "d"]
  private let schema = ModelSchema(
    task: .multiclass, positive: nil, scoreIsProbability: true, scoreClasses: classes,
    columns: classes.map {
      ColumnSchema(name: "score_" + $0, subject: .score, kind: .numeric(.withoutReference))
    }, sliceAttributes: [])

  private func estimates(_ fixture: MulticlassCase) -> [(MulticlassCase.Period, [String: Estimate])]
  {
    let estimator = PerformanceEstimator(
      schema: schema, settings: MeasureSettings(minimumRows: 30),
      chunks: [fixture.referenceProfile])
    return fixture.periods.map { period in
      let values = estimator.values(of: period.profile).filter(\.key.slice.isAll)
      return (
        period,
        Dictionary(
          uniqueKeysWithValues: values.map {
            (String($0.key.metric.rawValue.dropFirst("estimated_".count)), $0.estimate)
          })
      )
    }
  }

  @Test("are those of the definition", arguments: MulticlassCase.all)
  fileprivate func exact(_ fixture: MulticlassCase) {
    for (period, found) in estimates(fixture) {
      #expect(Set(found.keys) == Set(period.exact.keys))
      for (name, expected) in period.exact {
        let value = found[name]?.value ?? .nan
        #expect(abs(value - expected) < 1e-9, "\(name): \(value), \(expected)")
      }
    }
  }

  @Test("are within 0.01 of those of NannyML", arguments: MulticlassCase.all)
  fileprivate func nannyml(_ fixture: MulticlassCase) {
    for (period, found) in estimates(fixture) {
      #expect(period.nannyml.count == 5)
      for (name, expected) in period.nannyml {
        let value = found[name]?.value ?? .nan
        #expect(abs(value - expected) < 0.01, "\(name): \(value), \(expected)")
      }
    }
  }

  @Test("hold in their band what the labels show", arguments: MulticlassCase.all)
  fileprivate func realised(_ fixture: MulticlassCase) {
    for (period, found) in estimates(fixture) {
      for (name, value) in period.realised {
        let interval = found[name]?.interval
        #expect(
          interval.map { $0.lower <= value && value <= $0.upper } == true,
          "\(name): \(value), \(String(describing: interval))")
      }
    }
  }
}
