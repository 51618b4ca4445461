import Statistics
import Testing

@testable import Assessment
@testable import Profiling

@Suite("Performance of a binary model without labels")
struct BinaryEstimateTests {
  private let cases: [EstimateFixture.Case]

  init() throws {
    cases = try EstimateFixture.load()
  }

  @Test("is within 0.01 of NannyML for ROC AUC and accuracy, precision, recall and F1")
  func yardstick() throws {
    for one in cases {
      let estimator = estimator(one)
      for period in one.periods {
        let values = table(estimator.values(of: period.profile))
        for (name, expected) in period.nannyml {
          let metric = try #require(Metric(rawValue: "estimated_" + name))
          let found = try #require(values[metric]?.estimate.value)
          #expect((found - expected).magnitude <= 0.01, "\(one.name) \(name)")
        }
      }
    }
  }

  @Test("follows its definition to ten digits")
  func definition() throws {
    for one in cases {
      let estimator = estimator(one)
      for period in one.periods {
        let values = table(estimator.values(of: period.profile))
        for (name, expected) in period.exact {
          let metric = try #require(Metric(rawValue: "estimated_" + name))
          let found = try #require(values[metric]?.estimate.value)
          #expect((found - expected).magnitude <= 1e-10, "\(one.name) \(name)")
        }
      }
    }
  }

  @Test("is compared with NannyML both where that calibrates and where it does not")
  func bothWays() {
    #expect(Set(cases.map(\.isCalibratedByNannyML)) == [true, false])
  }

  @Test("puts 95 % of what the labels show later into its band")
  func coverage() throws {
    var source = SplitMix64(seed: 11)
    var inside = [Metric: Int]()
    let rounds = 300
    for _ in 0..<rounds {
      let reference = (0..<4).map { _ in SampleScores(count: 500, using: &source) }
      let period = SampleScores(count: 400, using: &source)
      let estimator = PerformanceEstimator(
        schema: .sample(.binary), settings: MeasureSettings(minimumRows: 30),
        chunks: reference.map(\.profile))
      let estimated = table(estimator.values(of: period.profile))
      let realised = ProfileMeasurer(
        schema: .sample(.binary), settings: MeasureSettings(minimumRows: 30)
      ).table(of: period.profile)
      for (metric, found) in Metric.realisedByEstimated {
        guard let band = estimated[metric]?.estimate.interval,
          let value = realised[MetricKey(found)]?.estimate.value
        else { continue }
        if (band.lower...band.upper).contains(value) { inside[metric, default: 0] += 1 }
      }
    }
    #expect(inside.count == 6)
    for (metric, count) in inside {
      // 300 rounds: 0.95 ± 3 standard errors of 0.0126, and a little for the linear approximation.
      #expect((0.905...0.99).contains(Double(count) / Double(rounds)), "\(metric) \(count)")
    }
  }

  private func estimator(_ one: EstimateFixture.Case) -> PerformanceEstimator {
    PerformanceEstimator(
      schema: .sample(.binary), settings: MeasureSettings(minimumRows: 30),
      chunks: one.chunks.map(\.profile))
  }

  private func table(_ values: [MetricValue]) -> [Metric: MetricValue] {
    Dictionary(values.map { ($0.key.metric, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Rows whose score s is too high: the label is positive with probability s².
private struct SampleScores {
  var profile = Profile()

  init(count: Int, using source: inout SplitMix64) {
    var scores = AnsweredScores()
    var counts = [0, 0, 0, 0]
    var (positives, negatives) = (ValueCounts(), ValueCounts())
    for _ in 0..<count {
      let score = (Double.random(in: 0...1, using: &source) * 50).rounded() / 50
      let isPositive = Double.random(in: 0..<1, using: &source) < score * score
      let isPredicted = score >= 0.6
      scores.add(score, isPredicted: isPredicted)
      if isPositive { positives.add(score) } else { negatives.add(score) }
      counts[(isPredicted ? 0 : 2) + (isPredicted == isPositive ? 0 : 1)] += 1
    }
    var outcomes = BinaryOutcomes(
      truePositives: counts[0], falsePositives: counts[1], trueNegatives: counts[2],
      falseNegatives: counts[3])
    outcomes.setScores(positives: positives, negatives: negatives)
    profile.input = Profile(scores: scores).input
    profile.outcome.slices[.all] = .init(labels: count, outcomes: .binary(outcomes))
  }
}
