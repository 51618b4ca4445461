import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Performance of a regression model without labels")
struct RegressionEstimateTests {
  private let settings = MeasureSettings(minimumRows: 10)

  @Test("weighs the reference's errors by where the predictions lie")
  func weights() throws {
    // Errors ±1 below 10 and ±4 above, in equal parts; the period has 3 of 4 predictions above.
    let world = World(deciles: [10])
    let reference = world.profile(
      (0..<40).map { index in
        let predicted = index % 2 == 0 ? 5.0 : 15.0
        let error = (index % 2 == 0 ? 1.0 : 4.0) * (index % 4 < 2 ? 1 : -1)
        return (predicted, predicted + error)
      } + [(0, 1), (20, 24)])
    let period = world.profile((0..<40).map { ($0 % 4 == 0 ? 5.0 : 15.0, nil) })
    let values = world.estimates(of: period, reference: reference, settings)
    let mean = try #require(values[.estimatedMeanAbsoluteError]?.estimate)
    let root = try #require(values[.estimatedRootMeanSquaredError]?.estimate)
    #expect(agree(mean.value, 0.25 * 1 + 0.75 * 4))
    #expect(agree(root.value, (0.25 * 1 + 0.75 * 16).squareRoot()))
    #expect(values[.estimatedMeanAbsoluteError]?.count == 40)
    // Within a bin all errors are equal, so nothing is left to chance.
    #expect(mean.interval == Interval(lower: 3.25, upper: 3.25))
  }

  @Test("gives back the reference's own errors for its own predictions")
  func ownRows() throws {
    var source = SplitMix64(seed: 3)
    let rows = (0..<500).map { _ -> (Double, Double?) in
      let predicted = Double.random(in: 0...100, using: &source)
      return (predicted, predicted + Double.random(in: -9...9, using: &source))
    }
    let world = World(deciles: [20, 40, 60, 80])
    let profile = world.profile(rows)
    let values = world.estimates(of: profile, reference: profile, settings)
    let realised = ProfileMeasurer(schema: world.schema, settings: settings).table(of: profile)
    for (metric, found) in [
      (Metric.estimatedMeanAbsoluteError, Metric.meanAbsoluteError),
      (.estimatedRootMeanSquaredError, .rootMeanSquaredError),
    ] {
      let expected = try #require(realised[MetricKey(found)]?.estimate.value)
      #expect(agree(values[metric]?.estimate.value, expected))
    }
  }

  @Test("errs by no more than 1.96 standard errors in 95 of 100 periods")
  func coverage() throws {
    var source = SplitMix64(seed: 21)
    let edges = [20.0, 40, 60, 80]
    func row() -> (predicted: Double, actual: Double) {
      let predicted = Double.random(in: 0...100, using: &source)
      let spread = 1 + predicted / 20
      return (predicted, predicted + Double.random(in: -spread...spread, using: &source))
    }
    let rounds = 300
    var inside = [0, 0]
    for _ in 0..<rounds {
      var table = LossTable()
      for _ in 0..<500 {
        let row = row()
        table.add(predicted: row.predicted, actual: row.actual, edges: edges)
      }
      let model = LossModel(edges: edges, table: table, predictions: NumericSummary())
      let period = (0..<250).map { _ in row() }
      var counts = [Int](repeating: 0, count: 5)
      for row in period { counts[edges.firstIndex { row.predicted <= $0 } ?? 4] += 1 }
      let errors = period.map { ($0.predicted - $0.actual).magnitude }
      let realised = [
        errors.reduce(0, +) / 250, errors.reduce(0) { $0 + $1 * $1 } / 250,
      ]
      let expected = [
        try #require(model.expected(\.absoluteError, counts: counts)),
        try #require(model.expected(\.squaredError, counts: counts)),
      ]
      for index in 0...1 {
        let reach = 1.96 * expected[index].standardError
        if (realised[index] - expected[index].value).magnitude <= reach { inside[index] += 1 }
      }
    }
    // 300 rounds: 0.95 ± 3 standard errors of 0.0126.
    #expect(inside.allSatisfy { (0.912...0.988).contains(Double($0) / Double(rounds)) })
  }

  @Test("is not made without labels in the reference, nor far from its predictions")
  func conditions() {
    let world = World(deciles: [10])
    let rows = (0..<40).map { (Double($0), Double?.some(Double($0) + 1)) }
    let reference = world.profile(rows)
    func reason(_ period: Profile, _ reference: Profile?) -> String? {
      world.estimates(of: period, reference: reference, settings)[.estimatedMeanAbsoluteError]?
        .estimate.reason?.description
    }
    #expect(reason(reference, nil) == "no reference")
    #expect(
      reason(reference, world.profile(rows.map { ($0.0, nil) })) == "the reference has no labels")
    #expect(
      reason(reference, world.profile(Array(rows.prefix(5))))
        == "the reference has only 5 labelled rows, 10 needed")
    #expect(reason(Profile(), reference) == "no rows")
    #expect(
      reason(world.profile(rows.map { ($0.0 + 4, nil) }), reference)
        == "the predictions lie beyond what the reference has seen")
  }
}

/// A regression model whose predictions are counted at whole numbers.
private struct World {
  let schema: ModelSchema

  init(deciles: [Double]) {
    let anchors = NumericAnchors(
      reference: (0...100).map(Double.init), deciles: [NumericAnchors.pooled: deciles])
    schema = ModelSchema(
      task: .regression, positive: nil, scoreIsProbability: false,
      columns: [
        ColumnSchema(name: "prediction", subject: .prediction, kind: .numeric(anchors)),
        ColumnSchema(name: "label", subject: .label, kind: .numeric(anchors)),
      ], sliceAttributes: [])
  }

  /// Rows of a prediction and, where it has come, its label.
  func profile(_ rows: [(Double, Double?)]) -> Profile {
    var profile = Profile()
    let profiler = OutcomeProfiler(schema: schema)
    if let anchors = schema.predictionAnchors {
      profile.input.columns["prediction"] = .numbers(rows.map(\.0), anchors: anchors)
    }
    profile.input.slices[.all] = .init(
      rows: rows.count, predictions: rows.count, positivePredictions: 0)
    for (predicted, actual) in rows {
      guard let actual else { continue }
      profiler.add(
        LabelledPrediction(
          prediction: .number(predicted), score: nil, label: .number(actual), delayDays: nil,
          slices: [.all]), to: &profile.outcome)
    }
    return profile
  }

  func estimates(
    of period: Profile, reference: Profile?, _ settings: MeasureSettings
  ) -> [Metric: MetricValue] {
    let values = PerformanceEstimator(
      schema: schema, settings: settings, chunks: reference.map { [$0] } ?? []
    ).values(of: period)
    return Dictionary(values.map { ($0.key.metric, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
