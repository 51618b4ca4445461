import Foundation
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Measures of a model with several classes")
struct MulticlassMeasureTests {
  /// What `Oracles/multiclass.py` computed.
  private struct Fixture: Decodable {
    let labels: [String]
    let predictions: [String]
    let scores: [[Double]]
    let values: [String: Double]
    let averages: [String: Average]
    let recall: [String: Double]
    let precision: [String: Double]
    let rocAuc: [String: Double]

    /// A value, then its bounds.
    struct Average: Decodable {
      let value: Double
      let bounds: [Double]

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        value = try list.decode(Double.self)
        bounds = try list.decode([Double].self)
      }
    }
  }

  private static let classNames = ["a", "b", "c", "d"]
  private let schema = ModelSchema(
    task: .multiclass, positive: nil, scoreIsProbability: true, scoreClasses: Self.classNames,
    columns: Self.classNames.map {
      ColumnSchema(name: $0, subject: .score, kind: .numeric(.withoutReference))
    }, sliceAttributes: [])

  private func fixture() throws -> Fixture {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Oracles/multiclass.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      let key = path[path.count - 1].stringValue
      return Key(stringValue: key == "roc_auc" && path.count == 1 ? "rocAuc" : key)
    }
    return try decoder.decode(Fixture.self, from: Data(contentsOf: file))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private func table(
    labels: [String], predictions: [String], scores: [[Double]]? = nil
  ) -> [MetricKey: MetricValue] {
    var profile = Profile()
    let profiler = OutcomeProfiler(schema: schema)
    for (row, label) in labels.enumerated() {
      profiler.add(
        LabelledPrediction(
          prediction: .category(predictions[row]), score: scores.map { .perClass($0[row]) },
          label: .category(label), delayDays: nil, slices: [.all]), to: &profile.outcome)
    }
    profile.input.slices[.all] = .init(
      rows: labels.count, predictions: labels.count, positivePredictions: 0)
    return ProfileMeasurer(schema: schema, settings: MeasureSettings(minimumRows: 1))
      .table(of: profile)
  }

  @Test("agree with scikit-learn, a class that is never predicted counting as precision 0")
  func equalScikitLearn() throws {
    let fixture = try fixture()
    let table = table(
      labels: fixture.labels, predictions: fixture.predictions, scores: fixture.scores)
    for (name, expected) in fixture.values {
      let metric = try #require(Metric(rawValue: name))
      #expect(agree(table[MetricKey(metric)]?.estimate.value, expected), "\(name)")
    }
    for (name, expected) in fixture.averages {
      let metric = try #require(Metric(rawValue: name))
      let estimate = try #require(table[MetricKey(metric)]?.estimate)
      #expect(agree(estimate.value, expected.value), "\(name)")
      // The jackknife and the derivative agree to first order in 1/n: a twentieth of the width.
      let interval = try #require(estimate.interval)
      let size = (expected.bounds[1] - expected.bounds[0]) / 20
      #expect((interval.lower - expected.bounds[0]).magnitude < size, "\(name)")
      #expect((interval.upper - expected.bounds[1]).magnitude < size, "\(name)")
    }
  }

  @Test("stand for each class under its slice")
  func classes() throws {
    let fixture = try fixture()
    let table = table(
      labels: fixture.labels, predictions: fixture.predictions, scores: fixture.scores)
    for name in Self.classNames {
      let slice = Slice.where("class", name)
      let recall = table[MetricKey(.recall, slice: slice)]?.estimate.value
      #expect(agree(recall, try #require(fixture.recall[name])))
      let area = table[MetricKey(.rocAuc, slice: slice)]?.estimate.value
      #expect(agree(area, try #require(fixture.rocAuc[name])))
    }
    let never = table[MetricKey(.precision, slice: .where("class", "d"))]
    #expect(never?.estimate.reason?.description == "nothing was predicted positive")
  }

  @Test("say why there is no area when a class does not occur")
  func absentClass() {
    let table = table(
      labels: ["a", "b", "a"], predictions: ["a", "b", "b"],
      scores: [[1, 0, 0, 0], [0, 1, 0, 0], [0.25, 0.25, 0.25, 0.25]])
    let area = table[MetricKey(.rocAucOvrMacro)]
    #expect(area?.estimate.reason?.description == "a class does not occur among the labels")
    #expect(agree(table[MetricKey(.accuracy)]?.estimate.value, 2.0 / 3))
  }
}
